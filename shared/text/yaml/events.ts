import type { parseEvents } from 'js-yaml';

/** What the parser tells of a text, piece by piece. */
export type Event = ReturnType<typeof parseEvents>[number];
