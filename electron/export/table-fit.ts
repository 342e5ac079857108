import { widestPiece, widthOf } from './keep-words';

/** How a table is set: classes of the style sheet, and whether short values stay on one line. */
export interface TableFit {
  readonly className: string;
  readonly oneLine: (text: string) => boolean;
  /** Width of the whole table in units of its font size. */
  readonly width: number;
}

interface Setting {
  readonly className: string;
  /** Font size in points, and space between columns in CSS pixels: those of the style sheet. */
  readonly points: number;
  readonly gap: number;
}

const SETTINGS: readonly Setting[] = [
  { className: '', points: 8.4, gap: 7.6 },
  { className: 'dense', points: 7.6, gap: 5.3 },
  { className: 'dense small', points: 7, gap: 5.3 },
  { className: 'dense tiny', points: 7, gap: 5.3 },
];
const SMALLEST = SETTINGS.at(-1) as Setting;
/** The smallest type, and words broken where they must be. */
const SQUEEZED = 'dense tiny squeezed';

/** From so many columns on a table is set smaller than the setting before, however short its words are. */
const COLUMNS = [0, 6, 9, 13] as const;

/** Text width of the narrower paper, in CSS pixels. */
const TEXT_WIDTH = 627;
/** Values up to this length stay on one line, in tables that have the room. */
const ONE_LINE = 12;
const ROOMY_COLUMNS = 9;

/** Tables of so many rows, and of so many lines with the space between rows, are not broken over two pages: a third of a page. */
const KEPT_ROWS = 10;
const KEPT_LINES = 20;
/** Space around a row, in lines, and the width of a usual letter, in units of the font size. */
const ROW_SPACE = 0.5;
const LETTER = 0.5;

/**
 * Chooses the largest type with which a table fits the page; `rows` are the texts of its cells, the head first. A table that is wider than the
 * text would not be cut: Chromium would shrink the whole book until it fits. What does not fit with the smallest type gets its words broken.
 */
export function tableFit(rows: readonly (readonly string[])[]): TableFit {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const first = COLUMNS.filter((from) => columns >= from).length - 1;
  const roomy = columns <= ROOMY_COLUMNS;
  const oneLine = (text: string) => roomy && text.length <= ONE_LINE;
  const widest = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...rows.map((row) => pieceWidth(row[column] ?? '', oneLine))),
  );
  const fits = ({ points, gap }: Setting) =>
    widest.reduce((sum, width) => sum + width * points * (4 / 3) + gap, 0) <= TEXT_WIDTH;
  const setting = SETTINGS.slice(first).find(fits);
  const width = TEXT_WIDTH / ((setting ?? SMALLEST).points * (4 / 3));
  const kept = rows.length - 1 <= KEPT_ROWS && linesOf(rows, width / LETTER) <= KEPT_LINES ? ' kept' : '';
  return setting
    ? { className: `${setting.className}${kept}`.trim(), oneLine, width }
    : { className: `${SQUEEZED}${kept}`, oneLine: () => false, width };
}

/** About how many lines a table takes when so many letters stand side by side in it. */
function linesOf(rows: readonly (readonly string[])[], letters: number): number {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const roots = Array.from({ length: columns }, (_, i) =>
    Math.sqrt(Math.max(1, ...rows.map((row) => (row[i] ?? '').length))),
  );
  const whole = roots.reduce((sum, root) => sum + root, 0);
  const lines = (row: readonly string[]) =>
    Math.max(1, ...row.map((text, i) => Math.ceil((text.length * whole) / (letters * (roots[i] ?? 1)))));
  return rows.reduce((sum, row) => sum + lines(row) + ROW_SPACE, 0);
}

function pieceWidth(text: string, oneLine: (text: string) => boolean): number {
  return oneLine(text) ? widthOf(text) : widestPiece(text);
}
