import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, RuleProblem } from '../../rubric/rule';
import { contentWords } from '../../text/prose';
import { minuteNumber } from '../../text/quantities';
import { inTextOrder } from '../in-text-order';
import { listOf, numberOf, placeOf, type RecordOf, textOf } from '../record-fields';
import { sameIncident } from './same-incident';
import { clockOf, stampOf } from './spell-time';

const TIMELINE = 'kit/timeline.yaml';
const POSTMORTEM = 'kit/INC-2031-0102-postmortem.md';
const SCENARIO = 'kit/incident_scenario.json';

/** The times of the header, with the entry of the timeline that each of them repeats. */
const MOMENTS = [
  ['start', 'impact-start'],
  ['detected', 'detection'],
  ['mitigated', 'mitigation'],
  ['end', 'mitigation'],
  ['resolved', 'resolution'],
] as const;

/** That each entry of the timeline has a record of its minute is TL-04, that the header is complete and in order PM-01. */
export const timesFromRecord: ConsistencyRule = {
  id: 'X-31',
  severity: 'must',
  title: 'The times of the postmortem come from the timeline and its records',
  failTitle: 'A time in the postmortem is not the one on record',
  why: 'One row that is a few minutes off the record makes a reader check the other thirty; the durations are computed from these rows.',
  hint: 'Copy time, event and source from timeline.yaml, and correct timeline.yaml from the record it cites.',
  kinds: ['postmortem', 'incident-timeline', 'incident-scenario'],
  check: (packet) => {
    const entries = entriesOf(packet);
    const all = packet.records('postmortem-entry');
    const rows = all.filter((row, i) => inOrder(row, all[i - 1]));
    const headers = packet.records('incident-times');
    if (entries.length === 0)
      return { verdict: 'not-evaluated', reason: 'The packet has no timeline.yaml to compare with' };
    if (all.length === 0)
      return { verdict: 'not-evaluated', reason: 'No postmortem of the packet has a timeline table' };
    const related = sameIncident(packet);
    const problems = [
      ...headers.flatMap((header) =>
        headerProblems(
          header,
          entries.filter((entry) => related(entry.row.path, header.path)),
        ),
      ),
      ...rows.flatMap((row) =>
        rowProblem(
          row,
          entries.filter((entry) => related(entry.row.path, row.path)),
        ),
      ),
    ];
    if (problems.length > 0) return { verdict: 'fail', problems: inTextOrder(problems) };
    if (rows.length < all.length)
      return { verdict: 'not-evaluated', reason: 'Rows of the timeline table are out of order (PM-05)' };
    const open = offRecord(packet, entries);
    if (open !== null) return { verdict: 'not-evaluated', reason: open };
    return { verdict: 'pass', evidence: rows.map((row) => placeOf(row, 't')) };
  },
  examples: {
    pass: [
      { files: { [POSTMORTEM]: report('09:05', 'LOG-1'), [TIMELINE]: timeline(), [SCENARIO]: scenario() } },
    ],
    fail: [
      {
        files: { [POSTMORTEM]: report('09:06', 'LOG-1'), [TIMELINE]: timeline() },
        at: [[POSTMORTEM, '09:06']],
      },
      {
        files: { [POSTMORTEM]: report('09:05', 'LOG-7'), [TIMELINE]: timeline() },
        at: [[POSTMORTEM, 'LOG-7']],
      },
      {
        files: {
          [POSTMORTEM]: `${report('09:05', 'LOG-1')}| 09:20 | A cable is pulled | signal | LOG-8 |\n`,
          [TIMELINE]: timeline(),
        },
        at: [[POSTMORTEM, 'A cable is pulled']],
      },
      {
        files: {
          [POSTMORTEM]: report('09:05', 'LOG-1').replace('T09:05Z', 'T09:15Z'),
          [TIMELINE]: timeline(),
        },
        at: [[POSTMORTEM, '2031-01-02T09:15Z']],
      },
    ],
  },
};

/** An entry of the timeline with the minute, since 1970, of the record it cites. */
interface Entry {
  readonly row: RecordOf;
  readonly minute: number;
  /** The minute that the entry itself says, where the records of the packet say another, or nothing. */
  readonly loose: number | null;
  readonly kind: string;
  readonly text: string;
  readonly ref: string;
  /** False when the entry itself says another minute, or its record does not exist: TL-04 tells, and the report is measured by the record. */
  readonly onRecord: boolean;
}

function entriesOf(packet: Packet): Entry[] {
  const records = new Map(packet.records('scenario-ref').map((record) => [record.id, record]));
  return packet.records('timeline-entry').flatMap((row): Entry[] => {
    const ref = textOf(row, 'scenario_ref') ?? '';
    const said = minuteIn(row);
    const recorded = minuteIn(records.get(ref));
    const minute = recorded ?? said;
    if (minute === null) return [];
    const kind = textOf(row, 'kind') ?? '';
    return [
      {
        row,
        minute,
        loose: records.size > 0 && recorded !== said ? said : null,
        kind,
        text: textOf(row, 'text') ?? '',
        ref,
        onRecord: recorded === said,
      },
    ];
  });
}

/** Minutes since 1970, without seconds; null without a time stamp. */
function minuteIn(row: RecordOf | undefined): number | null {
  const minute = minuteNumber(row ? (textOf(row, 't') ?? '') : '');
  return minute === null ? null : Math.floor(minute);
}

/** A row before the one above it is found by PM-05. */
function inOrder(row: RecordOf, above: RecordOf | undefined): boolean {
  return above?.path !== row.path || (numberOf(row, 'minute') ?? 0) >= (numberOf(above, 'minute') ?? 0);
}

function headerProblems(header: RecordOf, entries: readonly Entry[]): RuleProblem[] {
  return MOMENTS.flatMap(([name, kind]): RuleProblem[] => {
    const said = minuteNumber(textOf(header, name) ?? '');
    const tagged = entries.filter((entry) => entry.kind === kind);
    const [entry] = tagged;
    // A moment that stands in the timeline twice is found by TL-02, an end that is not the mitigation by PM-01.
    if (said === null || !entry || tagged.length > 1) return [];
    if (name === 'end' && said !== minuteNumber(textOf(header, 'mitigated') ?? '')) return [];
    const wanted = entry.minute;
    if (Math.floor(said) === wanted) return [];
    const stamp = stampOf(wanted);
    const place = placeOf(header, name);
    return [
      {
        ...place,
        message: `The header says \`${name}: ${textOf(header, name)}\`; the timeline has the ${kind} at ${stamp}`,
        related: [{ ...placeOf(entry.row, 't'), message: `${kind}: ${entry.text}` }],
        fix: { title: `Write ${stamp}`, edits: [{ ...place.span, insert: stamp }] },
      },
    ];
  });
}

function rowProblem(row: RecordOf, entries: readonly Entry[]): RuleProblem[] {
  const minute = numberOf(row, 'minute');
  if (minute === null) return [];
  const refs = listOf(row, 'refs');
  const text = textOf(row, 'text') ?? '';
  const cited = entries.filter((entry) => refs.includes(entry.ref));
  if (cited.some((entry) => entry.minute === minute)) return [];
  const told = entries.filter((entry) => sameEvent(text, entry.text));
  // The report repeats an entry that cites a wrong record, or none: TL-04 tells, at the entry.
  if ([...cited, ...told].some((entry) => entry.loose === minute)) return [];
  const elsewhere = cited[0] ?? told.find((entry) => entry.minute !== minute);
  const here = told.find((entry) => entry.minute === minute);
  if (here) {
    const wanted = here.ref;
    if (refs.length === 0 || wanted === '') return [];
    const place = placeOf(row, 'refs');
    return [
      {
        ...place,
        message: `${textOf(row, 't')}: the report cites ${refs.join(', ')} for this event, timeline.yaml ${wanted}`,
        related: [{ ...placeOf(here.row, 'scenario_ref'), message: here.text }],
        fix: { title: `Write ${wanted}`, edits: [{ ...place.span, insert: wanted }] },
      },
    ];
  }
  if (elsewhere) return [wrongTime(row, elsewhere)];
  // A row without a source that says in its own words what happened at a minute of the timeline.
  const atMinute = entries.filter((entry) => entry.minute === minute);
  if (refs.length === 0 && atMinute.some((entry) => shares(text, entry.text))) return [];
  const near = atMinute[0] ?? nearest(entries, minute);
  return [
    {
      ...placeOf(row, 'text'),
      message: `${textOf(row, 't')}: timeline.yaml has no such entry`,
      related: near ? [{ ...placeOf(near.row, 't'), message: `The nearest entry: ${near.text}` }] : [],
    },
  ];
}

function wrongTime(row: RecordOf, entry: Entry): RuleProblem {
  const said = textOf(row, 't') ?? '';
  const wanted = entry.minute;
  const stamp = said.includes('T') ? stampOf(wanted) : clockOf(wanted, said);
  const place = placeOf(row, 't');
  return {
    ...place,
    message: `The report has this event at ${said}, timeline.yaml at ${stampOf(wanted)}`,
    related: [{ ...placeOf(entry.row, 't'), message: entry.text }],
    fix: { title: `Write ${stamp}`, edits: [{ ...place.span, insert: stamp }] },
  };
}

/** Two texts tell of one event when most of the meaning words of the shorter one stand in the other. */
function sameEvent(a: string, b: string): boolean {
  const [one, other] = [contentWords(a), contentWords(b)];
  const least = Math.min(one.size, other.size);
  let common = 0;
  for (const word of one) if (other.has(word)) common++;
  return least > 0 && common / least >= 0.6;
}

function shares(a: string, b: string): boolean {
  const other = contentWords(b);
  return [...contentWords(a)].some((word) => other.has(word));
}

function nearest(entries: readonly Entry[], minute: number): Entry | null {
  const away = (entry: Entry) => Math.abs(entry.minute - minute);
  return entries.reduce<Entry | null>((best, e) => (best && away(best) <= away(e) ? best : e), null);
}

/** Why the times are not proved although the postmortem repeats the timeline; null when they are. */
function offRecord(packet: Packet, entries: readonly Entry[]): string | null {
  if (packet.records('scenario-ref').length === 0)
    return 'The packet has no incident scenario to take the times from';
  const loose = entries.find((entry) => !entry.onRecord);
  return loose
    ? `The entry of ${textOf(loose.row, 't')} in timeline.yaml has no record of its minute (TL-04)`
    : null;
}

function report(time: string, ref: string): string {
  const header =
    '---\nid: INC-2031-0102\ndate: "2031-01-02"\nstart: "2031-01-02T09:05Z"\n---\n\n# Report\n\n';
  const table = '## Timeline (UTC)\n\n| Time | Event | Tag | Source |\n| --- | --- | --- | --- |\n';
  return `${header}${table}| ${time} | The filter takes the first row | impact-start | ${ref} |\n`;
}

function timeline(): string {
  return (
    'incident: INC-2031-0102\nentries:\n  - {t: "2031-01-02T09:05Z", kind: impact-start, ' +
    'text: The filter takes the first row, scenario_ref: LOG-1}\n'
  );
}

function scenario(): string {
  return '{"logs": [{"ref": "LOG-1", "t": "2031-01-02T09:05:10Z"}]}\n';
}
