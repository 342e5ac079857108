import type { Block, CellValue } from '../../preview/block';
import { readableKey } from '../../preview/labels';
import { ownEntries } from '../../preview/own-keys';
import type { DataReader } from '../../rubric/read-data';
import { LEVELS, type Level, type Register, type Risk } from './model';

const STEPS = [1, 2, 3, 4, 5] as const;

/** What is watched, its threshold, and the alert that says so. */
export function triggerText(risk: Risk): string {
  const at = risk.at.at('trigger');
  const alert = at.at('alert_id').text;
  const what = [at.at('metric').spelled, at.at('threshold').spelled]
    .filter((part) => part !== null)
    .join(' ');
  return `${what || '–'}${alert === null ? ' (no alert)' : ` (${alert})`}`;
}

/** What the steps of likelihood and impact mean. */
export function scale(register: Register): Block[] {
  const at = register.root.at('scale');
  if (!at.exists) return [];
  return [
    { kind: 'heading', level: 3, text: 'What the numbers mean', span: at.keySpan },
    {
      kind: 'table',
      caption: `Levels by score: ${LEVELS.map((level) => `${level} ${band(register, level)}`).join(', ')}`,
      columns: [
        { label: 'Step', align: 'end' },
        { label: 'Likelihood', align: 'start', width: 4 },
        { label: 'Impact', align: 'start', width: 4 },
      ],
      rows: STEPS.map((step) => ({
        cells: [
          { text: String(step), span: null },
          cell(at.at('likelihood', String(step))),
          cell(at.at('impact', String(step))),
        ],
      })),
    },
  ];
}

function band(register: Register, level: Level): string {
  const scores = Array.from({ length: 25 }, (_, i) => i + 1).filter(
    (score) => register.levelOf(score) === level,
  );
  return scores.length === 0 ? '–' : `${scores[0]}–${scores.at(-1)}`;
}

/** A risk in full. */
export function details(risk: Risk): Block[] {
  const { at } = risk;
  const labelled = (term: string, key: string) => ({ term, value: cell(at.at(key)) });
  const rollback = at.at('rollback_trigger');
  return [
    { kind: 'heading', level: 3, text: `${risk.id} ${text(at.at('title'))}`, span: at.at('id').span },
    {
      kind: 'entries',
      entries: [
        labelled('Cause', 'cause'),
        labelled('Event', 'event'),
        labelled('Consequence', 'consequence'),
        { term: `Response: ${text(at.at('response'))}`, value: cell(at.at('mitigation')) },
        { term: 'Trigger', value: { text: triggerText(risk), span: at.at('trigger').keySpan } },
        ...(rollback.exists ? [{ term: 'Stop or roll back', value: cell(rollback) }] : []),
        { term: 'Standing', value: { text: standing(risk), span: at.at('reviewed').span } },
        ...ownEntries(at.node, at.tree.text),
      ],
    },
  ];
}

function standing(risk: Risk): string {
  const { at } = risk;
  return `${readableKey(text(at.at('category')))} risk in ${text(at.at('phase'))}, ${text(at.at('status'))}, reviewed ${text(at.at('reviewed'))}`;
}

function text(at: DataReader): string {
  return at.spelled ?? '–';
}

function cell(at: DataReader): CellValue {
  return { text: text(at), span: at.span };
}
