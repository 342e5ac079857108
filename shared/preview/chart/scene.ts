import type { Mark, Paint } from './spec';

/** In CSS pixels, from the left upper corner of the picture. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TextShape {
  readonly kind: 'text';
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly fill: Paint;
  readonly bold?: boolean;
  /** Read from below to above. */
  readonly upward?: boolean;
  /** With a rim of paper, so that lines behind it do not cross its letters. */
  readonly halo?: boolean;
}

export interface RectShape extends Box {
  readonly kind: 'rect';
  readonly fill: Paint | null;
  readonly stroke?: Paint;
  readonly dashed?: boolean;
  readonly radius?: number;
}

export interface PathShape {
  readonly kind: 'path';
  readonly d: string;
  readonly fill: Paint | null;
  readonly stroke: Paint | null;
  readonly weight?: number;
  readonly dashed?: boolean;
}

export type Shape = TextShape | RectShape | PathShape;

/** Shapes of a mark together, with the place that is pointed at. */
export interface MarkShape {
  readonly kind: 'mark';
  readonly mark: Mark;
  readonly box: Box;
  readonly shapes: readonly Shape[];
}

/** A drawn chart, still without colours: what is later stands above what is earlier. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly (Shape | MarkShape)[];
}

/** The marks of a scene in the order of reading. */
export function marksOf(scene: Scene): MarkShape[] {
  return scene.shapes.filter((shape): shape is MarkShape => shape.kind === 'mark');
}

export function lineShape(
  from: readonly [number, number],
  to: readonly [number, number],
  stroke: Paint,
  weight = 1,
  dashed = false,
): PathShape {
  const d = `M${round(from[0])},${round(from[1])}L${round(to[0])},${round(to[1])}`;
  return { kind: 'path', d, fill: null, stroke, weight, ...(dashed ? { dashed } : {}) };
}

/** Coordinates are written with two decimals: enough for print, and the same everywhere. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
