/** Alternatives that `{a,b}` may make of one pattern. */
const MOST_ALTERNATIVES = 64;

/**
 * Decides which paths are looked through, from two lists of patterns with commas between: `*` stands for anything within a name, `**` also for
 * folders, `?` for one character, `{a,b}` for one or the other. A pattern without a slash is compared with the names of files and folders at
 * any depth, and a folder stands for all it holds. Letter case does not matter.
 */
export function fileFilter(include: string, exclude: string): (path: string) => boolean {
  const wanted = patternsOf(include);
  const unwanted = patternsOf(exclude);
  return (path) => {
    const folded = path.toLowerCase();
    return (wanted.length === 0 || fitsAny(wanted, folded)) && !fitsAny(unwanted, folded);
  };
}

function fitsAny(patterns: readonly string[], path: string): boolean {
  return patterns.some((pattern) => {
    const parts = path.split('/');
    // The file itself, and each folder it is in.
    for (let n = parts.length; n > 0; n--) {
      const part = pattern.includes('/') ? parts.slice(0, n).join('/') : (parts[n - 1] as string);
      if (fits(pattern, part)) return true;
    }
    return false;
  });
}

function patternsOf(list: string): readonly string[] {
  return splitOutside(list.toLowerCase())
    .map((pattern) => withoutEnd(pattern.trim().replace(/^\.?\//, '')))
    .filter((pattern) => pattern !== '')
    .flatMap((pattern) => alternatives(pattern));
}

/** A folder is meant with or without a slash, or `/**`, behind it. */
function withoutEnd(pattern: string): string {
  let end = pattern.endsWith('/**') ? pattern.length - 2 : pattern.length;
  while (end > 0 && pattern[end - 1] === '/') end--;
  return pattern.slice(0, end);
}

/** Commas within braces belong to the pattern. */
function splitOutside(list: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const c of list) {
    if (c === '{') depth++;
    if (c === '}') depth--;
    if (c === ',' && depth <= 0) parts.push('');
    else parts[parts.length - 1] += c;
  }
  return parts;
}

function alternatives(pattern: string): readonly string[] {
  let made = [pattern];
  for (;;) {
    const next: string[] = [];
    let changed = false;
    for (const one of made) {
      const group = /\{([^{}]*)\}/.exec(one);
      if (!group) next.push(one);
      else {
        changed = true;
        for (const choice of (group[1] as string).split(','))
          next.push(one.slice(0, group.index) + choice + one.slice(group.index + group[0].length));
      }
    }
    if (!changed) return made;
    if (next.length > MOST_ALTERNATIVES) return [pattern];
    made = next;
  }
}

/**
 * Compares by keeping all places of the pattern that could be reached: the work is the product of both lengths, whatever the pattern. A `**`
 * with a slash behind it may stand for nothing.
 */
function fits(pattern: string, path: string): boolean {
  const tokens = pattern.match(/\*\*\/|\*\*|[\s\S]/gu) ?? [];
  let reached = closure(new Set([0]), tokens);
  for (const c of path) {
    const next = new Set<number>();
    for (const at of reached) {
      const token = tokens[at];
      if (token === '**' || token === '**/' || (token === '*' && c !== '/')) next.add(at);
      // "**/" ends where a folder ends.
      if (token === '**/' && c === '/') next.add(at + 1);
      if (token === c || (token === '?' && c !== '/')) next.add(at + 1);
    }
    reached = closure(next, tokens);
  }
  return reached.has(tokens.length);
}

/** Stars may stand for nothing; "**\/" only at the start of a name, which is where it is reached from before. */
function closure(places: Set<number>, tokens: readonly string[]): Set<number> {
  for (const at of places) if (tokens[at]?.startsWith('*')) places.add(at + 1);
  return places;
}
