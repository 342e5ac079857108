/**
 * Matches a file name or kit path against the small glob language kinds use: `*` (any run without `/`),
 * `**` (any run), `?` (one character) and `[0-9]`-style classes. Everything else is literal.
 * Compiled once per pattern by the caller through {@link compileGlob}; linear, because no nested quantifier is produced.
 */
export function compileGlob(pattern: string): (path: string) => boolean {
  let source = '';
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i] as string;
    if (c === '*') {
      if (pattern[i + 1] === '*') {
        source += '.*';
        i += pattern[i + 2] === '/' ? 2 : 1;
      } else source += '[^/]*';
    } else if (c === '?') source += '[^/]';
    else if (c === '[') {
      const close = pattern.indexOf(']', i);
      if (close < 0) source += '\\[';
      else {
        source += `[${pattern.slice(i + 1, close).replace(/\\/g, '\\\\')}]`;
        i = close;
      }
    } else source += c.replace(/[.+^${}()|\\\]]/g, '\\$&');
  }
  const regex = new RegExp(`^${source}$`);
  return (path) => regex.test(path);
}
