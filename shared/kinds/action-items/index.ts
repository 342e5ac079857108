import { defineKind } from '../../rubric/kind';
import { facts } from './facts';
import { type ActionItems, readActionItems } from './model';
import { preview } from './preview';
import { rubric } from './rubric';
import { schema } from './schema';

/** K23 · part 4 · work that makes recurrence harder, ranked by strength. */
export const actionItems = defineKind<ActionItems>({
  id: 'action-items',
  title: 'Action items',
  purpose: 'Work that makes recurrence harder, ranked by strength.',
  part: 4,
  format: 'yaml',
  order: 80,
  files: ['action-items.yaml'],
  contrasts: [
    {
      senior: '"Add monitoring", "train people".',
      staff: 'A level of the prevention hierarchy for each action.',
    },
    { senior: 'No proof.', staff: 'A verification that would fail today.' },
    { senior: 'A flat list.', staff: 'P0s with dates inside four weeks.' },
  ],
  schema,
  read: readActionItems,
  rubric,
  facts: (model) => facts(model.root),
  preview,
  template: 'action-items-template.yaml',
});
