import type { Paint } from '../../../shared/preview/chart/spec';

/** The colour of a paint in the window's theme: each is a token of `styles/tokens.css`. */
export function paintColour(paint: Paint): string {
  return `var(--chart-${paint})`;
}
