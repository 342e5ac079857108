import type { DrawRequest } from './payloads';

/**
 * What main and the hidden drawing page say to each other over their own message port. The port is not part of the window's contract: no
 * page of the app can reach it, and the drawing page reaches nothing else. Both ends check what they receive.
 */
export type DrawingTheme = DrawRequest['theme'];

/** Handed to the page together with its end of the port. */
export const DRAWING_PORT = 'staffwright.drawing-port';

/** Limits of one diagram (requirement B5): UTF-8 bytes of its text, connections it may draw, milliseconds it may take. */
export const DRAWING_LIMITS = { bytes: 50 * 1024, edges: 500, milliseconds: 2_000 } as const;

/** Raise when a change to the drawing page gives other pictures: pictures drawn before are then drawn anew. */
export const DRAWING_REVISION = 8;

export interface DrawingOrder {
  readonly type: 'draw';
  readonly id: number;
  readonly source: string;
  readonly theme: DrawingTheme;
  /** Id of the root element; all other ids in the picture start with it. */
  readonly name: string;
}

export interface DrawnPicture {
  readonly svg: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Layouts the page may try for one order; a page that goes on trying is stopped. */
export const MAX_ATTEMPTS = 8;

export type DrawingReply =
  /** The page is there and has its fonts. */
  | { readonly type: 'ready' }
  /** Everything the order needs is loaded, and a layout of it is tried: the time limit counts anew from here. */
  | { readonly type: 'started'; readonly id: number }
  | ({ readonly type: 'drawn'; readonly id: number } & DrawnPicture)
  /** The text is not a diagram. `line` counts from 1 in the order's source; null when the parser does not say. */
  | { readonly type: 'failed'; readonly id: number; readonly message: string; readonly line: number | null };

export function isDrawingOrder(value: unknown): value is DrawingOrder {
  if (!isRecord(value)) return false;
  return (
    value['type'] === 'draw' &&
    isId(value['id']) &&
    typeof value['source'] === 'string' &&
    value['source'].length <= DRAWING_LIMITS.bytes &&
    (value['theme'] === 'light' || value['theme'] === 'dark' || value['theme'] === 'print') &&
    typeof value['name'] === 'string' &&
    /^[a-z][a-z0-9-]{0,63}$/.test(value['name'])
  );
}

export function isDrawingReply(value: unknown): value is DrawingReply {
  if (!isRecord(value)) return false;
  switch (value['type']) {
    case 'ready':
      return true;
    case 'started':
      return isId(value['id']);
    case 'drawn':
      return (
        isId(value['id']) &&
        typeof value['svg'] === 'string' &&
        isLength(value['width']) &&
        isLength(value['height'])
      );
    case 'failed':
      return (
        isId(value['id']) &&
        typeof value['message'] === 'string' &&
        (value['line'] === null || isId(value['line']))
      );
    default:
      return false;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 && value < 1_000_000;
}
