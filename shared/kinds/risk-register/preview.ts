import type { Block, CellValue, TableBlock, Tone } from '../../preview/block';
import { readableKey } from '../../preview/labels';
import { choiceCell, editable, textCell } from '../../rubric/editable';
import { growing, isBlank, placed } from '../../rubric/growing';
import { details, scale, triggerText } from './details';
import { heatMap } from './heat-map';
import { LEVELS, type Level, product, type Rating, type Register, type Risk } from './model';

const TONES: Readonly<Record<Level, Tone>> = {
  low: 'quiet',
  medium: 'plain',
  high: 'warning',
  critical: 'bad',
};

/** The register as its readers use it: how bad, where on the map, the table, then each risk in full. */
export function preview(register: Register): Block[] {
  if (register.risks.length === 0) {
    return [
      { kind: 'paragraph', text: 'The register holds no risks yet.', span: null, tone: 'quiet' },
      { ...riskTable(register), forWriting: true },
    ];
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

function riskTable(register: Register): TableBlock {
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
    ...growing(register.root.at('risks'), 'risk'),
    rows: register.risks.map((risk) => ({
      ...placed(risk.at, nameOf(risk)),
      cells: [
        titleCell(risk),
        ratingCell(risk, nameOf(risk)),
        levelCell(risk),
        textCell(risk.at.at('owner'), `Owner of ${nameOf(risk)}`, { order: KEYS }),
        ratingCell(risk.residual, `${nameOf(risk)} after mitigation`),
        triggerCell(risk),
        textCell(risk.at.at('phase'), `Phase of ${nameOf(risk)}`, { order: KEYS }),
        statusCell(risk),
      ],
    })),
  };
}

/** A risk in the names of its cells. */
function nameOf(risk: Risk): string {
  return risk.id || `risk ${Number(risk.at.path.at(-1)) + 1}`;
}

function titleCell(risk: Risk): CellValue {
  const title = textCell(risk.at.at('title'), `Title of ${nameOf(risk)}`, { order: KEYS });
  const id: CellValue = { text: `${risk.id} `, span: risk.at.at('id').span };
  return { text: `${risk.id} ${title.text}`, span: title.span, parts: [id, title] };
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

/** Keys of a risk in the order of the format. */
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
  'category',
  'owner',
  'response',
  'mitigation',
  'trigger',
  'rollback_trigger',
  'phase',
  'residual',
  'status',
  'reviewed',
];

const STATUSES = ['open', 'watching', 'closed', 'realised'];

function levelCell(risk: Risk): CellValue {
  const at = risk.at.at('level');
  return {
    ...choiceCell(at, `Level of ${nameOf(risk)}`, LEVELS, { order: KEYS }),
    ...(at.text === null || isBlank(at.text) ? {} : { text: readableKey(at.text) }),
    ...(risk.level === null ? {} : { tone: TONES[risk.level] }),
  };
}

function statusCell(risk: Risk): CellValue {
  const at = risk.at.at('status');
  return {
    ...choiceCell(at, `Status of ${nameOf(risk)}`, STATUSES, { order: KEYS }),
    ...(at.text === null || isBlank(at.text) ? {} : { text: readableKey(at.text) }),
    ...(at.text === 'realised' ? { tone: 'strong' as const } : {}),
  };
}

/** What is watched and its threshold, each with its place. */
function triggerCell(risk: Risk): CellValue {
  const at = risk.at.at('trigger');
  const whole = triggerText(risk);
  const alert = at.at('alert_id').text;
  if (!at.at('metric').exists || !at.at('threshold').exists) return { text: whole, span: at.keySpan };
  const name = nameOf(risk);
  return {
    text: whole,
    span: at.keySpan,
    parts: [
      textCell(at.at('metric'), `Metric of the trigger of ${name}`),
      { text: ' ', span: null },
      textCell(at.at('threshold'), `Threshold of the trigger of ${name}`),
      { text: alert === null ? ' (no alert)' : ` (${alert})`, span: at.keySpan },
    ],
  };
}
