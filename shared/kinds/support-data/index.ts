import { defineKind } from '../../rubric/kind';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';
import { facts } from './facts';

/** K28 · cross-part · structured working papers that other files recompute from. Only the universal criteria apply so far. */
export const supportData = defineKind<DataReader>({
  id: 'support-data',
  title: 'Supporting data',
  purpose: 'Structured working papers that other files recompute from.',
  part: 'X',
  format: 'yaml',
  order: 800,
  files: [
    'capacity-plan.yaml',
    'stakeholder-map.yaml',
    'review-comments.yaml',
    'review-action-items.yaml',
    'impact-assessment.yaml',
  ],
  contrasts: [
    { senior: 'Attachments nobody reads.', staff: 'Data that other files recompute from.' },
    {
      senior: 'Comments resolved in silence.',
      staff: 'The disposition and its effect on the document kept.',
    },
  ],
  read: rootReader,
  rubric: [],
  facts,
});
