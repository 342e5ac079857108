import { type CellEdit, typedProblem } from '../preview/cell-edit';
import type { DataPath } from '../text/data-tree';
import { type ChangePlan, heldBy, setValue, type Wanted } from '../text/edits/set-value';
import type { Span } from '../text/span';
import type { DataSource, Source } from './artifact';
import { parseSource } from './parse-source';
import { MOVED, planTableCell } from './plan-table-cell';
import { writtenValue } from './written-value';

/** A change of a cell that somebody asks for; `typed` null asks only whether there can be one. */
export interface CellQuestion {
  readonly edit: CellEdit;
  /** Where the cell's value stood when it was drawn. */
  readonly span: Span;
  readonly typed: string | null;
}

/** The edits, none where nothing differs; or why there are none, in words that follow "cannot be changed here:", with the line that says so. */
export type CellAnswer =
  | { readonly edits: Extract<ChangePlan, { edits: unknown }>['edits'] }
  | { readonly problem: string; readonly span: Span; readonly line: number };

/** True for a question that {@link planCell} answers; anything else that is asked of a file is for its kind. */
export function isCellQuestion(question: unknown): question is CellQuestion {
  return typeof question === 'object' && question !== null && 'edit' in question && 'typed' in question;
}

/** What writes a typed value over a cell of a file. Total: what cannot be written has a reason and a line. */
export function planCell(source: Source, { edit, span, typed }: CellQuestion): CellAnswer {
  const invalid = typed === null ? null : typedProblem(edit, typed);
  if (invalid !== null) return refused(source, { problem: invalid, span });
  const text = typed === null ? null : typed.trim();
  const { path, value } = edit;
  if (typeof path === 'number') return settled(source, planTableCell(source, path, value, text, span));
  if (source.format !== 'yaml' && source.format !== 'json')
    return refused(source, { problem: 'it is no file of data', span });
  return settled(source, inData(source, edit, path, text));
}

function inData(source: DataSource, edit: CellEdit, path: DataPath, typed: string | null): ChangePlan {
  const { data } = source;
  const held = heldBy(data, path);
  if (held) return held;
  if (writtenValue(data, path) !== edit.value) return { problem: MOVED, span: data.span(path) };
  if (typed === null) return { edits: [] };
  const read = (text: string) => {
    const again = parseSource(source.path, text);
    return again && 'data' in again ? again.data : data;
  };
  return setValue({ tree: data, read }, path, wanted(edit, typed), edit.order);
}

function wanted(edit: CellEdit, typed: string): Wanted {
  if (typed === '') return null;
  return edit.type === 'number' ? { number: typed } : { text: typed };
}

/** The same with the line of what is to be seen. */
export function settled(source: Source, plan: ChangePlan): CellAnswer {
  return 'edits' in plan ? plan : refused(source, plan);
}

function refused(
  { text }: Source,
  { problem, span }: { readonly problem: string; readonly span: Span },
): CellAnswer {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < span.from; at = text.indexOf('\n', at + 1)) line++;
  return { problem, span, line };
}
