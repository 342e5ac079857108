import type { CellValue } from '../../../preview/block';
import { grouped } from '../../../preview/number-text';
import type { DataReader } from '../../../rubric/read-data';

/** Text of the file, or a dash. */
export function textCell(at: DataReader): CellValue {
  return { text: at.spelled ?? '–', span: at.span };
}

/** A number of the file; with the computed one beside it, marked, when they differ by more than `tolerance`. */
export function numberCell(at: DataReader, computed: number | null = null, tolerance = 0): CellValue {
  const stated = at.number;
  if (stated === null) return { text: '–', span: at.span, tone: 'bad' };
  const cell = { text: grouped(stated), span: at.span };
  if (computed === null || Math.abs(stated - computed) <= tolerance) return cell;
  return { ...cell, text: `${cell.text} (computes to ${grouped(computed)})`, tone: 'bad' };
}

export const label = (text: string): CellValue => ({ text, span: null });
export const end = (text: string) => ({ label: text, align: 'end' as const });
export const start = (text: string, width = 1) => ({ label: text, align: 'start' as const, width });
