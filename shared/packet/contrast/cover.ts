import type { ContrastView } from './contrast';

/** The worked example with the sections closed that one has not tried oneself. */
export interface CoveredText {
  readonly text: string;
  /** The closed sections, by their place in the covered text. */
  readonly closed: readonly { readonly key: string; readonly title: string; readonly from: number }[];
  /** The place in the example itself of a place in the covered text. */
  originalOf(offset: number): number;
}

const NOTE = '\n\n*Opens when you have written a first attempt of your own.*\n\n';

/** Closes the sections of a Markdown example that are not attempted, and not opened all the same. Null when none is closed. */
export function coveredText(
  { rows }: ContrastView,
  text: string,
  opened: (key: string) => boolean,
): CoveredText | null {
  const sections = rows
    .flatMap(({ key, title, staff, attempted }) => (staff ? [{ key, title, staff, attempted }] : []))
    .sort((a, b) => a.staff.span.from - b.staff.span.from);
  const closed: { key: string; title: string; from: number }[] = [];
  /** Where pieces of the covered text begin, and where they stand in the example. */
  const starts: { readonly at: number; readonly original: number; readonly cut: boolean }[] = [];
  let covered = '';
  let done = 0;
  const take = (to: number) => {
    starts.push({ at: covered.length, original: done, cut: false });
    covered += text.slice(done, to);
    done = to;
  };
  for (const { key, title, staff, attempted } of sections) {
    if (attempted || key === '' || opened(key)) continue;
    take(staff.span.from);
    closed.push({ key, title, from: covered.length });
    take(staff.body);
    starts.push({ at: covered.length, original: staff.body, cut: true });
    covered += NOTE;
    done = staff.span.to;
  }
  if (closed.length === 0) return null;
  take(text.length);
  return {
    text: covered,
    closed,
    originalOf: (offset) => {
      const piece = starts.findLast(({ at }) => at <= offset);
      if (!piece) return 0;
      return piece.cut ? piece.original : piece.original + offset - piece.at;
    },
  };
}
