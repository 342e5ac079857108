/**
 * What a page of the book offers a picture under its title, in CSS pixels; beside the title when the sheet is turned by a quarter. The sizes are those of A4 and a bit more than Letter has; `electron/export/figures.ts` does the fitting.
 */
export const UPRIGHT = { width: 627, height: 790 } as const;
const TURNED = { width: 930, height: 498 } as const;

/** Text smaller than 7 points does not print well; here in CSS pixels. */
const LEGIBLE = (7 / 72) * 96;

/** How large a picture's smallest text comes out on paper, in CSS pixels. */
export interface Printed {
  readonly upright: number;
  readonly turned: number;
}

/** `smallest` is the size of the smallest text at the picture's own size; Infinity for a picture without text. */
export function printed(
  size: { readonly width: number; readonly height: number },
  smallest: number,
): Printed {
  const within = (room: { readonly width: number; readonly height: number }) =>
    smallest * Math.min(1, room.width / size.width, room.height / size.height);
  return { upright: within(UPRIGHT), turned: within(TURNED) };
}

/** True when no other layout needs to be tried. */
export function isLegible({ upright }: Printed): boolean {
  return upright >= LEGIBLE;
}

/**
 * True when a later layout should replace an earlier one. Turning the sheet is a nuisance, but less of one than letters that cannot be read;
 * of several ways to the same end the earlier one is nearer to what the author drew.
 */
export function printsBetter(later: Printed, earlier: Printed): boolean {
  if (isLegible(earlier)) return false;
  if (isLegible(later)) return true;
  if (earlier.turned >= LEGIBLE) return false;
  return Math.max(later.upright, later.turned) > Math.max(earlier.upright, earlier.turned);
}
