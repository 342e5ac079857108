import { addToKitWords, addToMyWords } from '../commands/spelling';
import type { Studio } from '../commands/studio';
import { goToDefinition, suggestions, symbolAt } from '../commands/symbols';
import type { ExtensionFactory } from '../state/buffers';
import { editorExtensions } from './extensions';
import type { Spelling } from './extensions/spelling';
import type { Assist } from './extensions/symbols';

/** The extensions of a studio's editors, with the settings read when a file opens. */
export function extensionFactory(studio: Studio): ExtensionFactory {
  const assist: Assist = {
    suggest: (path, wanted) => suggestions(studio, path, wanted),
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
    subscribe: (listener) => speller.subscribe(listener),
  };
  return (path, options) =>
    editorExtensions(path, options, studio.store.getState().app.settings, assist, spelling);
}
