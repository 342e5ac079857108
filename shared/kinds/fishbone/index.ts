import { defineKind } from '../../rubric/kind';
import { facts } from './facts';
import { type Fishbone, readFishbone } from './model';
import { preview } from './preview';
import { rubric } from './rubric';

/** K19 · part 4 · breadth before depth: every condition that may have played a part. */
export const fishbone = defineKind<Fishbone>({
  id: 'fishbone',
  title: 'Fishbone',
  purpose: 'Breadth before depth: every condition that may have played a part.',
  part: 4,
  format: 'mmd',
  order: 130,
  files: ['diagrams/fishbone.mmd', 'fishbone.mmd'],
  contrasts: [
    { senior: 'A brainstorm.', staff: 'Each leaf verified, or marked as a hypothesis.' },
    { senior: 'A bone for people.', staff: 'Bones for conditions.' },
  ],
  read: readFishbone,
  rubric,
  facts,
  preview,
});
