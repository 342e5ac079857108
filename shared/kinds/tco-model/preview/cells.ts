import type { CellValue } from '../../../preview/block';
import { capitalised } from '../../../preview/labels';
import { grouped } from '../../../preview/number-text';
import type { DataReader } from '../../../rubric/read-data';
import type { CostModel } from '../model';

/** Text of the file, or a dash. */
export function textCell(at: DataReader): CellValue {
  return { text: at.spelled ?? '–', span: at.span };
}

/** Text that the file writes small, at the start of a cell. */
export function startCell(at: DataReader): CellValue {
  const cell = textCell(at);
  return { ...cell, text: capitalised(cell.text) };
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

/** An option's name for narrow columns: without what follows a comma or stands in parentheses, as long as that tells the options apart. */
export function shortName(model: CostModel, id: string | null): string {
  const option = model.options.find((candidate) => candidate.id === id);
  if (!option) return id ?? '–';
  const short = shortened(option.name);
  const clash = model.options.some((other) => other !== option && shortened(other.name) === short);
  return clash || short === '' ? option.name : short;
}

function shortened(name: string): string {
  return name.replace(/[,(].*$/, '').trim();
}
