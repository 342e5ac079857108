import { defineKind } from '../../rubric/kind';
import { facts } from './facts';
import { type Framework, readFramework } from './model';
import { rubric } from './rubric';
import { SKELETON } from './skeleton';

/** K16 · part 3 · the house rules for disagreeing well and then pulling together. */
export const disagreeCommit = defineKind<Framework>({
  id: 'disagree-commit',
  title: 'Disagree-and-commit framework',
  purpose: 'The house rules for disagreeing well and then pulling together.',
  part: 3,
  format: 'md',
  order: 25,
  files: ['disagree-and-commit-framework.md'],
  contrasts: [
    { senior: 'A slogan.', staff: 'Behaviour that can be observed.' },
    { senior: 'One speed for everything.', staff: 'Different paths for one-way and two-way doors.' },
    { senior: 'Silence is consent.', staff: 'An explicit round.' },
  ],
  skeleton: SKELETON,
  read: readFramework,
  rubric,
  facts,
});
