import { createContext, useContext } from 'react';

/** Marks of blocks, rows, entries and values of a structured file, for a look of their own: `data-changed` of their elements. */
export const DataMarks = createContext<ReadonlyMap<object, string>>(new Map());

export function useDataMarks(): ReadonlyMap<object, string> {
  return useContext(DataMarks);
}
