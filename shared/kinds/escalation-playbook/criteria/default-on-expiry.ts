import { type AutoCriterion, fail, pass } from '../../../rubric/criterion';
import { peopleIn } from '../../../rubric/people-in-text';
import { sentencesIn } from '../../../text/prose';
import { has, matches } from '../../../text/quantities';
import { type Playbook, titleSpan } from '../model';

const TRIGGER = '(?<!\\p{L})(?:by default|default|if no decision)(?!\\p{L})';
const ACTOR =
  '(?<!\\p{L})(?:status quo|facilitator|captain|decider|author|objector|owner|chair|leads?|director|manager|EM|VP|CTO|page|question|proposal|L\\d)(?!\\p{L})';
const OUTCOME =
  '(?<!\\p{L})(?:stays?|stands?|remains?|holds?|applies|decides?|moves?|goes|passes|escalates?|falls|wins|lapses|reverts?|keeps?|takes?|hands?|sends?|records?|adopts?|rejects?|closes?)(?!\\p{L})';

/** ESC-03. The actor may be the status quo itself: "the status quo stays". */
export const defaultOnExpiry: AutoCriterion<Playbook> = {
  id: 'ESC-03',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'It is said what happens when the clock runs out',
  failTitle: 'Nothing happens when the clock runs out',
  why: 'A clock without a default is a wish: whoever prefers the present state only has to wait for it to pass.',
  hint: 'Write who does what when no decision stands: "the facilitator moves the page up", "the status quo stays", "the captain decides".',
  sources: ['GLDM'],
  check: ({ model, packet }) => {
    const { doc } = model;
    const told = sentencesIn(doc, { from: 0, to: doc.text.length }).filter(
      (s) => s.block.kind !== 'heading' && has(s.text, TRIGGER, 'i'),
    );
    const complete = told.filter((sentence) => {
      const actors = [
        ...matches(sentence.text, ACTOR, undefined, 'i'),
        ...peopleIn(sentence.text, packet.people),
      ];
      const first = Math.min(...actors.map((actor) => actor.to));
      return Number.isFinite(first) && has(sentence.text.slice(first), OUTCOME, 'i');
    });
    if (complete.length > 0) return pass(...complete.map((sentence) => sentence.span));
    const half = told[0];
    if (half)
      return fail({
        span: half.span,
        message: 'This default does not say who does what when the clock has run out',
      });
    return fail({
      span: model.clock?.heading.span ?? titleSpan(doc),
      message:
        'No sentence says what happens by default, or if no decision stands when the clock has run out',
    });
  },
  examples: {
    pass: [
      {
        source:
          '# Playbook\n\n## Clock rules\n\n- If no decision stands after 3 days, the status quo stays.\n',
        evidence: ['the status quo stays'],
      },
      {
        source: '# Playbook\n\n## Clock rules\n\nBy default Ana Ruiz decides alone.\n',
        packet: {
          'kit/raci-matrix.yaml':
            'people:\n  - {key: AR, name: Ana Ruiz, role: Staff Engineer, team: Data, level: 1}\n',
        },
      },
    ],
    fail: [
      { source: '# Playbook\n\n## Clock rules\n\nDeadlines are respected.\n', at: ['## Clock rules'] },
      {
        source: '# Playbook\n\n## Clock rules\n\nThere is a sensible default for each level.\n',
        at: ['There is a sensible default for each level.'],
      },
      { source: '# Playbook\n\nRaise it.\n', at: ['# Playbook'] },
    ],
  },
};
