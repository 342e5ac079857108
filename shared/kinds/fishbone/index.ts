import { defineKind } from '../../rubric/kind';

/** K19 · part 4 · breadth before depth: every condition that may have played a part. Only the universal criteria apply so far. */
export const fishbone = defineKind<null>({
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
  read: () => null,
  rubric: [],
  facts: () => [],
});
