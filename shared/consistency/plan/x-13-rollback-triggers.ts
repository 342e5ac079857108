import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { placeOf, type RecordOf, textOf } from '../record-fields';
import { belongTogether, distinct, inFile, pathsOf } from './partners';
import { differences, pairUp, type Terms, termsOf } from './trigger-terms';

/** The triggers of one document, with how messages call it. */
interface Told {
  readonly path: string;
  readonly name: string;
  readonly terms: readonly Terms[];
  /** Phases whose triggers are listed as a whole, so that one that is not there is missing. */
  readonly listed: (phase: string) => boolean;
  /** Where a missing trigger of a phase belongs. */
  readonly home: (phase: string) => Place | null;
}

/**
 * X-13. The RFC is compared with the plan and with the runbook, and without an RFC the plan with the runbook; what differs is reported in the later
 * document. Thresholds without a number are the findings of their own files. A sentence of the RFC is held against the trigger with its metric and
 * never taken for a complete list.
 */
export const rollbackTriggers: ConsistencyRule = {
  id: 'X-13',
  severity: 'must',
  title: 'Rollback triggers agree in RFC, plan and runbook',
  failTitle: 'A rollback trigger reads differently in two documents',
  why: 'At night the runbook is followed and the RFC is what was approved; two thresholds for one trigger mean a rollback that is late, or is argued about.',
  hint: 'Decide which threshold holds, then write metric, threshold and window the same in all three documents.',
  kinds: ['rfc', 'rollout-plan', 'support-doc'],
  check: (packet) => {
    const rfcs = toldBy(packet, 'rfc-trigger', 'the RFC');
    const plans = toldBy(packet, 'plan-trigger', 'the rollout plan');
    const runbooks = toldBy(packet, 'runbook-trigger', 'the rollback runbook');
    const pairs = [
      ...together(packet, plans, rfcs),
      ...together(packet, runbooks, rfcs.length > 0 ? rfcs : plans),
    ];
    const problems: RuleProblem[] = [];
    const evidence: Place[] = [];
    for (const [here, there] of pairs) compare(here, there, problems, evidence);
    if (problems.length > 0) return { verdict: 'fail', problems };
    if (evidence.length === 0)
      return {
        verdict: 'not-evaluated',
        reason:
          'Fewer than two of RFC, rollout plan and rollback runbook state rollback triggers for a phase',
      };
    return { verdict: 'pass', evidence: distinct(evidence) };
  },
  examples: {
    pass: [
      {
        files: {
          'kit/RFC-001-x.md': rfc('| P2 | completeness | < 99.9 % | 60 min |'),
          'kit/rollout-plan.yaml': plan('Completeness', 'below 99.9%', '1 h'),
          'kit/rollback-runbook.md': runbook(
            '| Phase 2 | completeness (order-line) | <99.9 percent | for 60 minutes |',
          ),
        },
      },
      {
        files: {
          'kit/RFC-001-x.md':
            '## Rollout\n\n| Phase | Rollback |\n|---|---|\n| P2 | freshness p95 > 15 min for 60 min, or completeness < 99.9 % for 1 h |\n',
          'kit/rollout-plan.yaml': plan('completeness', '< 99.9 %', '60 min'),
        },
      },
    ],
    fail: [
      {
        files: {
          'kit/RFC-001-x.md': rfc('| P2 | completeness | < 99.9 % | 30 min |'),
          'kit/rollout-plan.yaml': plan('completeness', '< 99.95 %', '30 min'),
          'kit/rollback-runbook.md': runbook('| P2 | completeness | > 99.9 % | 60 min |'),
        },
        at: [
          ['kit/rollout-plan.yaml', '< 99.95 %'],
          ['kit/rollback-runbook.md', '> 99.9 %'],
        ],
      },
      {
        files: {
          'kit/RFC-001-x.md': rfc('| P2 | completeness | < 99.9 % | 30 min |'),
          'kit/rollout-plan.yaml': plan('error rate', '< 99.9 %', '30 min'),
        },
        at: [['kit/rollout-plan.yaml', 'error rate']],
      },
      {
        files: {
          'kit/RFC-001-x.md': rfc(
            '| P2 | completeness | < 99.9 % | 30 min |\n| P2 | lag | > 5 min | 30 min |',
          ),
          'kit/rollout-plan.yaml': plan('completeness', '< 99.9 %', '60 min'),
        },
        at: [
          ['kit/rollout-plan.yaml', '60 min'],
          ['kit/rollout-plan.yaml', 'rollback_triggers'],
        ],
      },
      {
        files: {
          'kit/rollout-plan.yaml': plan('completeness', '< 99.9 %', '30 min'),
          'kit/rollback-runbook.md': runbook('| P2 | completeness | < 99.9 s | 30 min |'),
        },
        at: [['kit/rollback-runbook.md', '< 99.9 s']],
      },
    ],
  },
};

function rfc(rows: string): string {
  return `## Rollout\n\n| Phase | Metric | Threshold | Window |\n|---|---|---|---|\n${rows}\n`;
}

function plan(metric: string, threshold: string, window: string): string {
  return `phases:\n  - id: P2\n    rollback_triggers:\n      - {metric: "${metric}", threshold: "${threshold}", window: "${window}"}\n`;
}

function runbook(rows: string): string {
  return `---\nkind: support-doc\nsubtype: runbook\n---\n\n# Rollback runbook\n\n| Phase | Metric | Threshold | Window |\n|---|---|---|---|\n${rows}\n`;
}

function toldBy(packet: Packet, set: string, name: string): readonly Told[] {
  const records = packet.records(set);
  return pathsOf(records).map((path) => {
    const own = inFile(records, path);
    const listed = new Set(own.filter((r) => textOf(r, 'told') !== 'text').map((r) => textOf(r, 'phase')));
    return {
      path,
      name,
      terms: own.map(termsOf),
      listed: (phase) => listed.has(phase),
      home: (phase) => homeOf(packet, path, phase, own),
    };
  });
}

function homeOf(packet: Packet, path: string, phase: string, own: readonly RecordOf[]): Place | null {
  const planned = inFile(packet.records('plan-phase'), path).find((record) => record.id === phase);
  if (planned) return placeOf(planned, 'rollback_triggers');
  const beside = own.find((record) => textOf(record, 'phase') === phase);
  return beside ? { path, span: beside.span } : null;
}

function together(
  packet: Packet,
  heres: readonly Told[],
  theres: readonly Told[],
): (readonly [Told, Told])[] {
  const [paths, others] = [heres.map((told) => told.path), theres.map((told) => told.path)];
  return heres.flatMap((here) =>
    theres
      .filter((there) => belongTogether(packet, [here.path, paths], [there.path, others]))
      .map((there) => [here, there] as const),
  );
}

function compare(here: Told, there: Told, problems: RuleProblem[], evidence: Place[]): void {
  const phases = new Set([...here.terms, ...there.terms].map((terms) => terms.phase));
  for (const phase of phases) {
    const [ours, theirs] = [here, there].map((told) => told.terms.filter((t) => t.phase === phase)) as [
      Terms[],
      Terms[],
    ];
    // A document that names no trigger of a phase at all may leave it to the others.
    if (ours.length === 0 || theirs.length === 0) continue;
    const isText = (terms: Terms) => textOf(terms.record, 'told') === 'text';
    for (const pair of pairUp(
      ours,
      theirs.filter((terms) => !isText(terms)),
    )) {
      if (pair.here && pair.there) judge(there, pair.here, pair.there, problems, evidence);
      else if (pair.here && there.listed(phase)) problems.push(extra(there, pair.here, theirs));
      else if (pair.there && here.listed(phase)) problems.push(...missing(here, there, pair.there));
    }
    for (const told of theirs.filter(isText)) {
      const same = ours.find((terms) => terms.words === told.words);
      if (same) judge(there, same, told, problems, evidence);
    }
  }
}

function judge(there: Told, a: Terms, b: Terms, problems: RuleProblem[], evidence: Place[]): void {
  const found = differences(a, b);
  const [first] = found;
  if (!first) {
    if (a.limit && b.limit) evidence.push(placeOf(a.record, 'threshold'), placeOf(b.record, 'threshold'));
    return;
  }
  const parts = found.map((d) => `the ${d.part} is "${d.here}" here and "${d.there}" in ${there.name}`);
  const metric = first.part === 'metric' ? '' : `, ${b.metric}`;
  const problem = {
    ...placeOf(a.record, first.field),
    message: `Rollback trigger of ${a.phase}${metric}: ${parts.join('; ')}`,
    related: [
      {
        ...placeOf(b.record, first.field),
        message: `${there.name}: ${[b.metric, b.threshold, b.window && `for ${b.window}`].filter(Boolean).join(' ')}`,
      },
    ],
  };
  // A table and a sentence of the RFC may both differ from the same trigger; that is one finding.
  const twin = problems.findIndex((p) => p.path === problem.path && p.span.from === problem.span.from);
  if (twin < 0) problems.push(problem);
  else {
    const known = problems[twin] as RuleProblem;
    problems[twin] = { ...known, related: [...known.related, ...problem.related] };
  }
}

function missing(here: Told, there: Told, trigger: Terms): RuleProblem[] {
  const home = here.home(trigger.phase);
  if (!home) return [];
  return [
    {
      ...home,
      message: `No rollback trigger of ${trigger.phase} on ${trigger.metric} stands in ${here.name}; ${there.name} says ${trigger.threshold}`,
      related: [{ ...placeOf(trigger.record, 'metric'), message: `${there.name} lists it` }],
    },
  ];
}

function extra(there: Told, trigger: Terms, theirs: readonly Terms[]): RuleProblem {
  const others = theirs.map((terms) => terms.metric).join(', ');
  return {
    ...placeOf(trigger.record, 'metric'),
    message: `No rollback trigger of ${trigger.phase} on ${trigger.metric} stands in ${there.name}`,
    related: theirs.slice(0, 1).map((terms) => ({
      ...placeOf(terms.record, 'metric'),
      message: `${there.name} lists for ${trigger.phase}: ${others}`,
    })),
  };
}
