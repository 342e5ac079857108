import type { Extension } from '@codemirror/state';
import { spellingMarks } from './marks';
import { spellingMenu } from './menu';
import { type Spelling, spelled } from './spelled-facet';

export { misspeltAt } from './marks';
export { openSpellingMenu } from './menu';
export type { Spelling } from './spelled-facet';

/** Misspelt words in sight, with what could be meant. */
export function spellingOf(path: string, spelling: Spelling): Extension {
  return [spelled.of(spelling), spellingMenu, spellingMarks(path)];
}
