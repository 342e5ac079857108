import { entries } from './entries';
import { fields } from './fields';
import { length } from './length';
import { pattern } from './pattern';
import { references } from './references';
import { sections } from './sections';
import { sum } from './sum';
import { table } from './table';
import type { Word } from './word';

/** The vocabulary of rubric files, as `docs/own-standard.md` documents it. */
export const VOCABULARY: readonly Word[] = [
  sections,
  fields,
  length,
  table,
  entries,
  pattern,
  sum,
  references,
];
