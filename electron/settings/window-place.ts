import type { WindowState } from '../../shared/settings/stored';

/** A rectangle on the desktop in device-independent pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const MIN_WIDTH = 900;
export const MIN_HEIGHT = 600;
const DEFAULT_WIDTH = 1440;
const DEFAULT_HEIGHT = 920;

/**
 * Where the window goes: where it was, moved onto the display it overlaps most when that display is smaller or elsewhere now, else centred on
 * the first display. `displays` are work areas (without menu bars and docks), the primary one first; at least one.
 */
export function placeWindow(remembered: WindowState | null, displays: readonly [Area, ...Area[]]): Area {
  if (!remembered) return centred(displays[0]);
  const best = displays.reduce((a, b) => (overlap(remembered, b) > overlap(remembered, a) ? b : a));
  if (overlap(remembered, best) === 0) return centred(displays[0], remembered);
  const width = Math.min(Math.max(remembered.width, MIN_WIDTH), best.width);
  const height = Math.min(Math.max(remembered.height, MIN_HEIGHT), best.height);
  return {
    width,
    height,
    x: clamp(remembered.x, best.x, best.x + best.width - width),
    y: clamp(remembered.y, best.y, best.y + best.height - height),
  };
}

function centred(
  display: Area,
  size: { readonly width: number; readonly height: number } = {
    width: DEFAULT_WIDTH,
    height: DEFAULT_HEIGHT,
  },
): Area {
  const width = Math.min(size.width, display.width);
  const height = Math.min(size.height, display.height);
  return {
    width,
    height,
    x: display.x + Math.round((display.width - width) / 2),
    y: display.y + Math.round((display.height - height) / 2),
  };
}

function overlap(a: Area, b: Area): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
