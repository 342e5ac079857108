import nspell from 'nspell';
import type { Dictionary } from './spell-loop';
import type { SpellingLanguage } from './spell-protocol';

/**
 * Reads a dictionary that is part of the studio: no network, no dictionary of the system. The packages' own entry reads files with Node, so
 * their data is taken by path; each language is a chunk of its own and loads when it is wanted.
 */
export async function loadDictionary(language: SpellingLanguage): Promise<Dictionary> {
  const [aff, dic] = await FILES[language]();
  return nspell({ aff: aff.default, dic: dic.default });
}

type Raw = { readonly default: string };

const FILES: Readonly<Record<SpellingLanguage, () => Promise<readonly [Raw, Raw]>>> = {
  'en-US': () =>
    Promise.all([
      import('../../node_modules/dictionary-en/index.aff?raw'),
      import('../../node_modules/dictionary-en/index.dic?raw'),
    ]),
  'en-GB': () =>
    Promise.all([
      import('../../node_modules/dictionary-en-gb/index.aff?raw'),
      import('../../node_modules/dictionary-en-gb/index.dic?raw'),
    ]),
};
