/** Kits that come as a zip: looked through first, then unpacked beside their place and moved there whole (requirement D4). */
export { withArchive } from './inspect';
export { freeName, nameFromZip } from './target';
export { unpackArchive } from './unpack';
