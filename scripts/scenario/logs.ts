import { secondOf, stampAt } from './clock';
import { rowsFilteredLine } from './key-line';
import { buildMorningKeyLines } from './key-lines-morning';
import { buildResponseKeyLines } from './key-lines-response';
import { type Draw, FILLER_PLANS, type FillerPlan } from './log-templates';
import { FILLER_SEED, mulberry32 } from './prng';
import type { LogLine } from './scenario-shape';

/** Filler lies in the 55,800 s (15 h 30 min) after 08:00. */
const FILLER_SPAN_SECONDS = 55_800;

/** Windows that the enricher's debug line reports besides 09:40; they take the first filler slots of the enricher. */
const REPORTED_WINDOWS = ['10:40', '11:40', '12:40', '13:40', '14:40'] as const;

/** A log line that knows its second but not yet its ref. */
interface Unnumbered extends Omit<LogLine, 'ref' | 't'> {
  readonly second: number;
  /** Timeline row of a key line, undefined for filler. */
  readonly row?: number;
}

/** A log line with the timeline row it stands for, if any. */
export interface PlacedLine {
  readonly line: LogLine;
  readonly row: number | undefined;
}

/**
 * One filler line. It always takes four draws, used or not, so that editing a template moves no other line.
 * Draw order: second, template, two details.
 */
function drawFiller(plan: FillerPlan, next: () => number): Unnumbered {
  const second = secondOf('08:00') + Math.floor(next() * FILLER_SPAN_SECONDS);
  const choice = Math.floor(next() * plan.templates.length);
  const details: readonly Draw[] = [next(), next()].map(
    (draw) => (low, high) => low + Math.floor(draw * (high - low + 1)),
  );
  const template = plan.templates[choice];
  const [first, other] = details;
  if (template === undefined || first === undefined || other === undefined)
    throw new RangeError('draw outside [0, 1)');
  return {
    second,
    service: plan.service,
    level: template.level,
    code: template.code,
    message: template.message,
    kv: template.fill(first, other),
  };
}

function linesOfService(plan: FillerPlan, next: () => number): readonly Unnumbered[] {
  const key: readonly Unnumbered[] = [...buildMorningKeyLines(), ...buildResponseKeyLines()].filter(
    (line) => line.service === plan.service,
  );
  const filler: Unnumbered[] = [];
  for (let slot = 0; slot < plan.lines - key.length; slot += 1) {
    const drawn = drawFiller(plan, next);
    const reported = plan.service === 'order-enricher' ? REPORTED_WINDOWS[slot] : undefined;
    filler.push(
      reported === undefined ? drawn : { second: secondOf(reported), ...rowsFilteredLine(reported) },
    );
  }
  return [...key, ...filler];
}

/**
 * All 168 log lines, by time and then by ref.
 *
 * Refs count within a service in time order, so a ref does not tell a key line from filler.
 */
export function placeLogs(): readonly PlacedLine[] {
  const next = mulberry32(FILLER_SEED);
  const placed: PlacedLine[] = [];
  for (const plan of FILLER_PLANS) {
    const inOrder = [...linesOfService(plan, next)].sort((a, b) => a.second - b.second);
    inOrder.forEach(({ second, row, ...body }, index) => {
      const ref = `LOG-${plan.abbreviation}-${String(index + 1).padStart(2, '0')}`;
      placed.push({ line: { ref, t: stampAt(second), ...body }, row });
    });
  }
  return placed.sort((a, b) => compareText(a.line.t, b.line.t) || compareText(a.line.ref, b.line.ref));
}

/** Log lines as the file holds them. */
export const buildLogs = (): readonly LogLine[] => placeLogs().map((placed) => placed.line);

/** Order by code unit; `localeCompare` depends on the machine. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a > b ? 1 : -1;
}
