import { createContext } from 'react';
import type { CellEdit } from '../../../shared/preview/cell-edit';
import type { RowEdit, RowPlace } from '../../../shared/preview/row-edit';
import type { Span } from '../../../shared/text/span';

/** Why a value cannot be changed where it is seen, and the place that says so. */
export interface Refusal {
  readonly message: string;
  readonly span: Span;
  readonly line: number;
}

/** A value that is seen, how it may be changed, and where it stands now. */
export interface FormCell {
  readonly edit: CellEdit;
  readonly span: Span;
}

/** What the cells of a view do to the text that they show. */
export interface CellForms {
  /** Null when the value can be changed. */
  ask(cell: FormCell): Promise<Refusal | null>;
  /** Writes as one step of undo. Settled when the view shows what the text says now. */
  write(cell: FormCell, typed: string): Promise<Refusal | null>;
  /** Adds a row behind the last one (`out` null), or takes one out, as one step of undo. Settled as {@link write} is. */
  rows(rows: RowEdit, out: RowPlace | null): Promise<Refusal | null>;
  /** Brings the line into sight where the text is shown, without taking the focus there. */
  reveal(span: Span): void;
  /** Takes the last change of the text back, or makes it again. */
  undo(again: boolean): void;
  /** Goes to the line. */
  goTo(span: Span): void;
}

/** Null where the text is only shown: an example, a read-only file. */
export const CellFormsContext = createContext<CellForms | null>(null);
