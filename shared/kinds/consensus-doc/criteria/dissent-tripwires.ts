import {
  type AutoCriterion,
  failBecause,
  judge,
  notApplicable,
  type Problem,
} from '../../../rubric/criterion';
import type { Span } from '../../../text/span';
import type { Consensus } from '../model';
import { dissenters } from '../positions';
import { tripwireRows } from '../tripwires';

/** CON-05. */
export const dissentTripwires: AutoCriterion<Consensus> = {
  id: 'CON-05',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Each dissent maps to a tripwire',
  failTitle: 'A dissent has no tripwire that could prove it right',
  why: 'A dissent that nothing can vindicate is a note; one with metric, threshold, owner and action is a bet the team can lose.',
  hint: 'Build the tripwire with the dissenter: metric, threshold, window, owner and action, and cite its id in the block.',
  sources: ['DOOR'],
  check: ({ model }) => {
    if (model.dissent.length === 0) {
      if (!model.positions || dissenters(model.positions).length > 0) return failBecause('CON-03');
      return notApplicable('No dissent is recorded');
    }
    const rows = tripwireRows(model);
    const problems: Problem[] = [];
    const evidence: Span[] = [];
    if (rows.length === 0 && model.dissent.some((block) => block.tripwires.length > 0)) {
      problems.push({
        span: model.place('tripwires'),
        message: 'There is no table of tripwires with id, metric, threshold, window, owner and action',
      });
    }
    const told = new Set<string>();
    for (const { id, heading, tripwires } of model.dissent) {
      if (tripwires.length === 0) {
        problems.push({ span: heading, message: `${id} cites no tripwire such as TW-01` });
        continue;
      }
      if (rows.length === 0) continue;
      const cited = rows.filter((row) => tripwires.some((t) => t.text === row.id));
      const whole = cited.find((row) => row.gaps.length === 0);
      if (whole) evidence.push(whole.at);
      else if (cited.length === 0)
        for (const t of tripwires.slice(0, 1))
          problems.push({
            span: { from: t.from, to: t.to },
            message: `${id} cites ${t.text}, which has no row in the table of tripwires`,
          });
      for (const row of whole ? [] : cited) {
        for (const gap of row.gaps) {
          if (told.has(`${row.id} ${gap.name}`)) continue;
          told.add(`${row.id} ${gap.name}`);
          problems.push({ span: gap.span, message: `${row.id} has no ${gap.name}` });
        }
      }
    }
    problems.sort((a, b) => a.span.from - b.span.from);
    return judge(problems, evidence);
  },
  examples: {
    pass: [{ source: example('TW-01', '< 99.95 %', 'Pause'), evidence: ['TW-01'] }],
    fail: [
      { source: example('none', '< 99.95 %', 'Pause'), at: ['### D-01 Leocadia Finch'] },
      { source: example('TW-09', '< 99.95 %', 'Pause'), at: ['TW-09'] },
      { source: example('TW-01', 'too low', 'Pause'), at: ['too low'] },
      {
        source: example('TW-01', '< 99.95 %', ''),
        at: ['| TW-01 | completeness | < 99.95 % | 30 min | Tomasz Adeyinka |  |'],
      },
      {
        source: example('TW-01', '', '').replace(/## Tripwires[\s\S]*/, '## Sign-off\n\nx\n'),
        at: ['## Sign-off'],
      },
      { source: '## Decision\n\nText.\n', at: [] },
    ],
  },
};

function example(tripwire: string, threshold: string, action: string): string {
  return `## Recorded dissent\n\n### D-01 Leocadia Finch\n\nNo. Tripwire: ${tripwire}.\n\n## Tripwires\n\n| ID | Metric | Threshold | Window | Owner | Action |\n|---|---|---|---|---|---|\n| TW-01 | completeness | ${threshold} | 30 min | Tomasz Adeyinka | ${action} |\n`;
}
