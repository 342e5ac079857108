import { describe, expect, it, vi } from 'vitest';
import { WORDS_FILE } from '../../shared/spelling/kit-words';
import { openFile } from './files';
import { openExample, openRecent } from './kits';
import { runCommand } from './run-command';
import { addToKitWords, addToMyWords } from './spelling';
import { testStudio, typeAtEnd } from './studio.test-support';

vi.setConfig({ testTimeout: 60_000 });

const notices = (studio: ReturnType<typeof testStudio>['studio']) =>
  studio.store.getState().notices.list.map(({ text }) => text);

describe('the dictionaries of a kit and of its author', () => {
  it('take words, and words in them are right at once', async () => {
    const { studio, kit, host } = testStudio();
    await openRecent(studio, 'kit');
    await studio.speller.learn(['fizz', 'buzz', 'jazz']);
    expect(studio.speller.verdict('fizz')).toBe(false);
    await addToKitWords(studio, 'fizz');
    await addToKitWords(studio, 'buzz');
    expect(kit.files.get(WORDS_FILE)).toBe('buzz\nfizz\n');
    await addToMyWords(studio, 'jazz');
    const settings = await host.call('settings.read', {});
    expect(settings.ok && settings.value.words).toEqual(['jazz']);
    await studio.speller.learn(['fizz', 'buzz', 'jazz', 'razz']);
    expect(['fizz', 'buzz', 'jazz', 'razz'].map((word) => studio.speller.verdict(word))).toEqual([
      ...[true, true, true, false],
    ]);
  });

  it('are read with the kit, and again when another program or the editor changes them', async () => {
    const { studio, host } = testStudio({ 'notes/plan.md': '# Plan\n', [WORDS_FILE]: '# ours\nfizz\n' });
    await openRecent(studio, 'kit');
    await vi.waitFor(() => expect(studio.speller.acceptedFrom('kit')).toEqual(['fizz']));
    await host.touch('kit', WORDS_FILE, 'fizz\nbuzz\n');
    await vi.waitFor(() => expect(studio.speller.acceptedFrom('kit')).toEqual(['fizz', 'buzz']));
    await openFile(studio, WORDS_FILE);
    typeAtEnd(studio, WORDS_FILE, 'jazz\n');
    await vi.waitFor(() => expect(studio.speller.acceptedFrom('kit')).toEqual(['fizz', 'buzz', 'jazz']));
  });

  it('know what the kit calls its people and things', async () => {
    const { studio } = testStudio({
      'kit.yaml':
        'version: 1\nname: Mine\npeople:\n  - {key: zz, name: Zzara Buzzard, role: Engineer, team: Fizzworks, level: 1}\n' +
        'glossary:\n  - {term: ledger-fuzz, meaning: A job, also: [jazzer]}\n',
      'notes/plan.md': '# Plan\n',
    });
    await openRecent(studio, 'kit');
    // What a kit says of its people counts once its standard is accepted.
    await vi.waitFor(() => expect(studio.store.getState().overlay).toEqual({ kind: 'standard' }), 10_000);
    studio.standard.choose('own');
    await vi.waitFor(
      () =>
        expect([...studio.speller.acceptedFrom('names')].sort()).toEqual([
          ...['Buzzard', 'Fizzworks', 'My', 'Zzara', 'fuzz', 'jazzer', 'ledger', 'packet'],
        ]),
      { timeout: 10_000 },
    );
    await studio.speller.learn(['Buzzard', 'dazzle']);
    expect([studio.speller.verdict('Buzzard'), studio.speller.verdict('dazzle')]).toEqual([true, false]);
  });
});

describe('the commands of spelling', () => {
  it('choose the English, or switch it off', async () => {
    const { studio } = testStudio();
    await runCommand(studio, 'edit.spellBritish');
    expect(studio.store.getState().app.settings.spelling).toBe('en-GB');
    await runCommand(studio, 'edit.spellOff');
    expect(studio.speller.on).toBe(false);
    await runCommand(studio, 'edit.spellAmerican');
    expect(studio.speller.on).toBe(true);
  });

  it('say why there is nothing to suggest', async () => {
    const { studio } = testStudio();
    await openRecent(studio, 'kit');
    await openFile(studio, 'notes/plan.md');
    await runCommand(studio, 'edit.spelling');
    expect(notices(studio).at(-1)).toBe('No word at the cursor is marked as misspelt');
    await runCommand(studio, 'edit.spellOff');
    await runCommand(studio, 'edit.addToMyWords');
    expect(notices(studio).at(-1)).toContain('Spelling is not checked');
  });

  it('leave a read-only kit alone', async () => {
    const { studio } = testStudio();
    await openExample(studio);
    await openFile(studio, 'examples/RFC-042-example.md');
    await runCommand(studio, 'edit.spelling');
    expect(notices(studio).at(-1)).toContain('is read-only');
    await addToKitWords(studio, 'fizz');
    expect(studio.speller.acceptedFrom('kit')).toEqual([]);
  });
});
