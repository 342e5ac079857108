import type { Block, CellValue, TableBlock } from '../../preview/block';
import { leftOut, listed, MOST_MARKS } from '../../preview/chart/left-out';
import type { MapItem, Paint } from '../../preview/chart/spec';
import { LEVELS, type Level, product, type Rating, type Register, type Risk } from './model';

const STEPS = [1, 2, 3, 4, 5] as const;

const FIELDS: Readonly<Record<Level, Paint>> = {
  low: 'good-wash',
  medium: 'plain-wash',
  high: 'warning-wash',
  critical: 'bad-wash',
};
const CHIPS: Readonly<Record<Level, Paint>> = {
  low: 'good',
  medium: 'soft',
  high: 'warning',
  critical: 'bad',
};

/** Likelihood up, impact across; each risk stands where it is before mitigation, and an arrow leads to where it ends. */
export function heatMap(register: Register): Block[] {
  const placed = register.risks.filter((risk) => fieldOf(risk) !== null);
  const missing = register.risks
    .filter((risk) => fieldOf(risk) === null)
    .map((risk) => risk.id || 'one without an id');
  if (placed.length === 0)
    return [
      leftOut('the risks by likelihood and impact', 'No risk has both as whole numbers from 1 to 5 yet.'),
    ];
  if (placed.length > MOST_MARKS / 2)
    return [
      leftOut('the risks by likelihood and impact', `${placed.length} risks are more than a map can hold.`),
    ];
  const block: Block = {
    kind: 'chart',
    title: 'Risks by likelihood and impact: before mitigation (filled) and what remains after it (outline)',
    alt: altOf(register, placed),
    chart: {
      form: 'map',
      across: { label: 'Impact', steps: STEPS.map((step) => stepOf(register, 'impact', step)) },
      down: {
        label: 'Likelihood',
        steps: [...STEPS].reverse().map((step) => stepOf(register, 'likelihood', step)),
      },
      fields: [...STEPS].reverse().map((likelihood) =>
        STEPS.map((impact) => {
          const level = register.levelOf(likelihood * impact);
          return level === null ? null : FIELDS[level];
        }),
      ),
      items: placed.map((risk) => itemOf(register, risk)),
      legend: LEVELS.map((level) => ({
        label: `${level[0]?.toUpperCase()}${level.slice(1)}`,
        paint: CHIPS[level],
        shape: 'box' as const,
      })),
    },
    table: tableOf(placed),
    tabled: true,
    span: register.root.at('risks').keySpan,
  };
  if (missing.length === 0) return [block];
  const without = `${listed(missing)} ${missing.length === 1 ? 'has' : 'have'} no place on it: likelihood and impact are whole numbers from 1 to 5.`;
  return [block, { kind: 'paragraph', text: without, span: null, tone: 'quiet' }];
}

function stepOf(register: Register, side: 'likelihood' | 'impact', step: number) {
  return { label: String(step), span: register.root.at('scale', side, String(step)).span };
}

/** Column and row of a rating; null off the scale. */
function fieldOf({ likelihood, impact }: Rating): [number, number] | null {
  const known = (value: number | null): value is number => STEPS.some((step) => step === value);
  return known(likelihood) && known(impact) ? [impact - 1, 5 - likelihood] : null;
}

function itemOf(register: Register, risk: Risk): MapItem {
  const at = fieldOf(risk) ?? [0, 0];
  const to = fieldOf(risk.residual);
  const level = levelOf(register, risk);
  const paint = level === null ? 'soft' : CHIPS[level];
  const extent = risk.at.node?.span;
  const title = risk.at.at('title').text;
  const name = `${risk.id}${title === null ? '' : `, ${title}`}`;
  return {
    label: risk.id,
    name: `${name}: ${rated(register, risk)} before mitigation`,
    span: risk.at.at('id').span,
    ...(extent ? { extent } : {}),
    paint,
    at,
    ...(to
      ? {
          to: {
            at: to,
            mark: {
              name: `${name}: ${rated(register, risk.residual)} after mitigation`,
              span: risk.residual.at.keySpan,
              ...(risk.residual.at.node ? { extent: risk.residual.at.node.span } : {}),
            },
          },
        }
      : {}),
  };
}

function levelOf(register: Register, rating: Rating): Level | null {
  const score = product(rating);
  return score === null ? null : register.levelOf(score);
}

/** "3 × 4 = 12, high". */
function rated(register: Register, rating: Rating): string {
  const level = levelOf(register, rating);
  return `${rating.likelihood} × ${rating.impact} = ${product(rating)}${level === null ? '' : `, ${level}`}`;
}

function altOf(register: Register, placed: readonly Risk[]): string {
  const count = (ratings: readonly Rating[]) =>
    listed(
      [...LEVELS].reverse().flatMap((level) => {
        const n = ratings.filter((rating) => levelOf(register, rating) === level).length;
        return n === 0 ? [] : [`${n} ${level}`];
      }),
    );
  const residuals = placed.map((risk) => risk.residual).filter((rating) => fieldOf(rating) !== null);
  const after = residuals.length === 0 ? '' : ` After mitigation: ${count(residuals)}.`;
  const worst = [...placed].sort((a, b) => (product(b) ?? 0) - (product(a) ?? 0))[0];
  const top = worst ? ` The highest is ${worst.id} with ${rated(register, worst)}.` : '';
  return `A grid of likelihood and impact with ${placed.length} risks. Before mitigation: ${count(placed)}.${top}${after}`;
}

function tableOf(placed: readonly Risk[]): TableBlock {
  const cells = (rating: Rating): CellValue[] => {
    const { at } = rating;
    const number = (key: 'likelihood' | 'impact'): CellValue => ({
      text: rating[key] === null ? '–' : String(rating[key]),
      span: at.at(key).span,
    });
    return [
      number('likelihood'),
      number('impact'),
      { text: String(product(rating) ?? '–'), span: at.at('score').span },
    ];
  };
  return {
    kind: 'table',
    caption: 'Likelihood, impact and their product, before mitigation and after it',
    columns: [
      { label: 'Risk', align: 'start', width: 4 },
      ...['Likelihood', 'Impact', 'Score', 'Likelihood after', 'Impact after', 'Score after'].map(
        (label) => ({
          label,
          align: 'end' as const,
        }),
      ),
    ],
    rows: placed.map((risk) => ({
      cells: [
        { text: `${risk.id} ${risk.at.at('title').text ?? ''}`.trim(), span: risk.at.at('id').span },
        ...cells(risk),
        ...cells(risk.residual),
      ],
    })),
  };
}
