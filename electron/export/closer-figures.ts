import type { PortfolioPlan } from '../../shared/portfolio/plan';
import type { Bodies } from './book';
import type { Settings } from './ends';
import { type Floats, figuresOf } from './floats';
import { GAP, gapBefore, roomFor } from './gaps';
import { PAGE, type Paper } from './paper';
import type { MeasuredPlaces } from './pdf-file';

/** A figure that lacks more than this share of its height does not fit because the text is set closer. */
const NEARLY = 0.6;

/**
 * Sets structured files closer where a chart leaves a page badly filled, though nearly all of it would fit, and nothing `planned` mends that. Texts
 * have words that pass a figure, and many pages, all of which would be set otherwise for one.
 */
export function closerFigures(
  plan: PortfolioPlan,
  bodies: Bodies,
  measured: MeasuredPlaces,
  paper: Paper,
  floats: { readonly now: Floats; readonly planned: Floats },
  settings: Settings,
): Settings {
  const closer = new Map(settings);
  const { now, planned } = floats;
  for (const { id, format } of plan.parts.flatMap((part) => part.artifacts)) {
    const body = bodies.get(id);
    if (!body || format === 'md' || (closer.get(id) ?? 0) > 0) continue;
    const left = figuresOf(body).some((figure) => {
      const gap = gapBefore(figure.id, measured, paper);
      return (
        gap !== null &&
        gap >= PAGE[paper].height * GAP &&
        roomFor(figure, gap, measured, paper) >= figure.drawing * NEARLY &&
        planned.moved.get(figure.id) === now.moved.get(figure.id) &&
        planned.scaled.get(figure.id) === now.scaled.get(figure.id)
      );
    });
    if (left) closer.set(id, 1);
  }
  return closer;
}
