import { HtmlConverter } from '../clipboard/html-converter';
import { openMenu } from '../commands/context-menus';
import { stepTogether } from '../commands/kit-steps';
import { notify } from '../commands/notify';
import { keepPicture } from '../commands/pictures';
import { addToKitWords, addToMyWords } from '../commands/spelling';
import type { Studio } from '../commands/studio';
import { goToDefinition, snippetsAt, suggestions, symbolAt } from '../commands/symbols';
import type { ExtensionFactory } from '../state/buffers';
import { editorExtensions } from './extensions';
import { kitUndo } from './extensions/kit-undo';
import type { Pasting } from './extensions/paste';
import type { Spelling } from './extensions/spelling';
import type { Assist } from './extensions/symbols';

export { folds } from './folds';

/** The extensions of a studio's editors, with the settings read when a file opens. */
export function extensionFactory(studio: Studio): ExtensionFactory {
  const assist: Assist = {
    suggest: (path, wanted) => suggestions(studio, path, wanted),
    snippets: (path, at, cut, typed) => snippetsAt(studio, path, { at, cut, typed }),
    at: (path, offset) => symbolAt(studio, path, offset),
    card: (key) => studio.checker.ask({ type: 'card', key }),
    goToDefinition: (path, offset) => void goToDefinition(studio, path, offset),
  };
  const { speller } = studio;
  const spelling: Spelling = {
    get on() {
      return speller.on;
    },
    verdict: (word) => speller.verdict(word),
    learn: (words) => speller.learn(words),
    suggest: (word) => speller.suggest(word),
    addToKit: (word) => void addToKitWords(studio, word),
    addToMine: (word) => void addToMyWords(studio, word),
    openTextMenu: (x, y) => void openMenu(studio, 'editor', {}, x, y),
    subscribe: (listener) => speller.subscribe(listener),
  };
  const converter = new HtmlConverter();
  const pasting: Pasting = {
    toMarkdown: (html) => converter.convert(html),
    keepPicture: (path, file, name) => keepPicture(studio, path, file, name),
    tell: (message) => notify(studio, 'info', message),
    state: (path) => studio.buffers.state(path),
    dispatch: (path, spec) => studio.buffers.dispatch(path, spec),
  };
  return (path, options) => [
    kitUndo((state, direction) => stepTogether(studio, path, state, direction)),
    editorExtensions(path, options, studio.store.getState().app.settings, assist, spelling, pasting),
  ];
}
