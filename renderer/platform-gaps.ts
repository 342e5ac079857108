/**
 * What the oldest supported engine (Chrome 114) lacks and libraries of ours call. Imported first by every page and worker. Named features
 * only: the whole of core-js would outweigh the window.
 */
import 'core-js/actual/promise/with-resolvers';
import 'core-js/actual/url/can-parse';
import 'core-js/actual/object/group-by';
