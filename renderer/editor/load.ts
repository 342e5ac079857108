import type { Studio } from '../commands/studio';
import { goToDefinition, suggestions, symbolAt } from '../commands/symbols';
import type { ExtensionFactory } from '../state/buffers';
import { editorExtensions } from './extensions';
import type { Assist } from './extensions/symbols';

/** The extensions of a studio's editors, with the wrap setting read when a file opens. */
export function extensionFactory(studio: Studio): ExtensionFactory {
  const assist: Assist = {
    suggest: (path, wanted) => suggestions(studio, path, wanted),
    at: (path, offset) => symbolAt(studio, path, offset),
    card: (key) => studio.checker.ask({ type: 'card', key }),
    goToDefinition: (path, offset) => void goToDefinition(studio, path, offset),
  };
  return (path, options) =>
    editorExtensions(path, options, studio.store.getState().app.settings.wrap, assist);
}
