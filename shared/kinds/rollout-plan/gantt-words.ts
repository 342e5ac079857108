import type { TableBlock } from '../../preview/block';
import { listed } from '../../preview/chart/left-out';
import type { LegendEntry, TimeBar } from '../../preview/chart/spec';
import type { DataReader } from '../../rubric/read-data';
import { type Gate, hasNumber, type Phase, phaseName } from './model';

interface Dated {
  readonly start: number;
  /** The last day, which belongs to the phase. */
  readonly end: number;
}

export interface DatedPhase extends Dated {
  readonly phase: Phase;
  /** The dates before any replan, where they were others. */
  readonly former: (Dated & { readonly at: DataReader }) | null;
}

/** "1 gate", "2 gates". */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** What of the plan is in the picture. */
export function legendOf(placed: readonly DatedPhase[], freezes: readonly TimeBar[]): LegendEntry[] {
  const any = (test: (each: DatedPhase) => boolean) => placed.some(test);
  const gates = placed.flatMap(({ phase }) => [phase.entry, phase.exit]);
  const missing = gates.some((list) => list.length === 0);
  const vague = gates.some((list) => !list.every(hasNumber));
  return [
    { label: 'phase', paint: 'accent', shape: 'box' },
    { label: 'gates to enter and to leave', paint: 'ink', shape: 'point' },
    ...(vague ? [{ label: 'gate without a number', paint: 'warning', shape: 'point' } as const] : []),
    ...(missing ? [{ label: 'no gate', paint: 'bad', shape: 'point' } as const] : []),
    ...(any(({ phase }) => phase.triggers.length > 0)
      ? [{ label: 'rolls back on', paint: 'warning-wash', shape: 'box' } as const]
      : []),
    ...(any(({ former }) => former !== null)
      ? [{ label: 'as first planned', paint: 'soft', shape: 'outline' } as const]
      : []),
    ...(freezes.length > 0 ? [{ label: 'freeze', paint: 'plain-wash', shape: 'box' } as const] : []),
  ];
}

export function altOf(placed: readonly DatedPhase[], freezes: readonly TimeBar[]): string {
  const byTime = (key: 'start' | 'end') => [...placed].sort((a, b) => a[key] - b[key]);
  const sum = (list: 'entry' | 'exit' | 'triggers') =>
    placed.reduce((total, { phase }) => total + phase[list].length, 0);
  const start = byTime('start')[0]?.phase.at.at('start').text;
  const end = byTime('end').at(-1)?.phase.at.at('end').text;
  const moved = placed.flatMap(({ phase, end, former }) =>
    former && former.end !== end
      ? [
          `${phase.id || phaseName(phase)} ends ${counted(Math.abs(end - former.end), 'day')} ${end > former.end ? 'later' : 'earlier'}`,
        ]
      : [],
  );
  const frozen = freezes.map((freeze) => ` ${freeze.name.split('. ')[0]}.`).join('');
  return `${counted(placed.length, 'phase')} from ${start} to ${end}, with ${counted(sum('entry'), 'entry gate')}, ${counted(sum('exit'), 'exit gate')} and ${counted(sum('triggers'), 'rollback trigger')}.${moved.length > 0 ? ` Against the first plan ${listed(moved)}.` : ''}${frozen}`;
}

export function tableOf(placed: readonly DatedPhase[]): TableBlock {
  return {
    kind: 'table',
    caption: 'Phases, their dates and what can stop them',
    columns: [
      { label: 'Phase', align: 'start', width: 3 },
      { label: 'From', align: 'start', width: 2 },
      { label: 'To', align: 'start', width: 2 },
      { label: 'First planned to', align: 'start', width: 2 },
      ...['Entry gates', 'Exit gates', 'Triggers', 'Rollback (min)'].map((label) => ({
        label,
        align: 'end' as const,
      })),
    ],
    rows: placed.map(({ phase, former }) => {
      const { at } = phase;
      const text = (key: string) => ({ text: at.at(key).spelled ?? '–', span: at.at(key).span });
      const number = (key: string, list: readonly Gate[]) => ({
        text: String(list.length),
        span: at.at(key).keySpan,
      });
      const old = former?.at.at('old_end');
      return {
        cells: [
          { text: phaseName(phase), span: at.at('id').span },
          text('start'),
          text('end'),
          { text: old?.text ?? '–', span: old?.span ?? null },
          number('entry', phase.entry),
          number('exit', phase.exit),
          number('rollback_triggers', phase.triggers),
          text('rollback_minutes'),
        ],
      };
    }),
  };
}
