import type { ExtensionFactory } from '../state/buffers';
import { editorExtensions } from './extensions';

/** The extensions of editors, with the wrap setting read when a file opens. */
export function extensionFactory(wrap: () => boolean): ExtensionFactory {
  return (path, options) => editorExtensions(path, options, wrap());
}
