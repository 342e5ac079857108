/** The one passage in which two texts differ. */
export interface OneEdit {
  /** Up to here both are the same. */
  readonly from: number;
  /** Where what they have in common goes on, in the text before. */
  readonly to: number;
  /** By how much that is further on in the text after. */
  readonly by: number;
}

/** Where a text was edited. */
export function oneEdit(before: string, after: string): OneEdit {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let end = 0;
  while (
    end < most - from &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++;
  return { from, to: before.length - end, by: after.length - before.length };
}
