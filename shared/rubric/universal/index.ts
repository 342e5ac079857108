import type { Criterion } from '../criterion';
import { dates } from './dates';
import { header } from './header';
import { links } from './links';
import { ownWords } from './own-words';
import { parses } from './parses';
import { placeholders } from './placeholders';
import { provenance } from './provenance';
import { vagueQuantities } from './vague-quantities';

/** The criteria of every kind (artifact specification, section 1); a kind's own rubric comes on top. */
export const UNIVERSAL_CRITERIA: readonly Criterion<unknown>[] = [
  parses,
  placeholders,
  links,
  dates,
  vagueQuantities,
  header,
  provenance,
  ownWords,
];
