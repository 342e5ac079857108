import type { Packet } from '../../rubric/packet';
import type { RuleProblem } from '../../rubric/rule';
import { minuteNumber } from '../../text/quantities';
import { listOf, numberOf, placeOf, type RecordOf, textOf } from '../record-fields';
import { type Counted, counters, countOf } from './counted';
import { grouped, type ImpactMeasure, recompute } from './impact-measures';
import { accepted, dropped, type ImpactWindow, windowsIn } from './pipeline';

/** The figure of what was dropped is not what the counters give. */
export function totalProblem(total: ImpactMeasure, counted: Counted): RuleProblem[] {
  const windows = windowsIn(counted.pipeline, counted.impact);
  const wanted = countOf(counted);
  if (Math.abs(total.value - wanted) <= total.tolerance + counted.slack * windows.length) return [];
  return [
    {
      path: total.path,
      span: total.span,
      message: `${total.id} "${total.name}" is ${grouped(total.value)}; ${windows.length} windows of counters less a baseline of ${counted.baseline} give ${grouped(wanted)}`,
      related: counters(counted),
      ...(counted.slack === 0 ? fixOf(total, wanted) : {}),
    },
  ];
}

/** A method takes off another baseline than the counters show before the impact. */
export function baselineProblems(
  packet: Packet,
  { id }: ImpactMeasure,
  { pipeline }: Counted,
): RuleProblem[] {
  const { value, least, most } = pipeline.baseline;
  const [before] = pipeline.windows;
  return packet.records('impact-method').flatMap((method): RuleProblem[] => {
    const stated = method.id === id ? numberOf(method, 'baseline') : null;
    if (stated === null || (stated >= least && stated <= most)) return [];
    const place = placeOf(method, 'baseline');
    const range = least === most ? grouped(least) : `${grouped(least)} to ${grouped(most)}`;
    const message = `${id} takes off a baseline of ${grouped(stated)}; before the impact the counters show ${range}`;
    const fix = { title: `Write ${grouped(value)}`, edits: [{ ...place.span, insert: grouped(value) }] };
    return [
      {
        ...place,
        message,
        related: before
          ? [{ ...before.row, message: `${before.row.id} filtered ${grouped(before.filtered)}` }].map(
              ({ path, span, message }) => ({ path, span, message }),
            )
          : [],
        ...(least === most ? { fix } : {}),
      },
    ];
  });
}

/** What every figure should be: from the counters, and by the methods, each from the rounded figure before it. */
export function expectedValues(
  measures: readonly ImpactMeasure[],
  total: { readonly id: string; readonly value: number } | null,
): ReadonlyMap<string, number> {
  const right = new Map(measures.map((measure) => [measure.id, measure.value]));
  if (total) right.set(total.id, total.value);
  for (const measure of measures) {
    const wanted = measure.id === total?.id ? null : recompute(measure, (id) => right.get(id) ?? null);
    if (wanted) right.set(measure.id, rounded(wanted.value, measure));
  }
  return right;
}

/**
 * Figures that do not follow from the ones before them. A figure that follows from a wrong one is not told again: it may fit what the counters
 * give or what the report states.
 */
export function methodProblems(
  measures: readonly ImpactMeasure[],
  right: ReadonlyMap<string, number>,
  total: string | null,
): RuleProblem[] {
  const stated = new Map(measures.map((measure) => [measure.id, measure.value]));
  return measures.flatMap((measure): RuleProblem[] => {
    if (measure.id === total) return [];
    const wanted = recompute(measure, (id) => right.get(id) ?? null);
    const given = recompute(measure, (id) => stated.get(id) ?? null);
    const fits = ({ value }: { value: number }) =>
      Math.abs(measure.value - value) <= measure.tolerance + 1e-9;
    if (!wanted || !given || fits(wanted) || fits(given)) return [];
    const value = rounded(wanted.value, measure);
    return [
      {
        path: measure.path,
        span: measure.span,
        message: `${measure.id} "${measure.name}" is ${grouped(measure.value)}; by its method, ${wanted.how}, it is ${grouped(value)}`,
        related: wanted.from.flatMap((id) => {
          const source = measures.find((m) => m.id === id);
          return source
            ? [{ path: source.path, span: source.span, message: `${id} is ${grouped(source.value)}` }]
            : [];
        }),
        ...fixOf(measure, value),
      },
    ];
  });
}

/** Rounds half up to the places that the figure is given to. */
function rounded(value: number, { tolerance }: ImpactMeasure): number {
  const unit = 2 * tolerance;
  return unit === 0 ? value : Number((Math.floor(value / unit + 0.5 + 1e-9) * unit).toFixed(6));
}

/** Counts of the pipeline that a method names: what was accepted, and what was dropped between two times. */
export function countProblems(packet: Packet, counted: Counted): RuleProblem[] {
  const counts = packet.records('impact-count');
  return counts.flatMap((count): RuleProblem[] => {
    const what = textOf(count, 'what');
    const value = numberOf(count, 'value') ?? 0;
    const stretch = stretchOf(count, counts) ?? (what === 'accepted' ? counted.impact : null);
    const windows = stretch ? windowsIn(counted.pipeline, stretch) : [];
    if (!stretch || windows.length === 0) return [];
    const wanted = (what === 'accepted' ? accepted : dropped)(windows, counted.baseline);
    if (Math.abs(value - wanted) <= counted.slack * windows.length) return [];
    const shown = grouped(wanted);
    return [
      {
        path: count.path,
        span: count.span,
        message: `${count.id} counts ${grouped(value)} ${what}; the counters give ${shown}`,
        related: counters({ ...counted, impact: stretch }),
        ...(counted.slack === 0
          ? { fix: { title: `Write ${shown}`, edits: [{ ...count.span, insert: shown }] } }
          : {}),
      },
    ];
  });
}

/**
 * Between which times something was counted. "Dropped before the cut-off" names none; then the count that another file gives for the same
 * figure lends its times. Null when there are none, or more than one pair.
 */
function stretchOf(count: RecordOf, counts: readonly RecordOf[]): ImpactWindow | null {
  const own = timesOf(count);
  if (own || textOf(count, 'what') === 'accepted') return own;
  const others = counts
    .filter((c) => c.id === count.id && c.path !== count.path)
    .flatMap((c) => timesOf(c) ?? []);
  return others.length === 1 ? (others[0] ?? null) : null;
}

function timesOf(count: RecordOf): ImpactWindow | null {
  const start = minuteNumber(textOf(count, 'from') ?? '');
  const end = minuteNumber(textOf(count, 'to') ?? '');
  return start === null || end === null || end <= start ? null : { start, end };
}

/** Sums that a method writes out: their terms add up to what stands behind the equals sign, else to the figure. */
export function sumProblems(packet: Packet, measures: readonly ImpactMeasure[]): RuleProblem[] {
  return packet.records('impact-sum').flatMap((sum): RuleProblem[] => {
    const measure = measures.find((m) => m.id === sum.id);
    const written = numberOf(sum, 'total');
    const target = written ?? measure?.value ?? null;
    if (target === null) return [];
    const given = Number(
      listOf(sum, 'terms')
        .reduce((total, term) => total + Number(term), 0)
        .toFixed(6),
    );
    // Without a total of its own a sum breaks the figure down, unless it is of another size altogether.
    if (written === null && (given > 2 * target || 2 * given < target)) return [];
    if (Math.abs(given - target) <= (measure?.tolerance ?? 0) + 1e-9) return [];
    const what = written === null ? `${sum.id} is ${grouped(target)}` : `the text says ${grouped(target)}`;
    return [
      {
        path: sum.path,
        span: sum.span,
        message: `${sum.id}: the terms add up to ${grouped(given)}; ${what}`,
        related:
          measure && written === null ? [{ path: measure.path, span: measure.span, message: what }] : [],
      },
    ];
  });
}

/** Rows of the postmortem's table that give another figure than the assessment. */
export function quoteProblems(
  packet: Packet,
  measures: readonly ImpactMeasure[],
  right: ReadonlyMap<string, number>,
): RuleProblem[] {
  return packet.records('impact-row').flatMap((row): RuleProblem[] => {
    const measure = measures.find((m) => m.shown === null && (m.id === row.id || m.name === row.id));
    const value = numberOf(row, 'value');
    if (!measure || value === null) return [];
    const fits = (wanted: number) => Math.abs(value - wanted) <= quotedTolerance(row) + 1e-9;
    // The assessment itself may be the wrong one, and then it is told there.
    if (fits(measure.value) || fits(right.get(measure.id) ?? measure.value)) return [];
    const shown = textOf(row, 'text') ?? '';
    const number = grouped(measure.value, Math.max(0, Math.round(-Math.log10(2 * measure.tolerance))));
    const insert = shown.replace(/\d[\d,]*(?:\.\d+)?/, number);
    return [
      {
        path: row.path,
        span: row.span,
        message: `${measure.id}: the postmortem says ${shown}, the impact assessment ${number} ${measure.unit}`,
        related: [{ path: measure.path, span: measure.span, message: `${measure.id} "${measure.name}"` }],
        fix: { title: `Write ${insert}`, edits: [{ ...row.span, insert }] },
      },
    ];
  });
}

/** Whole numbers must be equal; "5.37 million" and "37.98 %" are rounded. */
function quotedTolerance(row: RecordOf): number {
  return /^[\d,]+(?:\s\p{L}+)?$/u.test(textOf(row, 'text') ?? '') ? 0 : (numberOf(row, 'tolerance') ?? 0);
}

function fixOf(measure: ImpactMeasure, value: number): Pick<RuleProblem, 'fix'> {
  const places = Math.max(0, Math.round(-Math.log10(2 * measure.tolerance)));
  const number = measure.shown === null ? value.toFixed(places) : grouped(value, places);
  const insert = measure.shown === null ? number : measure.shown.replace(/\d[\d,]*(?:\.\d+)?/, number);
  return { fix: { title: `Write ${insert}`, edits: [{ ...measure.span, insert }] } };
}
