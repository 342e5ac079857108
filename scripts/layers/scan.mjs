/**
 * Reads the imports of a TypeScript file and blanks what is not code. A full parser is not needed (and the
 * native TypeScript offers none): comments, strings, templates and regular expressions are masked with
 * blanks of the same length, so that positions stay true and nothing inside them is taken for code.
 */

/** A `/` after one of these begins a regular expression; `<`, `>` and `}` are left out because of JSX. */
const BEFORE_REGEX = /(?:[(,=:[!&|?{;+\-*%~^]|\b(?:return|typeof|case|in|of|delete|void|throw|await|yield))$/;

function regexEnd(source, from) {
  let inClass = false;
  for (let index = from + 1; index < source.length; index++) {
    const char = source[index];
    if (char === '\n') return undefined;
    if (char === '\\') index++;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) return index + 1;
  }
  return undefined;
}

/** End of a quoted string; an apostrophe in JSX text has no partner, so a line end stops it too. */
function stringEnd(source, from) {
  const quote = source[from];
  for (let index = from + 1; index < source.length; index++) {
    const char = source[index];
    if (char === '\\') index++;
    else if (char === quote) return index + 1;
    else if (char === '\n') return index;
  }
  return source.length;
}

/** End of a template literal including nested `${}`. */
function templateEnd(source, from) {
  let depth = 0;
  for (let index = from + 1; index < source.length; index++) {
    const char = source[index];
    if (char === '\\') index++;
    else if (depth === 0 && char === '`') return index + 1;
    else if (char === '$' && source[index + 1] === '{') {
      depth++;
      index++;
    } else if (depth > 0 && char === '`') index = templateEnd(source, index) - 1;
    else if (depth > 0 && char === '{') depth++;
    else if (depth > 0 && char === '}') depth--;
  }
  return source.length;
}

const blank = (text) => text.replace(/[^\n]/g, ' ');

/** The source with comments and the inside of literals blanked (quotes stay), line and column unchanged. */
export function maskSource(source) {
  let out = '';
  let index = 0;
  while (index < source.length) {
    const two = source.slice(index, index + 2);
    const char = source[index];
    let end;
    if (two === '//') {
      const line = source.indexOf('\n', index);
      end = line === -1 ? source.length : line;
      out += blank(source.slice(index, end));
    } else if (two === '/*') {
      const close = source.indexOf('*/', index + 2);
      end = close === -1 ? source.length : close + 2;
      out += blank(source.slice(index, end));
    } else if (char === '"' || char === "'" || char === '`') {
      end = char === '`' ? templateEnd(source, index) : stringEnd(source, index);
      const inside = source.slice(index + 1, Math.max(index + 1, end - 1));
      out += end - index < 2 ? char : char + blank(inside) + source[end - 1];
    } else if (char === '/' && BEFORE_REGEX.test(out.trimEnd().slice(-12))) {
      end = regexEnd(source, index) ?? index + 1;
      out += end === index + 1 ? char : `/${blank(source.slice(index + 1, end - 1))}/`;
    } else {
      end = index + 1;
      out += char;
    }
    index = end;
  }
  return out;
}

const IMPORT_FORMS = [
  /\b(?:import|export)\b[^;'"`()=]*?\bfrom\s*(?=['"])/g,
  /\bimport\s*(?=['"])/g,
  /\b(?:import|require|require\.resolve)\s*\(\s*(?=['"`])/g,
  // A worker or an asset named by address is a dependency like any other.
  /\bnew\s+URL\s*\(\s*(?=['"])/g,
];

/** Line of an offset, from 1. */
export function lineOf(source, offset) {
  let line = 1;
  for (
    let index = source.indexOf('\n');
    index !== -1 && index < offset;
    index = source.indexOf('\n', index + 1)
  ) {
    line++;
  }
  return line;
}

/** Every module a file names: `{specifier, line}` in order. */
export function importsOf(source, masked = maskSource(source)) {
  const found = [];
  for (const form of IMPORT_FORMS) {
    for (const match of masked.matchAll(form)) {
      const open = match.index + match[0].length;
      const close = masked.indexOf(masked[open], open + 1);
      if (close === -1) continue;
      const specifier = source.slice(open + 1, close);
      const isAddress = match[0].startsWith('new');
      if (isAddress && !specifier.startsWith('.')) continue;
      found.push({ specifier, line: lineOf(source, match.index + match[0].length), at: open });
    }
  }
  return found.sort((a, b) => a.at - b.at).map(({ specifier, line }) => ({ specifier, line }));
}
