import { expect } from 'vitest';
import type { Block, CellValue, TableBlock } from '../preview/block';
import type { CellEdit } from '../preview/cell-edit';
import type { Source } from '../rubric/artifact';
import { blocksOf } from '../rubric/blocks-of';
import type { ArtifactKind } from '../rubric/kind';
import { parseSource } from '../rubric/parse-source';
import { type CellAnswer, planCell } from '../rubric/plan-cell';
import { applyEdits } from '../text/edits/edit';
import type { Span } from '../text/span';

/** A file whose view can be written in. */
export interface Form {
  readonly kind: ArtifactKind;
  readonly path: string;
}

export interface Cell {
  readonly edit: CellEdit;
  readonly span: Span;
}

export function readAs(path: string, text: string): Source {
  const source = parseSource(path, text);
  if (!source) throw new Error(`${path} has no format`);
  return source;
}

/** The cells of a file's view that can be changed, by what they are called. */
export function cellsOf({ kind, path }: Form, text: string): ReadonlyMap<string, Cell> {
  const blocks = blocksOf(kind, readAs(path, text)) ?? [];
  const tables = blocks.flatMap((block: Block): TableBlock[] =>
    block.kind === 'table' ? [block] : block.kind === 'chart' ? [block.table] : [],
  );
  const cells = new Map<string, Cell>();
  const add = ({ edit, span, parts }: CellValue) => {
    if (edit && span) {
      expect(cells.has(edit.name), `two cells are called ${edit.name}`).toBe(false);
      cells.set(edit.name, { edit, span });
    }
    parts?.forEach(add);
  };
  for (const { rows } of tables) for (const row of rows) row.cells.forEach(add);
  return cells;
}

/** What the worker answers when something is typed into a cell; null only asks. */
export function answerOf(form: Form, text: string, name: string, typed: string | null): CellAnswer {
  const cell = cellsOf(form, text).get(name);
  if (!cell) throw new Error(`No cell is called ${name}`);
  return planCell(readAs(form.path, text), { ...cell, typed });
}

/** The text after something was typed into a cell. */
export function write(form: Form, text: string, name: string, typed: string): string {
  const answer = answerOf(form, text, name, typed);
  if (!('edits' in answer)) throw new Error(`${name}, line ${answer.line}: ${answer.problem}`);
  return applyEdits(text, answer.edits);
}
