import { defineKind } from '../../rubric/kind';
import { facts } from './facts';
import { type Paper, readPaper, SHAPES } from './model';
import { preview } from './preview';
import { rubric } from './rubric';
import { shapes } from './shapes';

/** K28 · cross-part · structured working papers that other files recompute from. A file under another name says `x-kind: support-data` and, behind `x-subtype:`, which paper it is. */
export const supportData = defineKind<Paper>({
  id: 'support-data',
  title: 'Supporting data',
  purpose: 'Structured working papers that other files recompute from.',
  part: 'X',
  format: 'yaml',
  order: 800,
  files: SHAPES.map((shape) => `${shape}.yaml`),
  contrasts: [
    { senior: 'Attachments nobody reads.', staff: 'Data that other files recompute from.' },
    {
      senior: 'Comments resolved in silence.',
      staff: 'The disposition and its effect on the document kept.',
    },
  ],
  shapes,
  read: readPaper,
  rubric,
  facts: (model) => facts(model.root),
  preview,
});
