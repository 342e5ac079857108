import type { Block, TableBlock } from '../../preview/block';
import { listed } from '../../preview/chart/left-out';
import { capitalised } from '../../preview/labels';
import { grouped } from '../../preview/number-text';
import { DURATIONS, durationOf, type Entry, MOMENTS, momentOf, type Timed, type Timeline } from './model';

export function told(entry: Entry): string {
  const kind = entry.kind === null ? '' : `, ${entry.kind.replaceAll('-', ' ')}`;
  return `${timeOf(entry)}${kind}: ${entry.at.at('text').text ?? 'no text'}`;
}

/** "14:20"; as it is written where it is no time. */
export function timeOf(entry: Entry): string {
  const text = entry.at.at('t').text ?? '–';
  return /T(\d{2}:\d{2})/.exec(text)?.[1] ?? text;
}

/** "03-11 23:59", for an entry that its place does not tell the time of. */
export function dayAndTime(entry: Entry): string {
  const found = /^\d{4}-(\d{2}-\d{2})T(\d{2}:\d{2})/.exec(entry.at.at('t').text ?? '');
  return found ? `${found[1]} ${found[2]}` : timeOf(entry);
}

export function lengthsAlt(model: Timeline): string {
  const lengths = DURATIONS.flatMap((duration) => {
    const measured = durationOf(model, duration);
    return measured ? [`${duration.label.toLowerCase()} ${grouped(measured.minutes)} min`] : [];
  });
  return `${capitalised(listed(lengths))}.`;
}

export function entriesAlt(model: Timeline, timed: readonly Timed[]): string {
  const start = momentOf(model, 'impact-start');
  const end = momentOf(model, 'detection');
  const [first, last] = [timed[0], timed.at(-1)];
  const range = first && last ? ` from ${first.at.at('t').text} to ${last.at.at('t').text}` : '';
  const all = `${timed.length} ${timed.length === 1 ? 'entry' : 'entries'}${range}.`;
  if (!start || !end) return all;
  const before = timed.filter(
    ({ kind, minute }) =>
      (kind === 'signal' || kind === 'belief') && minute >= start.minute && minute <= end.minute,
  ).length;
  return `${all} ${before} ${before === 1 ? 'signal or belief stands' : 'signals and beliefs stand'} between start and detection.`;
}

export function lengthsTable(model: Timeline): TableBlock {
  return {
    kind: 'table',
    caption: 'How long it took, by the marked entries',
    columns: [
      { label: 'Duration', align: 'start', width: 2 },
      { label: 'From', align: 'end' },
      { label: 'To', align: 'end' },
      { label: 'Minutes', align: 'end' },
    ],
    rows: DURATIONS.flatMap((duration) => {
      const measured = durationOf(model, duration);
      if (!measured) return [];
      return [
        {
          cells: [
            { text: duration.label, span: model.root.at('derived', duration.key).keySpan },
            { text: timeOf(measured.start), span: measured.start.place },
            { text: timeOf(measured.end), span: measured.end.place },
            { text: grouped(measured.minutes), span: null },
          ],
        },
      ];
    }),
  };
}

/** The entries themselves stand in tables of their own; this one counts them. */
export function kindsTable(timed: readonly Timed[]): TableBlock {
  const kinds = [...new Set(timed.map(({ kind }) => kind ?? 'no kind'))];
  return {
    kind: 'table',
    columns: [
      { label: 'Kind', align: 'start', width: 2 },
      { label: 'Entries', align: 'end' },
      { label: 'First', align: 'end' },
      { label: 'Last', align: 'end' },
    ],
    rows: kinds.map((kind) => {
      const entries = timed.filter((entry) => (entry.kind ?? 'no kind') === kind);
      const [first, last] = [entries[0], entries.at(-1)];
      return {
        cells: [
          { text: capitalised(kind.replaceAll('-', ' ')), span: null },
          { text: String(entries.length), span: null },
          { text: first ? timeOf(first) : '–', span: first?.place ?? null },
          { text: last ? timeOf(last) : '–', span: last?.place ?? null },
        ],
      };
    }),
  };
}

export function remarks(model: Timeline, timed: readonly Timed[], crowded: boolean): Block[] {
  const missing = MOMENTS.filter((moment) => !momentOf(model, moment));
  const untimed = model.entries.length - timed.length;
  const told = [
    crowded
      ? `${grouped(timed.length)} entries are more than lanes can show: they stand in the tables below.`
      : '',
    missing.length === 0
      ? ''
      : `Durations need each of these moments once, with a time: ${listed(missing.map((moment) => moment.replaceAll('-', ' ')))}.`,
    untimed === 0
      ? ''
      : `${untimed} ${untimed === 1 ? 'entry has' : 'entries have'} no time of the form 2024-03-12T14:20Z and ${untimed === 1 ? 'is' : 'are'} not drawn.`,
  ].filter((text) => text !== '');
  return told.map((text) => ({ kind: 'paragraph', text, span: null, tone: 'quiet' }));
}
