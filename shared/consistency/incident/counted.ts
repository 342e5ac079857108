import type { Related } from '../../rubric/finding';
import type { Packet } from '../../rubric/packet';
import { numberOf } from '../record-fields';
import { grouped, type ImpactMeasure } from './impact-measures';
import { dropped, type ImpactWindow, impactWindow, type Pipeline, pipelineOf, windowsIn } from './pipeline';

/** What the counters of the scenario give, with the baseline that the assessment states or the counters show. */
export interface Counted {
  readonly pipeline: Pipeline;
  readonly baseline: number;
  /** How far a count may lie off, per window, because the baseline is no constant and nobody stated one. */
  readonly slack: number;
  readonly impact: ImpactWindow;
}

/** The counters of the packet around its impact; null when it has none, or does not say when the impact was. */
export function countersOf(packet: Packet, total: ImpactMeasure): Counted | null {
  const impact = impactWindow(packet);
  const pipeline = impact ? pipelineOf(packet, impact) : null;
  if (!impact || !pipeline || windowsIn(pipeline, impact).length === 0) return null;
  const stated = total.method ? numberOf(total.method, 'baseline') : null;
  const { value, least, most } = pipeline.baseline;
  const borneOut = stated !== null && stated >= least && stated <= most;
  return borneOut
    ? { impact, pipeline, baseline: stated, slack: 0 }
    : { impact, pipeline, baseline: value, slack: most - least };
}

/** How many records the impact cost. */
export const countOf = ({ pipeline, impact, baseline }: Counted) =>
  dropped(windowsIn(pipeline, impact), baseline);

/** Where the counters stand: the first and the last window of the impact. */
export function counters({ pipeline, impact }: Counted): Related[] {
  const windows = windowsIn(pipeline, impact);
  const ends = windows.length > 1 ? [windows[0], windows.at(-1)] : [windows[0]];
  return ends.flatMap((window) =>
    window
      ? [
          {
            path: window.row.path,
            span: window.row.span,
            message: `${window.row.id} filtered ${grouped(window.filtered)}`,
          },
        ]
      : [],
  );
}
