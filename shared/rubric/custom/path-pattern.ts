/**
 * A path glob of a kit's author: `*` and `?` within one name, `**` over folders. Unlike the globs of the studio's own kinds it is matched
 * without backtracking, in time that grows with the length of the path times that of the glob. A glob without `/` is matched against the name.
 */
export function pathPattern(glob: string): (path: string) => boolean {
  const tokens = tokensOf(glob);
  const whole = glob.includes('/');
  return (path) => matches(tokens, whole ? path : path.slice(path.lastIndexOf('/') + 1));
}

/** `path` is the run of whole folders that `**` followed by a bar stands for: it is empty, or ends with a bar. */
type Token =
  | { readonly any: 'name' | 'folders' | 'path' }
  | { readonly any: null; readonly fits: (c: string) => boolean };

function tokensOf(glob: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let i = 0; i < glob.length; i++) {
    const c = glob[i] as string;
    if (c === '*' && glob[i + 1] === '*') {
      const bar = glob[i + 2] === '/';
      tokens.push({ any: bar ? 'path' : 'folders' });
      i += bar ? 2 : 1;
    } else if (c === '*') tokens.push({ any: 'name' });
    else if (c === '?') tokens.push({ any: null, fits: (d) => d !== '/' });
    else tokens.push({ any: null, fits: (d) => d === c });
  }
  return tokens;
}

function matches(tokens: readonly Token[], path: string): boolean {
  let at = reach(tokens, new Set([0]), '/');
  for (const c of path) {
    const next = new Set<number>();
    for (const i of at) {
      const token = tokens[i];
      if (!token) continue;
      if (token.any === null) {
        if (token.fits(c)) next.add(i + 1);
      } else if (token.any !== 'name' || c !== '/') next.add(i);
    }
    if (next.size === 0) return false;
    at = reach(tokens, next, c);
  }
  return at.has(tokens.length);
}

/** A run may end anywhere, one of whole folders behind a bar only: what follows it may begin there. */
function reach(tokens: readonly Token[], at: Set<number>, last: string): Set<number> {
  for (const i of at) {
    const any = tokens[i]?.any;
    if (any === 'name' || any === 'folders' || (any === 'path' && last === '/')) at.add(i + 1);
  }
  return at;
}

/** What is wrong with a glob, or null. */
export function globProblem(glob: string): string | null {
  if (glob.length > 300) return 'A path pattern has at most 300 characters';
  if (glob.startsWith('/') || glob.includes('\\') || glob.split('/').includes('..'))
    return 'A path pattern is relative to the kit, with "/", and never steps out of it';
  if (/[[\]{}]/.test(glob)) return 'Path patterns know *, ** and ?, no brackets';
  return null;
}
