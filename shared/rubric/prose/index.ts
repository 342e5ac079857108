import { fencedCode } from './fenced-code';
import { hedges } from './hedges';
import { leftMarkers } from './left-markers';
import { longSentences } from './long-sentences';
import { passives } from './passives';
import type { Remark } from './remark';
import { repeatedWords } from './repeated-words';

/** The remarks on prose, for files of every kind. Few and precise: one that is wrong now and then gets all of them switched off. */
export const PROSE_REMARKS: readonly Remark[] = [
  repeatedWords,
  hedges,
  longSentences,
  passives,
  leftMarkers,
  fencedCode,
];
