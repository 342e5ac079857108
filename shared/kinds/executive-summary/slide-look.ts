import { type LeadFigure, leadFigure } from './lead-figure';

/** "Ask:", "If not:", "By level:" at the head of a point. */
const LEAD_IN = /^\p{L}[\p{L}-]*(?: [\p{L}\p{N}-]+){0,2}:(?=\s)/u;
const ASK = /^(?:the )?ask\b/i;
/** From this share of points on a list shows their figures. */
const MOST = 0.5;

/** How a list of points is set: with a figure in front of each where most have one. All figures of a list have one size; the longest decides it. */
export interface ListLook {
  readonly look: 'plain' | 'narrow' | 'middle' | 'wide';
  /** One for each point; null where it has none, and for all of them in a plain list. */
  readonly figures: readonly (LeadFigure | null)[];
}

export function listLook(points: readonly string[]): ListLook {
  const found = points.map(leadFigure);
  if (found.filter((figure) => figure !== null).length < points.length * MOST)
    return { look: 'plain', figures: points.map(() => null) };
  const longest = Math.max(0, ...found.map((figure) => figure?.value.length ?? 0));
  return { look: longest <= 7 ? 'narrow' : longest <= 11 ? 'middle' : 'wide', figures: found };
}

/** The words at the head of a point that say what it is; empty for none. */
export function leadIn(text: string): string {
  return LEAD_IN.exec(text)?.[0] ?? '';
}

/** A point that asks for something stands out. */
export function isAsk(text: string): boolean {
  return ASK.test(text);
}
