import type { Criterion } from '../../rubric/criterion';
import { boundaries } from './criteria/boundaries';
import { edgesLabelled } from './criteria/edges-labelled';
import { explained } from './criteria/explained';
import { legend } from './criteria/legend';
import { parses } from './criteria/parses';
import { size } from './criteria/size';
import { unhappyPath } from './criteria/unhappy-path';
import type { Diagram } from './model';

/** K04, in the order of the artifact specification. */
export const rubric: readonly Criterion<Diagram>[] = [
  parses,
  size,
  edgesLabelled,
  boundaries,
  unhappyPath,
  explained,
  legend,
];
