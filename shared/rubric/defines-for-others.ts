/** True for files in a folder `senior-grade`: the version most engineers ship, kept beside the worked one for comparison. */
export function isCounterExample(path: string): boolean {
  return /(?:^|\/)senior-grade\//.test(path);
}

/** True for files whose ids and people count for the whole packet: not templates, and not the counter-examples. */
export function definesForOthers(path: string): boolean {
  return !isCounterExample(path) && !/(?:^|\/)templates\//.test(path);
}
