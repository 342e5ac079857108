import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { isNumbered, phaseTitle } from '../../text/phase-name';
import { placeOf, type RecordOf, textOf } from '../record-fields';
import { ISO, judgeGantts, phaseOf, spelled } from './gantt';
import { belongTogether, inFile, pathsOf } from './partners';

/**
 * The RFC keeps the dates it was approved with, so it is held against the plan before its replans; the chart against the plan as it is. A
 * difference from the RFC is reported in the plan, where a replan is recorded.
 */
export const phaseDates: ConsistencyRule = {
  id: 'X-14',
  severity: 'must',
  title: 'Phase names and dates agree in RFC, plan and chart',
  failTitle: 'A phase has another name or date in another document',
  why: 'Teams plan around the document they happened to open; a date that moved in one of them without a word is found out on the day.',
  hint: 'Record the move under `replans` with the old and the new dates, and draw the chart from the current plan.',
  kinds: ['rfc', 'rollout-plan', 'diagram'],
  check: (packet) => {
    const phases = packet.records('plan-phase');
    if (phases.length === 0)
      return { verdict: 'not-evaluated', reason: 'The packet holds no rollout plan with phases' };
    const problems: RuleProblem[] = [];
    const evidence: Place[] = [];
    for (const [plan, rfc] of plansWithRfcs(packet, phases)) judgeRfc(plan, rfc, problems, evidence);
    // A chart belongs to no plan by its form; with several plans, it is held against the phases of all.
    judgeGantts(packet, phases, problems, evidence);
    if (problems.length > 0) return { verdict: 'fail', problems };
    if (evidence.length === 0)
      return {
        verdict: 'not-evaluated',
        reason: 'Neither an RFC nor a Gantt chart of the packet dates the phases of the plan',
      };
    return { verdict: 'pass', evidence };
  },
  examples: {
    pass: [
      {
        files: {
          'kit/RFC-001-x.md': rfc('P0 Base', '2024-01-01', '2024-01-31'),
          'kit/rollout-plan.yaml': plan('2024-01-01', '2024-02-15', '2024-01-31'),
          'kit/diagrams/plan.mmd': 'gantt\n  inclusiveEndDates\n  P0 Base :2024-01-01, 2024-02-15\n',
        },
      },
      {
        files: {
          'kit/rollout-plan.yaml': plan('2024-01-01', '2024-01-31'),
          'kit/diagrams/plan.mmd':
            'gantt\n  section P0\n  Build :2024-01-01, 14d\n  Test :2024-01-15, 2024-02-01\n',
        },
      },
      {
        files: {
          'kit/RFC-001-x.md':
            '## Rollout\n\n### Phase 0: Base\n\nAgreed 2023-12-01, runs 2024-01-01 to 2024-01-31.\n',
          'kit/rollout-plan.yaml': plan('2024-01-01', '2024-01-31'),
        },
      },
      {
        files: {
          'kit/rollout-plan.yaml': plan('2024-01-01', '2024-01-31'),
          'kit/diagrams/plan.mmd':
            'gantt\n  inclusiveEndDates\n  P0 go or no go :milestone, 2023-12-29, 0d\n  P0 Base :2024-01-01, 2024-01-31\n',
        },
      },
      {
        files: {
          'kit/rollout-plan.yaml': plan('2024-01-01', '2024-01-31'),
          'kit/diagrams/plan.mmd':
            'gantt\n  inclusiveEndDates\n  P0 build :2024-01-01, 14d\n  P0 test :2024-01-15, 2024-01-31\n',
        },
      },
    ],
    fail: [
      {
        files: {
          'kit/RFC-001-x.md': rfc('P0 Basis', '2024-01-02', '2024-01-31'),
          'kit/rollout-plan.yaml': plan('2024-01-01', '2024-02-15'),
        },
        at: [
          ['kit/rollout-plan.yaml', 'Base'],
          ['kit/rollout-plan.yaml', '2024-01-01'],
          ['kit/rollout-plan.yaml', '2024-02-15'],
        ],
      },
      {
        files: {
          'kit/RFC-001-x.md': rfc('P1 Move', '2024-01-01', '2024-01-31'),
          'kit/rollout-plan.yaml': plan('2024-01-01', '2024-01-31'),
        },
        at: [
          ['kit/RFC-001-x.md', 'P1 Move'],
          ['kit/rollout-plan.yaml', 'P0'],
        ],
      },
      {
        files: {
          'kit/rollout-plan.yaml': plan('2024-01-01', '2024-01-31'),
          'kit/diagrams/plan.mmd':
            'gantt\n  P0 Basis :p0, 2024-01-03, 2024-02-15\n  P3 More :2024-03-01, 5d\n',
        },
        at: [
          ['kit/diagrams/plan.mmd', 'P0 Basis'],
          ['kit/diagrams/plan.mmd', '2024-01-03'],
          ['kit/diagrams/plan.mmd', '2024-02-15'],
          ['kit/diagrams/plan.mmd', 'P3 More'],
        ],
      },
    ],
  },
};

function rfc(name: string, start: string, end: string): string {
  return `## Rollout\n\n| Phase | Start | End |\n|---|---|---|\n| ${name} | ${start} | ${end} |\n`;
}

function plan(start: string, end: string, oldEnd = ''): string {
  const replans =
    oldEnd === ''
      ? ''
      : `replans:\n  - {date: "2024-01-20", phase: P0, old_start: "${start}", old_end: "${oldEnd}", new_start: "${start}", new_end: "${end}"}\n`;
  return `phases:\n  - {id: P0, name: Base, start: "${start}", end: "${end}"}\n${replans}`;
}

function plansWithRfcs(
  packet: Packet,
  phases: readonly RecordOf[],
): (readonly [plan: readonly RecordOf[], rfc: readonly RecordOf[]])[] {
  const stated = packet.records('rfc-phase');
  const [plans, rfcs] = [pathsOf(phases), pathsOf(stated)];
  return plans.flatMap((plan) =>
    rfcs
      .filter((rfc) => belongTogether(packet, [plan, plans], [rfc, rfcs]))
      .map((rfc) => [inFile(phases, plan), inFile(stated, rfc)] as const),
  );
}

function judgeRfc(
  plan: readonly RecordOf[],
  rfc: readonly RecordOf[],
  problems: RuleProblem[],
  evidence: Place[],
): void {
  const matched = new Map<RecordOf, RecordOf>();
  for (const stated of rfc) {
    const phase = phaseOf(isNumbered(stated.id) ? stated.id : (textOf(stated, 'name') ?? ''), plan);
    if (phase) matched.set(phase, stated);
    else if (textOf(stated, 'start') !== null) problems.push(notPlanned(stated, plan));
  }
  // An RFC that only speaks of phases in passing does not list them.
  const listed = rfc.some((stated) => textOf(stated, 'start') !== null);
  for (const phase of plan) {
    const stated = matched.get(phase);
    if (!stated && !listed) continue;
    if (!stated) {
      const first = rfc[0] as RecordOf;
      problems.push({
        path: phase.path,
        span: phase.span,
        message: `${phase.id} ${textOf(phase, 'name') ?? ''} is in the plan, but no phase of the RFC`.replace(
          '  ',
          ' ',
        ),
        related: [
          { ...placeOf(first, 'name'), message: `the RFC has ${rfc.length} phases, this is the first` },
        ],
      });
      continue;
    }
    const found = [...nameProblem(phase, stated), ...dateProblems(phase, stated)];
    problems.push(...found);
    if (found.length === 0) evidence.push(...datesHeld(phase, stated));
  }
}

function datesHeld(phase: RecordOf, stated: RecordOf): Place[] {
  return (['start', 'end'] as const).flatMap((side) =>
    ISO.test(textOf(phase, `original-${side}`) ?? '') && textOf(stated, side) !== null
      ? [placeOf(phase, `original-${side}`), placeOf(stated, side)]
      : [],
  );
}

function notPlanned(stated: RecordOf, plan: readonly RecordOf[]): RuleProblem {
  const name = textOf(stated, 'name') ?? stated.id;
  const last = plan.at(-1) as RecordOf;
  return {
    ...placeOf(stated, 'name'),
    message: `The RFC has a phase "${name}" that is not in the rollout plan`,
    related: [{ ...placeOf(last, 'name'), message: `the plan has ${plan.length} phases, up to ${last.id}` }],
  };
}

function nameProblem(phase: RecordOf, stated: RecordOf): RuleProblem[] {
  const [planned, said] = [textOf(phase, 'name'), phaseTitle(textOf(stated, 'name') ?? '')];
  if (planned === null || said === '' || spelled(phaseTitle(planned) || planned) === spelled(said)) return [];
  return [
    {
      ...placeOf(phase, 'name'),
      message: `${phase.id} is called "${planned}" here and "${said}" in the RFC`,
      related: [{ ...placeOf(stated, 'name'), message: `the RFC says "${said}"` }],
    },
  ];
}

function dateProblems(phase: RecordOf, stated: RecordOf): RuleProblem[] {
  return (['start', 'end'] as const).flatMap((side) => {
    const field = `original-${side}`;
    const [planned, said] = [textOf(phase, field), textOf(stated, side)];
    if (planned === null || said === null || planned === said || !ISO.test(planned)) return [];
    const verb = side === 'start' ? 'starts' : 'ends';
    const replanned = phase.fields['replanned'] === true;
    return [
      {
        ...placeOf(phase, field),
        message: replanned
          ? `Before its replan ${phase.id} ${verb} on ${planned} here; the RFC approved ${said}`
          : `${phase.id} ${verb} on ${planned} with no replan on record; the RFC approved ${said}`,
        related: [{ ...placeOf(stated, side), message: `the RFC says that ${phase.id} ${verb} on ${said}` }],
      },
    ];
  });
}
