import type { Span } from '../../text/span';
import type { CellEdit } from '../cell-edit';

/**
 * Colours by meaning; each theme says what they look like. `s1` to `s8` tell series apart that have no order of their own; washes are fills that
 * text can be read on.
 */
export type Paint =
  | 's1'
  | 's2'
  | 's3'
  | 's4'
  | 's5'
  | 's6'
  | 's7'
  | 's8'
  | 'ink'
  | 'soft'
  | 'line'
  | 'hairline'
  | 'paper'
  | 'on-light'
  | 'accent'
  | 'accent-wash'
  | 'rest'
  | 'plain-wash'
  | 'good'
  | 'good-wash'
  | 'warning'
  | 'warning-wash'
  | 'bad'
  | 'bad-wash';

/** Fills that are dark in a light theme. In a dark one all fills are light. */
const DARK: ReadonlySet<Paint> = new Set([
  's1',
  's4',
  's5',
  's7',
  'ink',
  'soft',
  'accent',
  'good',
  'warning',
  'bad',
]);
const WASHES: ReadonlySet<Paint> = new Set([
  'paper',
  'accent-wash',
  'plain-wash',
  'good-wash',
  'warning-wash',
  'bad-wash',
]);

/** What a wash is a wash of: an edge in it keeps a pale field visible. Null for other paints. */
export function edgeOf(fill: Paint): Paint | null {
  switch (fill) {
    case 'accent-wash':
      return 'accent';
    case 'good-wash':
      return 'good';
    case 'warning-wash':
      return 'warning';
    case 'bad-wash':
      return 'bad';
    case 'plain-wash':
      return 'rest';
    default:
      return null;
  }
}

/** The paint of text on a fill. */
export function textOn(fill: Paint): Paint {
  if (WASHES.has(fill)) return 'ink';
  return DARK.has(fill) ? 'paper' : 'on-light';
}

/** The paints of series in their order; charts with more series put the smallest together first. */
export const SERIES: readonly Paint[] = ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8'];

/** Something of a chart that stands for a place in the file. */
export interface Mark {
  /** All it says, in words and numbers: "Kafka, 2024: staffing 470,000 USD". */
  readonly name: string;
  /** Where it is stated; null for what was computed. */
  readonly span: Span | null;
  /** Text in which the cursor is about this mark, where that is more than the lines of `span`: a whole entry for its bar. */
  readonly extent?: Span;
  /** How its value is changed where it is seen. */
  readonly edit?: CellEdit;
  /** Nothing stands there yet: of use to those who write only. */
  readonly silent?: true;
}

/** How numbers along an axis are written: `compact` is "1.6M", `percent` takes shares of 1. */
export type NumberLook = 'plain' | 'compact' | 'percent' | 'fixed2';

export interface Axis {
  /** What is measured, with its unit; empty when the title says it. */
  readonly label: string;
  readonly look: NumberLook;
  /** The least range that is shown; the values may widen it. Bars always show zero. */
  readonly from?: number;
  readonly to?: number;
}

/** One piece of a bar. */
export interface BarPart extends Mark {
  /** Which of the chart's series. */
  readonly series: number;
  /** Below zero it is drawn to the other side. */
  readonly value: number;
  /** Written in the piece where there is room. */
  readonly text?: string;
}

export interface Bar {
  readonly label: string;
  readonly span: Span | null;
  /** Stacked from zero on. */
  readonly parts: readonly BarPart[];
  /** Written at the end of the bar. */
  readonly total?: string;
  /** Set in bold: the one that the reader is to see first. */
  readonly strong?: boolean;
}

/** A value that bars or lines are read against. */
export interface Reference {
  readonly value: number;
  readonly label: string;
  readonly span: Span | null;
}

/** Amounts: bars in columns (over time) or rows (over things with names); several panels share one scale. */
export interface BarsChart {
  readonly form: 'bars';
  readonly direction: 'columns' | 'rows';
  readonly axis: Axis;
  /** In the order in which they are stacked; one alone needs no legend. */
  readonly series: readonly { readonly label: string; readonly paint: Paint }[];
  /** The series need no legend: labels say what they are. */
  readonly quietLegend?: boolean;
  readonly panels: readonly {
    /** Empty for a chart of one panel. */
    readonly title: string;
    readonly span: Span | null;
    readonly bars: readonly Bar[];
  }[];
  readonly references?: readonly Reference[];
}

export interface LinePoint extends Mark {
  readonly x: number;
  readonly y: number;
}

/** Courses over one measure. */
export interface LinesChart {
  readonly form: 'lines';
  readonly x: Axis;
  /** Words for the values 0, 1, 2 … of x, where these are steps. */
  readonly steps?: readonly string[];
  readonly y: Axis;
  readonly lines: readonly {
    readonly label: string;
    readonly paint: Paint;
    readonly dashed?: boolean;
    readonly strong?: boolean;
    readonly points: readonly LinePoint[];
  }[];
  /** Points worth a word: where lines cross, where one turns positive. */
  readonly notes?: readonly (LinePoint & { readonly label: string })[];
  readonly references?: readonly Reference[];
}

/** Something that stands in a field of a map, and where it goes from there. */
export interface MapItem extends Mark {
  readonly label: string;
  readonly paint: Paint;
  /** Field by column and row, from 0 at the left and the top. */
  readonly at: readonly [column: number, row: number];
  /** Drawn as an outline in the other field, with an arrow to it. */
  readonly to?: { readonly at: readonly [column: number, row: number]; readonly mark: Mark };
}

/** Things by two measures that come in steps: a heat map, a power grid, rungs of a ladder (one column). */
export interface MapChart {
  readonly form: 'map';
  readonly across: MapSide;
  readonly down: MapSide;
  /** Background of each field, by row and column; null for none. */
  readonly fields: readonly (readonly (Paint | null)[])[];
  readonly items: readonly MapItem[];
  /** What outlines, paints and backgrounds mean. */
  readonly legend?: readonly LegendEntry[];
}

export interface MapSide {
  readonly label: string;
  readonly steps: readonly { readonly label: string; readonly note?: string; readonly span: Span | null }[];
}

export interface LegendEntry {
  readonly label: string;
  readonly paint: Paint;
  readonly shape: 'box' | 'outline' | 'line' | 'dashed' | 'point';
}

/** One end of a row of a tornado. */
export interface Swing extends Mark {
  readonly value: number;
  /** What the driver is set to there. */
  readonly text: string;
  readonly paint: Paint;
}

/** How far one result moves when one thing at a time does; widest first is up to the giver. */
export interface TornadoChart {
  readonly form: 'tornado';
  readonly axis: Axis;
  readonly base: { readonly value: number; readonly label: string; readonly span: Span | null };
  readonly rows: readonly {
    readonly label: string;
    readonly span: Span | null;
    readonly low: Swing | null;
    readonly high: Swing | null;
  }[];
  readonly references?: readonly Reference[];
  readonly legend?: readonly LegendEntry[];
}

/** How places in time are written: dates (milliseconds UTC), times of one or two days (milliseconds UTC), or minutes from a start. */
export type TimeLook = 'date' | 'clock' | 'minutes';

export interface TimeBar extends Mark {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly paint: Paint;
  /** Planned, or no longer true. */
  readonly outline?: boolean;
  /** A length of time between two moments instead of something that went on: drawn as a line with ends. */
  readonly bracket?: boolean;
  /** What stands on the bar itself, without words of its own: gates at its ends. */
  readonly points?: readonly TimePoint[];
}

export interface TimePoint extends Mark {
  readonly at: number;
  readonly label: string;
  readonly paint: Paint;
}

/** What happens when: a plan, an agenda, an incident, a history. */
export interface TimeChart {
  readonly form: 'time';
  readonly look: TimeLook;
  readonly from: number;
  readonly to: number;
  readonly lanes: readonly {
    readonly label: string;
    readonly span: Span | null;
    readonly bars: readonly TimeBar[];
    readonly points: readonly TimePoint[];
    /** Each in a row of its own, in this order; else rows are shared where there is room. */
    readonly listed?: boolean;
  }[];
  /** Moments that concern all lanes. */
  readonly moments?: readonly (TimePoint & { readonly dashed?: boolean })[];
  /** Times that concern all lanes from one moment to another: drawn behind them. */
  readonly stretches?: readonly TimeBar[];
  /** From the end of the first bar of a lane to where another lane begins: what takes whose place. */
  readonly links?: readonly { readonly from: number; readonly to: number }[];
  readonly legend?: readonly LegendEntry[];
}

export interface GridCell extends Mark {
  /** A letter or a short word; empty where nothing is said and something may be. */
  readonly text: string;
  readonly paint: Paint | null;
  readonly strong?: boolean;
  /** What matters least: set in the colour of small print. */
  readonly quiet?: boolean;
}

/** Who does what: short words at the crossing of rows and columns. */
export interface GridChart {
  readonly form: 'grid';
  readonly columns: readonly {
    readonly label: string;
    readonly span: Span | null;
    /** Under the column: what is wrong with it. */
    readonly note?: string;
    readonly paint?: Paint;
  }[];
  readonly rows: readonly {
    readonly label: string;
    readonly span: Span | null;
    /** One per column; null where nothing is said. */
    readonly cells: readonly (GridCell | null)[];
    /** Behind the row: what is wrong with it. */
    readonly note?: string;
    readonly paint?: Paint;
  }[];
  readonly legend?: readonly LegendEntry[];
}

export interface TreeNode extends Mark {
  /** Small print over the text: the question that it answers. */
  readonly lead?: string;
  readonly text: string;
  /** Small print under the text. */
  readonly note?: string;
  readonly paint: Paint;
  readonly children: readonly TreeNode[];
}

/** What follows from what. */
export interface TreeChart {
  readonly form: 'tree';
  readonly roots: readonly TreeNode[];
  readonly legend?: readonly LegendEntry[];
}

/** What may have led to one thing, by category: a fishbone. */
export interface BonesChart {
  readonly form: 'bones';
  readonly head: Mark & { readonly text: string };
  readonly bones: readonly (Mark & {
    readonly label: string;
    readonly leaves: readonly (Mark & {
      readonly text: string;
      readonly paint: Paint;
      /** Not known for sure. */
      readonly dashed?: boolean;
    })[];
  })[];
  readonly legend?: readonly LegendEntry[];
}

/**
 * What is to be seen, as plain data: by meaning, not by shape. One drawing function turns it into shapes for the screen and for print, and every
 * mark keeps its place in the file.
 */
export type Chart =
  | BarsChart
  | LinesChart
  | MapChart
  | TornadoChart
  | TimeChart
  | GridChart
  | TreeChart
  | BonesChart;
