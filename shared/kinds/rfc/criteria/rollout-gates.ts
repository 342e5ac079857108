import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import type { Rfc } from '../model';
import { phases } from '../phases';

const LEAST_PHASES = 3;

/** RFC-09. */
export const rolloutGates: AutoCriterion<Rfc> = {
  id: 'RFC-09',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'The rollout has phases with gates and rollback triggers',
  failTitle: 'The rollout cannot say no',
  why: 'A plan of dates alone goes ahead whatever happens; gates and triggers with numbers show who planned for the bad day.',
  hint: 'Give each phase start and end, an entry or exit gate with a number, and the number that rolls it back.',
  sources: ['UBER'],
  check: ({ model }) => {
    const section = model.section('rollout');
    if (!section) return failBecause('RFC-02');
    const found = phases(model);
    const problems: Problem[] = [];
    if (found.length < LEAST_PHASES)
      problems.push({
        span: section.heading.span,
        message: `${found.length} of ${LEAST_PHASES} phases are described`,
      });
    for (const phase of found) {
      if (phase.dates.length < 2)
        problems.push({
          span: phase.at,
          message: `"${phase.name}" has ${phase.dates.length} of 2 dates: start and end`,
        });
      if (!phase.gated)
        problems.push({
          span: phase.gateAt ?? phase.at,
          message: `"${phase.name}" has no entry or exit gate with a quantity`,
        });
      if (!phase.triggered)
        problems.push({
          span: phase.triggerAt ?? phase.at,
          message: `"${phase.name}" has no rollback trigger with a quantity`,
        });
    }
    problems.sort((a, b) => a.span.from - b.span.from);
    return judge(
      problems,
      found.map((phase) => phase.at),
    );
  },
  examples: {
    pass: [
      { source: table('72 MB/s for 4 h', 'p99 > 250 ms'), evidence: ['P1 Shadow'] },
      {
        source:
          table('72 MB/s for 4 h', '–') +
          '\n| Phase | Metric | Threshold |\n|---|---|---|\n| P0 | lag | > 1 min |\n| P1 | lag | > 1 min |\n| P2 | lag | > 1 min |\n',
      },
      {
        source: ['P0', 'Phase 1', 'P2']
          .map(
            (p, i) =>
              `${i === 0 ? '## Rollout\n\n' : ''}### ${p} of it\n\n2023-11-20 to 2024-01-19.\n\n- Exit gate: 72 MB/s for 4 h\n- Rolled back when p99 > 250 ms\n\n`,
          )
          .join(''),
      },
    ],
    fail: [
      {
        source: table('72 MB/s for 4 h', 'p99 too high'),
        at: ['p99 too high', 'p99 too high', 'p99 too high'],
      },
      { source: table('load test', 'p99 > 250 ms'), at: ['load test', 'load test', 'load test'] },
      {
        source: table('5 min', '5 min').replace('2024-01-22 | 2024-03-01', '2024-01-22 | soon'),
        at: ['P1 Shadow'],
      },
      { source: table('5 min', '5 min').replace(/\| P2.*\n/, ''), at: ['## Rollout plan'] },
      { source: '## Context\n\nNo rollout.\n', at: [] },
    ],
  },
};

function table(gate: string, trigger: string): string {
  const row = (name: string, start: string, end: string) =>
    `| ${name} | ${start} | ${end} | ${gate} | ${trigger} |\n`;
  return `## Rollout plan\n\n| Phase | Start | End | Exit gate | Rollback trigger |\n|---|---|---|---|---|\n${row('P0 Foundations', '2023-11-20', '2024-01-19')}${row('P1 Shadow', '2024-01-22', '2024-03-01')}${row('P2 Cutover', '2024-03-04', '2024-04-26')}`;
}
