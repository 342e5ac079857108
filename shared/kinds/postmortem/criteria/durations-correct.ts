import { type AutoCriterion, judge, notEvaluated, type Problem } from '../../../rubric/criterion';
import { quotes } from '../../../text/durations';
import type { Postmortem } from '../model';
import { DURATIONS, findDuration } from '../stated-durations';

/** PM-06. */
export const durationsCorrect: AutoCriterion<Postmortem> = {
  id: 'PM-06',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'The durations are stated and follow from the times',
  failTitle: 'A duration is missing or does not follow from the times',
  why: 'Time to detect and time to mitigate are what the next quarter is measured by; a wrong one makes every later comparison false.',
  hint: 'Recompute from the header: detect = detected − start, mitigate = mitigated − detected, impact = end − start, resolve = resolved − start.',
  sources: ['SREB'],
  check: ({ model }) => {
    const minuteOf = (name: (typeof DURATIONS)[number]['from' | 'to']) =>
      name === 'declared' ? model.declared : model.time(name);
    if (
      DURATIONS.some(
        ({ from, to }) => to !== 'declared' && (minuteOf(from) === null || minuteOf(to) === null),
      )
    ) {
      return notEvaluated('The durations can be judged when the header states its five times (PM-01)');
    }
    const fallback = model.section('timeline')?.heading.span ??
      model.doc.headings[0]?.span ?? { from: 0, to: 1 };
    const problems: Problem[] = [];
    const evidence = [];
    for (const { name, phrases, from, to } of DURATIONS) {
      const [a, b] = [minuteOf(from), minuteOf(to)];
      const minutes = a === null || b === null ? null : Math.round(b - a);
      const stated = findDuration(model.doc, phrases);
      if (!stated) {
        const wanted = minutes === null ? '' : `; the times give ${minutes} min`;
        problems.push({ span: fallback, message: `Nothing states the ${name}${wanted}` });
        continue;
      }
      evidence.push(stated.span);
      if (minutes === null) continue;
      for (const duration of stated.durations.filter((d) => !quotes(d, minutes))) {
        problems.push({
          span: { from: duration.from, to: duration.to },
          message: `${name}: stated ${duration.text.trim()}, computed ${minutes} min from ${from} to ${to}`,
          fix: {
            title: `Write ${minutes} min`,
            edits: [{ from: duration.from, to: duration.to, insert: `${minutes} min` }],
          },
        });
      }
    }
    problems.sort((x, y) => x.span.from - y.span.from);
    return judge(problems, evidence);
  },
  examples: {
    pass: [
      { source: report('315 min', '14 min', '365 min'), evidence: ['315 min'] },
      { source: report('5 h 15', '14 minutes', '6 h 5 min (365 min)') },
    ],
    fail: [
      { source: report('310 min', '14 min', '365 min'), at: ['310 min'] },
      { source: report('315 min', '15 min', '6 h 10 min (365 min)'), at: ['15 min', '6 h 10 min'] },
      {
        source: report('315 min', '14 min', '365 min').replace('- Time to mitigate: 50 min\n', ''),
        at: ['## Timeline (UTC)'],
      },
    ],
  },
};

function report(detect: string, declare: string, impact: string): string {
  const times = { start: '09:05', end: '15:10', detected: '14:20', mitigated: '15:10', resolved: '23:20' };
  const header = Object.entries(times).map(([name, clock]) => `${name}: "2024-03-12T${clock}Z"`);
  return `---\n${header.join('\n')}\ndate: "2024-03-12"\n---

# Report

## Timeline (UTC)

| Time | Event | Tag |
| --- | --- | --- |
| 14:34 | SEV-2 | declaration |

- Time to mitigate: 50 min
- Time to resolve: 855 min

| Duration | Length |
| --- | --- |
| Time to detect | ${detect} |
| Time to declare | ${declare} |
| Total impact | ${impact} |
`;
}
