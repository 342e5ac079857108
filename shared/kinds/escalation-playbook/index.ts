import { defineKind } from '../../rubric/kind';
import { facts } from './facts';
import { type Playbook, readPlaybook } from './model';
import { rubric } from './rubric';
import { SKELETON } from './skeleton';

/** K12 · part 3 · how a stuck decision moves up, on a clock, without heat. */
export const escalationPlaybook = defineKind<Playbook>({
  id: 'escalation-playbook',
  title: 'Escalation playbook',
  purpose: 'How a stuck decision moves up, on a clock, without heat.',
  part: 3,
  format: 'md',
  order: 30,
  files: ['escalation-playbook.md'],
  contrasts: [
    { senior: '"Raise it with your manager."', staff: 'A joint escalation that both sides sign.' },
    { senior: 'No clock.', staff: 'Times to acknowledge and to decide, and what happens when they run out.' },
    { senior: 'Escalating is failing.', staff: 'Entry conditions that make it normal.' },
  ],
  skeleton: SKELETON,
  read: readPlaybook,
  rubric,
  facts,
  template: 'escalation-playbook-template.md',
});
