import type { DataPath } from '../text/data-tree';

export interface Choice {
  readonly value: string;
  /** What it stands for, where the value alone does not say it. */
  readonly label?: string;
}

/** How a value is typed in, and what may be typed. */
export type EditType =
  | { readonly type: 'number'; readonly min?: number; readonly max?: number; readonly whole?: boolean }
  | { readonly type: 'choice'; readonly choices: readonly Choice[] }
  | { readonly type: 'date' }
  | { readonly type: 'text' };

/** How a cell may be changed where it is seen, as plain data. The change itself is worked out from the text by {@link planCell}. */
export type CellEdit = EditType & {
  /** What is changed, in words: "Likelihood of R-03". */
  readonly name: string;
  /** Where the value stands in the data of the file, or which cell of a document's tables it is, counted from 0 in the order of the text. */
  readonly path: DataPath | number;
  /** What the file says, as one would type it; empty where it says nothing. Another text there means that the file moved on. */
  readonly value: string;
  /** An empty field takes the value out of the file. */
  readonly optional?: boolean;
  /** Keys of the mapping in the order in which a new one is put among them. */
  readonly order?: readonly string[];
};

const NUMBER = /^-?\d{1,15}(?:\.\d{1,10})?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What speaks against a typed value, as a sentence; null when it may be written. */
export function typedProblem(edit: CellEdit, typed: string): string | null {
  const text = typed.trim();
  if (text === '') return edit.optional ? null : 'It cannot be left empty.';
  switch (edit.type) {
    case 'number': {
      if (!NUMBER.test(text)) return 'This is no number.';
      const number = Number(text);
      if (edit.whole && !Number.isInteger(number)) return 'It has to be a whole number.';
      return outOfRange(edit, number);
    }
    case 'choice':
      return edit.choices.some(({ value }) => value === text)
        ? null
        : `It has to be one of ${edit.choices.map(({ value }) => value).join(', ')}.`;
    case 'date':
      return isDay(text) ? null : 'It has to be a day such as 2026-03-31.';
    case 'text':
      return /[\r\n]/.test(text) ? 'It has to fit on one line.' : null;
  }
}

function outOfRange(
  { min, max }: { readonly min?: number; readonly max?: number },
  number: number,
): string | null {
  const below = min !== undefined && number < min;
  const above = max !== undefined && number > max;
  if (!below && !above) return null;
  if (min !== undefined && max !== undefined) return `It has to be between ${min} and ${max}.`;
  return below ? `It has to be at least ${min}.` : `It has to be at most ${max}.`;
}

/** A day that the calendar has. */
function isDay(text: string): boolean {
  if (!DATE.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}
