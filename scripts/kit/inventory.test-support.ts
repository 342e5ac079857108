/** A worked example: path below `examples/`, kind, and for a working paper the sections it has to have. */
export interface Inventoried {
  readonly path: string;
  readonly kind: string;
  readonly sections: readonly string[];
}

/** Files of one folder of the inventory (section 5 of the artifact specification), `name kind`, sections after a bar. */
function folder(name: string, rows: readonly string[]): Inventoried[] {
  return rows.map((row) => {
    const [file = '', sections] = row.split(' | ');
    const [path = '', kind = ''] = file.split(' ');
    return { path: `${name}/${path}`, kind, sections: sections?.split(' · ') ?? [] };
  });
}

export const INVENTORY: readonly Inventoried[] = [
  ...folder('part1-design-doc', [
    'RFC-042-streaming-migration.md rfc',
    'RFC-042-one-pager.md support-doc | Ask · Why now · Options and scores · Cost · What we need by 2023-11-07',
    'tradeoff-matrix.yaml tradeoff-matrix',
    'risk-register.json risk-register',
    'rollout-plan.yaml rollout-plan',
    'capacity-plan.yaml support-data',
    'stakeholder-map.yaml support-data',
    'review-comments.yaml support-data',
    'problem-brief.md support-doc | Method · Findings (Q3 2023 baseline) · Annual cost · Limits of the data',
    'rollback-runbook.md support-doc | When · Preconditions · Steps to revert consumers to batch in 45 min · Verification · Stop conditions · Comms',
    'diagrams/data-flow-current.mmd diagram',
    'diagrams/data-flow-target.mmd diagram',
    'diagrams/sequence-order-event.mmd diagram',
    'diagrams/sequence-replay.mmd diagram',
    'diagrams/rollout-gantt.mmd diagram',
    'diagrams/deployment-topology.mmd diagram',
  ]),
  ...folder('part2-adr-catalog', [
    'adr-001-kafka.md adr',
    'adr-002-managed-kafka-msk.md adr',
    'adr-003-flink-stream-processing.md adr',
    'adr-004-schema-registry-backward.md adr',
    'adr-005-retention-and-archive-tiers.md adr',
    'adr-006-topic-taxonomy-and-keys.md adr',
    'adr-007-at-least-once-idempotent-sink.md adr',
    'adr-008-dual-run-phased-cutover.md adr',
    'adr-009-reject-accounting-and-dead-letter.md adr',
    'adr-010-full-transitive-compatibility.md adr',
    'adr-011-exactly-once-end-to-end.md adr',
    'decision-log.md decision-log',
    'tco-5yr-model.yaml tco-model',
    'tco-summary.md support-doc | Answer first · Totals table · What decides it · Where we lose · Sources and dates',
    'objection-playbook.md objection-playbook',
    'scorecards/adr-001-scorecard.yaml tradeoff-matrix',
    'scorecards/adr-002-scorecard.yaml tradeoff-matrix',
    'diagrams/decision-map.mmd diagram',
  ]),
  ...folder('part3-architecture-review', [
    'review-agenda.md review-agenda',
    'pre-read.md support-doc | Decision needed · Facts agreed · Options · Where we disagree · Questions for you',
    'raci-matrix.yaml raci-matrix',
    'disagree-and-commit-framework.md disagree-commit',
    'escalation-playbook.md escalation-playbook',
    'consensus-doc.md consensus-doc',
    'dissent-register.yaml dissent-register',
    'quality-attribute-scenarios.yaml quality-scenarios',
    'review-minutes.md support-doc | Attendance · Slot log · Arguments in order · Decisions · Actions',
    'facilitation-guide.md support-doc | Before · Opening words · Handling heat · Dissent round script · Closing · Checklist',
    'review-action-items.yaml support-data',
    'review-retrospective.md support-doc | What the format did well · What it missed (P2 gate) · Changes for next review',
    'diagrams/escalation-ladder.mmd diagram',
    'diagrams/decision-flow.mmd diagram',
  ]),
  ...folder('part4-postmortem', [
    'INC-2024-0312-postmortem.md postmortem',
    'timeline.yaml incident-timeline',
    'five-whys.md five-whys',
    'contributing-factors.yaml contributing-factors',
    'impact-assessment.yaml support-data',
    'slo-definitions.yaml slo-definitions',
    'error-budget-policy.md support-doc | Scope · Budgets · Thresholds · Freeze and exceptions · This incident · Review',
    'action-items.yaml action-items',
    'executive-summary.md executive-summary',
    'detection-gap-analysis.md support-doc | Signals that were green · Signals that existed unseen · Effect of a completeness alert · Residual blind spots',
    'replay-runbook.md support-doc | When · Cut-off maths · Steps · Verification query · Stop conditions · Game-day schedule',
    'customer-communication.md support-doc | Audience · Grocer notice 2024-03-13 10:00Z · Ads partner notice · Support macro · What we do not say',
    'diagrams/fishbone.mmd fishbone',
    'diagrams/incident-sequence.mmd diagram',
    'diagrams/incident-timeline.mmd diagram',
  ]),
];
