import { describe, expect, it } from 'vitest';
import { type Area, placeWindow } from './window-place';

const SCREEN: Area = { x: 0, y: 25, width: 1920, height: 1055 };
const LEFT: Area = { x: -1280, y: 0, width: 1280, height: 1024 };

const remembered = (x: number, y: number, width: number, height: number) => ({
  x,
  y,
  width,
  height,
  maximized: false,
});

describe('the place of the window', () => {
  it.each([
    ['is centred at first', null, [SCREEN], { x: 240, y: 93, width: 1440, height: 920 }],
    [
      'fits a small screen',
      null,
      [{ x: 0, y: 0, width: 1024, height: 700 }],
      { x: 0, y: 0, width: 1024, height: 700 },
    ],
    [
      'is where it was',
      remembered(100, 100, 1000, 700),
      [SCREEN],
      { x: 100, y: 100, width: 1000, height: 700 },
    ],
    [
      'is where it was on a second display',
      remembered(-1200, 50, 1000, 700),
      [SCREEN, LEFT],
      { x: -1200, y: 50, width: 1000, height: 700 },
    ],
    [
      'comes back from a display that is gone',
      remembered(-1200, 50, 1000, 700),
      [SCREEN],
      { x: 460, y: 203, width: 1000, height: 700 },
    ],
    [
      'is pulled wholly onto its display',
      remembered(1700, -10, 1000, 700),
      [SCREEN],
      { x: 920, y: 25, width: 1000, height: 700 },
    ],
    [
      'shrinks with its display',
      remembered(0, 25, 3000, 2000),
      [SCREEN],
      { x: 0, y: 25, width: 1920, height: 1055 },
    ],
    [
      'is never too small to use',
      remembered(10, 30, 100, 100),
      [SCREEN],
      { x: 10, y: 30, width: 900, height: 600 },
    ],
  ] as const)('%s', (_name, state, displays, expected) => {
    expect(placeWindow(state, displays as unknown as [Area, ...Area[]])).toEqual(expected);
  });
});
