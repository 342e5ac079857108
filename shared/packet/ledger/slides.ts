import type { Packet } from '../../rubric/packet';
import { type Dimension, type Measure, quotesMeasure } from '../../text/measures';
import { type Figure, type FigureSource, numberOf, type RecordOf, textOf } from './figure';

/** Figures on slides: the value of the report, the assessment, the actions or the plan that each quotes. */
export const slideFigures: FigureSource = {
  rules: ['X-37'],
  figures: (packet) => {
    const stated = packet.records('stated-number');
    return packet.records('slide-quantity').map((quantity): Figure => {
      const { path, span, id } = quantity;
      const source = sourceOf(quantity, stated);
      if (!source) return { path, span, text: id, source: null, how: '' };
      return {
        path,
        span,
        text: id,
        source: { path: source.path, span: source.span, name: nameOf(packet, source), value: source.id },
        how: '',
      };
    });
  },
};

/** Of all places that state it, the one that says it most exactly; of these the first. */
function sourceOf(quantity: RecordOf, stated: readonly RecordOf[]): RecordOf | null {
  const measure = measureOf(quantity);
  const fitting = stated.filter((row) => quotesMeasure(measure, measured(row)));
  const off = (row: RecordOf) => Math.abs((numberOf(row, 'value') ?? 0) - measure.value);
  // A bare number that happens to be equal says less than one that counts the same thing.
  const unlike = (row: RecordOf) => Number(textOf(row, 'unit') !== textOf(quantity, 'unit'));
  return fitting.sort((a, b) => unlike(a) - unlike(b) || off(a) - off(b))[0] ?? null;
}

/** What the number is where it stands: the measure of the impact assessment, else only the file. */
function nameOf(packet: Packet, { path, span }: RecordOf): string {
  const measure = packet
    .records('impact-measure')
    .find((row) => row.path === path && row.span.from <= span.from && span.to <= row.span.to);
  return measure ? `${measure.id} ${textOf(measure, 'name')}`.trim() : '';
}

function measureOf(row: RecordOf): Measure {
  return { ...row.span, text: row.id, tolerance: numberOf(row, 'tolerance') ?? 0, ...measured(row) };
}

function measured(row: RecordOf): Pick<Measure, 'value' | 'dimension' | 'unit'> {
  return {
    value: numberOf(row, 'value') ?? Number.NaN,
    dimension: textOf(row, 'dimension') as Dimension,
    unit: textOf(row, 'unit'),
  };
}
