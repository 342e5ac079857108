import {
  type AutoCriterion,
  failBecause,
  judge,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import { fieldSpan } from '../../../rubric/field-span';
import type { Packet } from '../../../rubric/packet';
import { minuteNumber } from '../../../text/quantities';
import type { Entry, Timeline } from '../model';

/** At most this many records of a minute are offered. */
const MOST_OFFERED = 5;

type ScenarioRecord = ReturnType<Packet['records']>[number];

/** TL-04. Records of the scenario are the packet's records of the set `scenario-ref`. */
export const recordsCited: AutoCriterion<Timeline> = {
  id: 'TL-04',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'Every entry cites a record of its minute',
  failTitle: 'An entry cites no record, or one of another minute',
  why: 'Memory moves events to where they make sense. Only the record says when they happened, and anybody can look it up.',
  hint: 'Pick the record of that minute from the scenario, or correct the time.',
  sources: ['HOWIE'],
  check: ({ model, packet }) => {
    if (model.entries.length === 0) return failBecause('TL-02');
    const records = new Map<string, ScenarioRecord>();
    const byMinute = new Map<number, string[]>();
    for (const record of packet.records('scenario-ref')) {
      records.set(record.id, record);
      const minute = minuteOf(record.fields['t']);
      if (minute === null) continue;
      const others = byMinute.get(minute);
      if (others) others.push(record.id);
      else byMinute.set(minute, [record.id]);
    }
    const uncited = model.entries.flatMap((entry) =>
      entry.at.at('scenario_ref').text === null
        ? [{ span: missingRef(entry), message: `${nameOf(entry)} cites no record` }]
        : [],
    );
    if (records.size === 0)
      return uncited.length > 0
        ? judge(uncited)
        : notEvaluated('The records can be looked up when the packet holds the incident scenario');
    const problems: Problem[] = [...uncited];
    for (const entry of model.entries) {
      const problem = judgeEntry(entry, records, byMinute);
      if (problem) problems.push(problem);
    }
    return judge(
      problems.sort((a, b) => a.span.from - b.span.from),
      model.entries.map(({ at }) => at.at('scenario_ref').span),
    );
  },
  examples: {
    pass: [
      {
        source: entry('2024-03-12T09:40Z', 'LOG-enr-03'),
        packet: scenario('LOG-enr-03', '2024-03-12T09:40:12Z'),
        evidence: ['LOG-enr-03'],
      },
    ],
    fail: [
      {
        source: entry('2024-03-12T09:41Z', 'LOG-enr-03') + entry('2024-03-12T09:42Z', 'LOG-enr-04').slice(9),
        packet: scenario('LOG-enr-03', '2024-03-12T09:40:12Z'),
        at: ['LOG-enr-03', 'LOG-enr-04'],
      },
      {
        source: 'entries:\n  - {t: "2024-03-12T09:41Z", text: Somebody noticed}\n',
        at: ['2024-03-12T09:41Z'],
      },
      { source: 'entries: []\n' },
    ],
  },
};

function judgeEntry(
  entry: Entry,
  records: ReadonlyMap<string, ScenarioRecord>,
  byMinute: ReadonlyMap<number, readonly string[]>,
): Problem | null {
  const ref = entry.at.at('scenario_ref');
  if (ref.text === null) return null;
  const minute = entry.minute === null ? null : Math.floor(entry.minute);
  const offered = (minute === null ? [] : (byMinute.get(minute) ?? [])).slice(0, MOST_OFFERED);
  const hint = offered.length > 0 ? { hint: `Records of that minute: ${offered.join(', ')}.` } : {};
  const record = records.get(ref.text);
  if (!record)
    return { span: ref.span, message: `"${ref.text}" is no record of the incident scenario`, ...hint };
  const recorded = minuteOf(record.fields['t']);
  if (minute === null || recorded === null || recorded === minute) return null;
  return {
    span: ref.span,
    message: `${ref.text} is of ${String(record.fields['t'])}, the entry of ${entry.at.at('t').text}`,
    related: [
      { path: record.path, span: record.places['t'] ?? record.span, message: 'the time of the record' },
    ],
    ...hint,
  };
}

function minuteOf(t: unknown): number | null {
  const minute = typeof t === 'string' ? minuteNumber(t) : null;
  return minute === null ? null : Math.floor(minute);
}

function missingRef({ at, place }: Entry) {
  return at.at('scenario_ref').exists ? fieldSpan(at, 'scenario_ref') : place;
}

function nameOf({ at }: Entry): string {
  return at.at('t').text === null ? 'An entry' : `The entry of ${at.at('t').text}`;
}

function entry(t: string, ref: string): string {
  return `entries:\n  - {t: "${t}", kind: signal, text: Rows filtered, scenario_ref: ${ref}}\n`;
}

function scenario(ref: string, t: string): Readonly<Record<string, string>> {
  return { 'kit/incident_scenario.json': `{"metadata": {}, "logs": [{"ref": "${ref}", "t": "${t}"}]}` };
}
