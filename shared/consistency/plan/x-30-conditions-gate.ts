import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { phasesNamed } from '../../text/phase-name';
import { placeOf, type RecordOf, textOf } from '../record-fields';
import { isLate } from './chain';
import { belongTogether, inFile, pathsOf } from './partners';

interface Found {
  readonly problems: RuleProblem[];
  readonly evidence: Place[];
  /** CON-07 says it in the consensus document. */
  said: boolean;
}

/** X-30. A condition without evidence is CON-07's finding and counts here without being repeated. */
export const conditionsGate: ConsistencyRule = {
  id: 'X-30',
  severity: 'must',
  title: 'Review conditions gate their phases',
  failTitle: 'A review condition holds no phase back',
  why: '"Approved with conditions" means something only when a phase cannot start without them; a condition outside the plan is forgotten by its due date.',
  hint: 'Make the condition an entry check (`condition: C-n`) of the phase it gates, due on or before the day that phase starts.',
  kinds: ['consensus-doc', 'rollout-plan'],
  check: (packet) => {
    const conditions = packet.records('review-condition');
    const phases = packet.records('plan-phase');
    const found: Found = { problems: [], evidence: [], said: false };
    const [reviews, plans] = [pathsOf(conditions), pathsOf(phases)];
    let compared = false;
    for (const review of reviews) {
      for (const plan of plans) {
        if (!belongTogether(packet, [review, reviews], [plan, plans])) continue;
        compared = true;
        judge(packet, inFile(conditions, review), inFile(phases, plan), found);
      }
    }
    if (found.problems.length > 0) return { verdict: 'fail', problems: found.problems };
    if (found.said) return { verdict: 'fail', problems: [], because: 'CON-07' };
    if (!compared || found.evidence.length === 0) {
      const lacks =
        conditions.length === 0
          ? 'no review conditions'
          : 'no rollout plan with phases that the conditions gate';
      return { verdict: 'not-evaluated', reason: `The packet holds ${lacks}` };
    }
    return { verdict: 'pass', evidence: found.evidence };
  },
  examples: {
    pass: [
      { files: files('2024-01-31', 'P1', 'report', 'met', '{check: "Enforced", condition: C-1}') },
      {
        files: {
          'kit/consensus-doc.md': `${files('2024-02-01', 'P1', 'report', 'met', '')['kit/consensus-doc.md']}| C-2 | It is paid | Ann Bell | 2025-01-01 | P1 | mail | waived |\n`,
          'kit/rollout-plan.yaml': files('', '', '', '', '{check: "Enforced", condition: C-1}')[
            'kit/rollout-plan.yaml'
          ],
        },
      },
      { files: files('2024-02-01', 'Phase 1 entry', 'report', 'open', '{check: "C-1 holds"}') },
    ],
    fail: [
      {
        files: files('2024-02-02', 'P1', 'report', 'open', '{check: "Enforced", condition: C-1}'),
        at: [['kit/consensus-doc.md', '2024-02-02']],
      },
      {
        files: files('2024-01-31', 'P1', 'report', 'open', '{check: "Enforced"}'),
        at: [['kit/rollout-plan.yaml', 'entry']],
      },
      {
        files: files('2024-01-31', 'P0', 'report', 'open', '{check: "Enforced", condition: C-1}'),
        at: [
          ['kit/consensus-doc.md', '2024-01-31'],
          ['kit/rollout-plan.yaml', 'C-1'],
        ],
      },
      {
        files: files('2024-01-31', 'P7', 'report', 'open', '{check: "Enforced", condition: C-9}'),
        at: [
          ['kit/consensus-doc.md', 'P7'],
          ['kit/rollout-plan.yaml', 'C-9'],
        ],
      },
      // CON-07 says this in the consensus document itself.
      { files: files('2024-01-31', 'P1', '', 'met', '{check: "Enforced", condition: C-1}'), at: [] },
    ],
  },
};

function files(due: string, gates: string, evidence: string, state: string, check: string) {
  return {
    'kit/consensus-doc.md': `## Conditions\n\n| ID | Condition | Owner | Due | Gates | Evidence | State |\n|---|---|---|---|---|---|---|\n| C-1 | It is enforced | Ann Bell | ${due} | ${gates} | ${evidence} | ${state} |\n`,
    'kit/rollout-plan.yaml': `phases:\n  - {id: P0, start: "2024-01-01", entry: [{check: "Ready"}]}\n  - id: P1\n    start: "2024-02-01"\n    entry:\n      - ${check}\n`,
  };
}

function judge(
  packet: Packet,
  conditions: readonly RecordOf[],
  phases: readonly RecordOf[],
  found: Found,
): void {
  const plan = phases[0]?.path ?? '';
  const gates = inFile(packet.records('plan-gate'), plan).filter((gate) => textOf(gate, 'side') === 'entry');
  for (const condition of conditions) {
    // A waived condition holds nothing back any more.
    if (textOf(condition, 'state')?.toLowerCase() === 'waived') continue;
    if (textOf(condition, 'evidence') === null && textOf(condition, 'state')?.toLowerCase() === 'met')
      found.said = true;
    const named = phasesNamed(textOf(condition, 'gates') ?? '');
    const gated = phases.filter((phase) => named.includes(phase.id));
    if (gated.length < named.length || named.length === 0) {
      found.problems.push(gatesNothing(condition, named, phases));
      continue;
    }
    for (const phase of gated) judgePhase(condition, phase, gates, found);
  }
  for (const gate of gates) {
    const id = textOf(gate, 'condition');
    if (id === null || conditions.some((condition) => condition.id === id)) continue;
    const last = conditions.at(-1) as RecordOf;
    found.problems.push({
      ...placeOf(gate, 'condition'),
      message: `${id} is no condition of the review`,
      related: [{ path: last.path, span: last.span, message: `the conditions end with ${last.id}` }],
    });
  }
}

function gatesNothing(
  condition: RecordOf,
  named: readonly string[],
  phases: readonly RecordOf[],
): RuleProblem {
  const unknown = named.filter((id) => !phases.some((phase) => phase.id === id));
  const first = phases[0] as RecordOf;
  const ids = phases.map((phase) => phase.id).join(', ');
  return {
    ...placeOf(condition, 'gates'),
    message:
      unknown.length > 0
        ? `${condition.id} gates ${unknown.join(' and ')}, which the rollout plan does not have`
        : `${condition.id} names no phase that it gates`,
    related: [{ path: first.path, span: first.span, message: `the plan has the phases ${ids}` }],
  };
}

function judgePhase(condition: RecordOf, phase: RecordOf, gates: readonly RecordOf[], found: Found): void {
  const [due, start] = [textOf(condition, 'due'), textOf(phase, 'start')];
  const before = found.problems.length;
  if (due !== null && start !== null && isLate(due, start, true))
    found.problems.push({
      ...placeOf(condition, 'due'),
      message: `${condition.id} is due on ${due}, after ${phase.id} has started on ${start}`,
      related: [{ ...placeOf(phase, 'start'), message: `${phase.id} starts on ${start}` }],
    });
  const own = gates.find((gate) => textOf(gate, 'phase') === phase.id && holds(gate, condition.id));
  if (!own) found.problems.push(notAnEntryCheck(condition, phase, gates));
  else if (found.problems.length === before)
    found.evidence.push(placeOf(condition, 'due'), placeOf(own, 'condition'));
}

function notAnEntryCheck(condition: RecordOf, phase: RecordOf, gates: readonly RecordOf[]): RuleProblem {
  const related = [
    {
      ...placeOf(condition, 'gates'),
      message: `${condition.id} gates ${phase.id}: ${textOf(condition, 'text') ?? ''}`,
    },
  ];
  const elsewhere = gates.find((gate) => holds(gate, condition.id));
  return elsewhere
    ? {
        ...placeOf(elsewhere, 'condition'),
        message: `${condition.id} is an entry check of ${textOf(elsewhere, 'phase')}; the review made it a gate of ${phase.id}`,
        related,
      }
    : {
        ...placeOf(phase, 'entry'),
        message: `No entry check of ${phase.id} asks for ${condition.id}`,
        related,
      };
}

/** A check asks for a condition by its key, or by naming it in its text. */
function holds(gate: RecordOf, id: string): boolean {
  const named = textOf(gate, 'condition');
  if (named !== null) return named === id;
  const text = ` ${textOf(gate, 'check') ?? ''} ${textOf(gate, 'measure') ?? ''} `;
  return text.split(/[^A-Za-z0-9-]+/).includes(id);
}
