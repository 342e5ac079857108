import { createContext, useContext, useMemo } from 'react';
import { marksAt } from '../../../shared/preview/chart/marks-at';
import type { Mark } from '../../../shared/preview/chart/spec';
import { useStudio, useStudioState } from '../../commands/studio-context';
import type { Place } from '../../state/cursor-slice';

/** The file whose text the charts inside are about; null where they are about none that is being written. */
export const ChartFile = createContext<string | null>(null);

/** The marks that the cursor is at, by their place in the list; `shift` is how far they moved. A component renders again only when they are others. */
export function useCursorMarks(marks: readonly Mark[], shift: number): ReadonlySet<number> {
  const path = useContext(ChartFile);
  const { buffers } = useStudio();
  const select = useMemo(() => {
    let last: { readonly place: Place | null; readonly found: string } = { place: null, found: '' };
    return (place: Place | null): string => {
      if (place !== last.place) last = { place, found: found(place) };
      return last.found;
    };
    function found(place: Place | null): string {
      if (!place || place.path !== path) return '';
      const doc = buffers.doc(place.path);
      if (!doc || place.offset > doc.length) return '';
      const { from, to } = doc.lineAt(place.offset);
      // Marks have the places they were made with: the cursor is taken back to those.
      const line = { from: from - shift, to: to - shift };
      return marksAt(marks, { offset: place.offset - shift, line }).join(' ');
    }
  }, [buffers, marks, path, shift]);
  const at = useStudioState((state) => select(state.cursor));
  return useMemo(() => new Set(at === '' ? [] : at.split(' ').map(Number)), [at]);
}
