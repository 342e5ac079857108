import type { ArtifactKind } from '../rubric/kind';
import { tradeoffMatrix } from './tradeoff-matrix';

/** All kinds, one line each. Earlier kinds win when a file name fits several. */
export const KINDS: readonly ArtifactKind[] = [tradeoffMatrix];
