import { defineKind } from '../../rubric/kind';
import { modelQuotes } from '../../rubric/model-quotes';
import { type Playbook, readPlaybook } from './model';
import { preview } from './preview';
import { rubric } from './rubric';
import { SKELETON } from './skeleton';

/** K09 · part 2 · ten questions you will be asked, answered in the asker's frame. */
export const objectionPlaybook = defineKind<Playbook>({
  id: 'objection-playbook',
  title: 'Objection playbook',
  purpose: "Ten questions you will be asked, answered in the asker's frame.",
  part: 2,
  format: 'md',
  order: 40,
  files: ['objection-playbook.md'],
  contrasts: [
    { senior: 'Defends the design.', staff: 'Concedes what is true, then bounds it.' },
    { senior: 'One answer for everybody.', staff: 'An answer per frame: money, mechanism, working life.' },
    { senior: 'Adjectives.', staff: 'One number and its source.' },
  ],
  skeleton: SKELETON,
  read: readPlaybook,
  rubric,
  facts: (_model, source) => (source.format === 'md' ? modelQuotes(source.markdown) : []),
  preview,
  template: 'objection-playbook-template.md',
});
