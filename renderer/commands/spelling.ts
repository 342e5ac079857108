import { addWordEdits, readWords, WORDS_FILE } from '../../shared/spelling/kit-words';
import { wordsIn } from '../../shared/spelling/words-in';
import { Debounced } from './debounce';
import { notify } from './notify';
import { editOwnFile } from './own-file';
import { changeSettings } from './settings';
import type { Studio } from './studio';

/** The names of a kit are asked for when its checks have settled for this long, in milliseconds. */
const NAMES_PAUSE = 1000;

/** Keeps spelling in step with the settings, with the names that the kit declares, and with its own words. */
export function keepSpelling(studio: Studio): void {
  const { store, buffers, speller, host } = studio;
  const kitId = () => store.getState().kit?.kitId ?? null;

  const gatherNames = new Debounced(async () => {
    const asked = kitId();
    if (asked === null || !speller.on) return;
    const told = await studio.checker.ask({ type: 'names' });
    if (told === null || asked !== kitId()) return;
    speller.accept(
      'names',
      [...told, store.getState().kit?.name ?? ''].flatMap((name) => wordsIn(name).map(({ word }) => word)),
    );
  }, NAMES_PAUSE);

  const readKitWords = async () => {
    const asked = kitId();
    let text = buffers.text(WORDS_FILE);
    if (text === null && asked !== null && store.getState().kit?.files.has(WORDS_FILE)) {
      const answer = await host.call('artifact.read', { kitId: asked, path: WORDS_FILE });
      if (asked !== kitId()) return;
      text = answer.ok ? answer.value.text : null;
    }
    speller.accept('kit', text === null ? [] : readWords(text));
  };
  const rereadSoon = new Debounced(() => void readKitWords(), 100);

  const { settings: first } = store.getState().app;
  speller.setLanguage(first.spelling);
  speller.accept('mine', first.words);
  store.subscribe((now, before) => {
    const { settings } = now.app;
    if (settings.spelling !== before.app.settings.spelling) {
      speller.setLanguage(settings.spelling);
      gatherNames.call();
    }
    if (settings.words !== before.app.settings.words) speller.accept('mine', settings.words);
    if (now.kit?.kitId !== before.kit?.kitId) {
      speller.accept('names', []);
      void readKitWords();
    } else if (now.kit?.files !== before.kit?.files) rereadSoon.call();
    if (now.checks.reports !== before.checks.reports) gatherNames.call();
  });
  buffers.subscribe(({ kind, path }) => {
    if (path === WORDS_FILE && kind !== 'moved' && kind !== 'shown') rereadSoon.call();
  });
  host.on('kit.changed', ({ changes, lost }) => {
    if (lost || changes.some(({ path }) => path === WORDS_FILE)) rereadSoon.call();
  });
}

/** Shows what could be meant at the cursor; says so when nothing is wrong there. */
export function suggestSpelling(studio: Studio): void {
  if (refusedHere(studio)) return;
  if (!studio.editor?.spelling()) notify(studio, 'info', NOTHING_HERE);
}

/** Adds the misspelt word at the cursor to a dictionary. */
export function addHere(studio: Studio, add: (studio: Studio, word: string) => unknown): void {
  if (refusedHere(studio)) return;
  const word = studio.editor?.misspelt() ?? null;
  if (word === null) notify(studio, 'info', NOTHING_HERE);
  else add(studio, word);
}

const NOTHING_HERE = 'No word at the cursor is marked as misspelt';

/** Says why nothing is marked here at all; false when marks are to be expected. */
function refusedHere(studio: Studio): boolean {
  const { kit, app } = studio.store.getState();
  if (app.settings.spelling === 'off')
    notify(studio, 'info', 'Spelling is not checked. Choose American or British English in the Edit menu.');
  else if (kit?.readOnly) notify(studio, 'info', `${kit.name} is read-only, so its spelling is not marked.`);
  else return false;
  return true;
}

/** Declares a word right in this kit, for everyone who works on it. */
export async function addToKitWords(studio: Studio, word: string): Promise<void> {
  const { kit } = studio.store.getState();
  if (!kit || kit.readOnly) return;
  if (!(await editOwnFile(studio, WORDS_FILE, (text) => addWordEdits(text, word), 'input.spelling'))) return;
  const { speller } = studio;
  speller.accept('kit', [...speller.acceptedFrom('kit'), word]);
  notify(studio, 'good', `“${word}” is right in this kit from now on (${WORDS_FILE})`);
}

/** Declares a word right in every kit on this machine. */
export async function addToMyWords(studio: Studio, word: string): Promise<void> {
  const { words } = studio.store.getState().app.settings;
  if (words.includes(word)) return;
  await changeSettings(studio, { words: [...words, word] });
  if (studio.store.getState().app.settings.words.includes(word))
    notify(studio, 'good', `“${word}” is in your own dictionary now`);
}
