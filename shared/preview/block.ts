import type { Span } from '../text/span';
import type { CellEdit } from './cell-edit';
import type { Chart } from './chart/spec';
import type { RowEdit, RowPlace } from './row-edit';

/** How a value should be taken at a glance; never carried by colour alone. */
export type Tone = 'plain' | 'strong' | 'good' | 'warning' | 'bad' | 'quiet';

export interface CellValue {
  readonly text: string;
  /** Where the value stands in the file, so that a click can go there; null for computed values. */
  readonly span: Span | null;
  readonly tone?: Tone;
  /** How it may be changed where it is seen; absent for what is computed, and for what is better written in the text. */
  readonly edit?: CellEdit;
  /** Where several values make up the text: its pieces, each with its own place. */
  readonly parts?: readonly CellValue[];
}

export interface Column {
  readonly label: string;
  readonly align: 'start' | 'end' | 'center';
  /** Relative width for print; 1 is an ordinary column. */
  readonly width?: number;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly caption?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableLine[];
  /** How rows are added and taken out where it is seen; absent where that is better done in the text. */
  readonly grows?: RowEdit;
  /** Shown where its text is written only: to readers it says nothing that other blocks do not. */
  readonly forWriting?: true;
}

export interface TableLine {
  readonly cells: readonly CellValue[];
  readonly tone?: Tone;
  /** Absent for a row that the file does not hold as one: a sum. */
  readonly place?: RowPlace;
}

/** Something to be seen. Who cannot see it gets the same from `alt` and `table`. */
export interface ChartBlock {
  readonly kind: 'chart';
  /** Its caption: what is drawn, and how to read it where that is not plain. */
  readonly title: string;
  /** What the picture says, in a sentence or two, computed from its numbers. */
  readonly alt: string;
  readonly chart: Chart;
  /** The numbers that are drawn. */
  readonly table: TableBlock;
  /** The numbers stand in another table of these blocks: print needs no second one. */
  readonly tabled: boolean;
  readonly span: Span | null;
}

/**
 * What a structured file means, as plain data: the preview, the print and the tests draw the same blocks.
 * Text is text, never markup.
 */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string; readonly span: Span | null }
  | { readonly kind: 'paragraph'; readonly text: string; readonly span: Span | null; readonly tone?: Tone }
  | {
      readonly kind: 'entries';
      readonly entries: readonly { readonly term: string; readonly value: CellValue }[];
    }
  | { readonly kind: 'list'; readonly items: readonly CellValue[] }
  | TableBlock
  | ChartBlock
  | { readonly kind: 'diagram'; readonly source: string; readonly title: string; readonly span: Span | null };
