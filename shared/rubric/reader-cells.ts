import type { CellValue, Tone } from '../preview/block';
import type { DataReader } from './read-data';

/** A value as it is spelled in the file; a dash where there is none. */
export function cell(at: DataReader, tone?: Tone): CellValue {
  return at.spelled === null
    ? { text: '–', span: at.span, tone: 'quiet' }
    : { text: at.spelled, span: at.span, ...(tone ? { tone } : {}) };
}

/** A list of values in one cell; a dash for none. */
export function listCell(at: DataReader): CellValue {
  const texts = at.items.flatMap((item) => item.spelled ?? []);
  return texts.length === 0
    ? { text: '–', span: at.span, tone: 'quiet' }
    : { text: texts.join(texts.some((text) => text.includes(',')) ? '; ' : ', '), span: at.span };
}

/** Terms with their values, those that the file leaves out left out. */
export function entriesOf(
  ...pairs: readonly (readonly [term: string, at: DataReader])[]
): { readonly term: string; readonly value: CellValue }[] {
  return pairs.flatMap(([term, at]) => {
    const value = at.node?.kind === 'list' ? listCell(at) : cell(at);
    return value.tone === 'quiet' ? [] : [{ term, value }];
  });
}
