import type { Block, CellValue, Tone } from '../../preview/block';
import { readableKey } from '../../preview/labels';
import { ownEntries } from '../../preview/own-keys';
import { editable } from '../../rubric/editable';
import type { DataReader } from '../../rubric/read-data';
import { heatMap } from './heat-map';
import { LEVELS, type Level, product, type Rating, type Register, type Risk } from './model';

const STEPS = [1, 2, 3, 4, 5] as const;
const TONES: Readonly<Record<Level, Tone>> = {
  low: 'quiet',
  medium: 'plain',
  high: 'warning',
  critical: 'bad',
};

/** The register as its readers use it: how bad, where on the map, the table, then each risk in full. */
export function preview(register: Register): Block[] {
  if (register.risks.length === 0) {
    return [{ kind: 'paragraph', text: 'The register holds no risks yet.', span: null, tone: 'quiet' }];
  }
  return [
    { kind: 'paragraph', text: summary(register), span: register.root.at('risks').keySpan },
    ...heatMap(register),
    riskTable(register),
    ...scale(register),
    ...register.risks.flatMap((risk) => details(risk)),
  ];
}

/** Realised risks that the summary names; all of them have their status in the table. */
const NAMED = 12;

function summary(register: Register): string {
  const byLevel = [...LEVELS]
    .reverse()
    .map((level) => ({ level, count: register.risks.filter((risk) => risk.weight === level).length }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${count} ${level}`);
  const realised = register.risks
    .filter((risk) => risk.at.at('status').text === 'realised')
    .map((risk) => risk.id);
  const more = realised.length > NAMED ? ` and ${realised.length - NAMED} more` : '';
  const happened = realised.length === 0 ? '' : ` Realised: ${realised.slice(0, NAMED).join(', ')}${more}.`;
  return `${register.risks.length} risks: ${byLevel.join(', ')}.${happened}`;
}

function riskTable(register: Register): Block {
  return {
    kind: 'table',
    caption: 'Score is likelihood × impact',
    columns: [
      { label: 'Risk', align: 'start', width: 4 },
      { label: 'L × I', align: 'end' },
      { label: 'Level', align: 'start' },
      { label: 'Owner', align: 'start', width: 2 },
      { label: 'Residual', align: 'end' },
      { label: 'Trigger', align: 'start', width: 3 },
      { label: 'Phase', align: 'start' },
      { label: 'Status', align: 'start' },
    ],
    rows: register.risks.map((risk) => ({
      cells: [
        { text: `${risk.id} ${text(risk.at.at('title'))}`, span: risk.at.at('title').span },
        ratingCell(risk, risk.id),
        levelCell(risk),
        cell(risk.at.at('owner')),
        ratingCell(risk.residual, `${risk.id} after mitigation`),
        { text: trigger(risk), span: risk.at.at('trigger').keySpan },
        cell(risk.at.at('phase')),
        statusCell(risk),
      ],
    })),
  };
}

/** `3 × 4 = 12`; the stated score is marked when it is not the product. Likelihood and impact can be changed in their places. */
function ratingCell(rating: Rating, name: string): CellValue {
  const { span } = rating.at.at('score');
  const exact = product(rating);
  const wrong = exact !== null && rating.score !== null && exact !== rating.score;
  const score = ` = ${rating.score ?? exact ?? '–'}${wrong ? ` (is ${exact})` : ''}`;
  const parts: readonly CellValue[] = [
    factor(rating, 'likelihood', name),
    { text: ' × ', span: null },
    factor(rating, 'impact', name),
    { text: score, span },
  ];
  return {
    text: parts.map((part) => part.text).join(''),
    span,
    parts,
    ...(wrong || rating.score === null ? { tone: 'bad' as const } : {}),
  };
}

function factor(rating: Rating, key: 'likelihood' | 'impact', name: string): CellValue {
  const at = rating.at.at(key);
  const number = rating[key];
  return {
    text: number === null ? '–' : String(number),
    span: at.span,
    ...editable(
      at,
      `${key === 'likelihood' ? 'Likelihood' : 'Impact'} of ${name}`,
      {
        type: 'number',
        min: 1,
        max: 5,
        whole: true,
      },
      { order: KEYS },
    ),
  };
}

/** Keys of a risk around its rating, in the order of the format. */
const KEYS = [
  'id',
  'title',
  'cause',
  'event',
  'consequence',
  'likelihood',
  'impact',
  'score',
  'level',
  'residual',
];

function levelCell(risk: Risk): CellValue {
  const at = risk.at.at('level');
  return {
    text: readableKey(text(at)),
    span: at.span,
    ...(risk.level === null ? {} : { tone: TONES[risk.level] }),
  };
}

function statusCell(risk: Risk): CellValue {
  const at = risk.at.at('status');
  return {
    text: readableKey(text(at)),
    span: at.span,
    ...(at.text === 'realised' ? { tone: 'strong' as const } : {}),
  };
}

function trigger(risk: Risk): string {
  const at = risk.at.at('trigger');
  const alert = at.at('alert_id').text;
  const what = [at.at('metric').spelled, at.at('threshold').spelled]
    .filter((part) => part !== null)
    .join(' ');
  return `${what || '–'}${alert === null ? ' (no alert)' : ` (${alert})`}`;
}

function scale(register: Register): Block[] {
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

function details(risk: Risk): Block[] {
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
        { term: 'Trigger', value: { text: trigger(risk), span: at.at('trigger').keySpan } },
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
