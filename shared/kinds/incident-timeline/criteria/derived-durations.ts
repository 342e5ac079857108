import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { addKeys } from '../../../rubric/repairs/add-keys';
import { putNumber } from '../../../rubric/repairs/write-value';
import type { Span } from '../../../text/span';
import { MOMENT_LINES, timeline } from '../example-timeline';
import { DURATIONS, durationOf, type Entry, type Timeline } from '../model';

/** TL-03. A duration whose moments are missing waits for TL-02. */
export const derivedDurations: AutoCriterion<Timeline> = {
  id: 'TL-03',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'The durations are the differences of their moments',
  failTitle: 'A duration is not the difference of its moments',
  why: 'These six numbers are what slides and reviews quote; one that does not follow from the entries above it discredits both.',
  hint: 'Recompute the minutes from the marked entries.',
  sources: ['SREB'],
  check: ({ model, source }) => {
    const problems: Problem[] = [];
    const evidence: Span[] = [];
    const derived = model.root.at('derived');
    const wanted: string[] = [];
    const computed: Record<string, number> = {};
    for (const duration of DURATIONS) {
      const { key, from, to } = duration;
      const measured = durationOf(model, duration);
      if (!measured) continue;
      const { start, end, minutes: exact } = measured;
      const field = derived.at(key);
      const value = field.number;
      if (value !== null && fits(value, exact)) {
        evidence.push(field.span);
        continue;
      }
      const minutes = String(Math.round(exact));
      wanted.push(`${key} ${minutes}`);
      computed[key] = Math.round(exact);
      if (!derived.exists) continue;
      const told = `from ${start.at.at('t').text} to ${end.at.at('t').text} it is ${minutes} min`;
      problems.push({
        span: placeOf(derived, field),
        message: `${key} is ${value ?? (field.exists ? 'no number' : 'missing')}; ${told}`,
        related: [related(source.path, start, from), related(source.path, end, to)],
        ...putNumber(derived, key, minutes),
      });
    }
    if (!derived.exists && wanted.length > 0)
      problems.push({
        span: model.root.at('entries').keySpan,
        message: `The key derived is missing; the entries give ${wanted.join(', ')}`,
        ...addKeys(model.root.tree, [], [['derived', computed]], ['derived']),
      });
    if (problems.length === 0 && evidence.length === 0) return failBecause('TL-02');
    return judge(problems, evidence);
  },
  examples: {
    pass: [
      {
        source: timeline(
          [
            ...MOMENT_LINES.slice(0, 4),
            '10:20 recovery Starts',
            '10:55:40 recovery Done',
            '11:00 resolution Closed',
          ],
          'derived: {time_to_detect_min: 40, time_to_declare_min: 5, time_to_mitigate_min: 30, impact_min: 70, time_to_recover_min: 41, time_to_resolve_min: 115}\n',
        ),
        evidence: ['41', '115'],
      },
      {
        source: timeline(
          MOMENT_LINES,
          'derived: {time_to_detect_min: 40, time_to_declare_min: 5, time_to_mitigate_min: 30, impact_min: 70, time_to_recover_min: 0, time_to_resolve_min: 115}\n',
        ),
      },
    ],
    fail: [
      {
        source: timeline(
          MOMENT_LINES,
          'derived: {time_to_detect_min: 45, time_to_declare_min: 5, time_to_mitigate_min: "30", impact_min: 70, time_to_recover_min: 9}\n',
        ),
        at: ['45', '30', '9', 'derived'],
      },
      {
        source: timeline(['09:05 impact-start x', '09:45 detection y'], 'derived: {impact_min: 40}\n'),
        at: ['derived'],
      },
      { source: timeline(MOMENT_LINES), at: ['entries'] },
      { source: 'entries: []\n' },
    ],
  },
};

/** Stamps with seconds may be counted in full or in rounded minutes. */
function fits(value: number, exact: number): boolean {
  return Number.isInteger(exact) ? value === exact : Math.abs(value - exact) < 1;
}

function placeOf(
  parent: { readonly keySpan: Span },
  field: { readonly exists: boolean; readonly span: Span; readonly keySpan: Span },
): Span {
  if (!field.exists) return parent.keySpan;
  return field.span.to > field.span.from ? field.span : field.keySpan;
}

function related(path: string, entry: Entry, kind: string) {
  return { path, span: entry.place, message: kind };
}
