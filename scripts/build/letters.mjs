import { readFile } from 'node:fs/promises';

/**
 * What `\p{L}` becomes in the patterns of our sources, for every build and the tests alike. The class itself has some 650 ranges,
 * which an engine spells out anew for each of the 380 places: a tenth of a fresh check of a kit. These 48 ranges hold every letter,
 * and let what stands between letters of one script pass for one: combining marks (so that a word in an Indic script is one word),
 * code points that are nothing yet, and signs of scripts nobody writes in any more. They hold no ASCII, Latin, general or CJK
 * punctuation, no symbol, emoji, blank or currency sign, and no punctuation of a script in use (`letters.test.ts`).
 */
export const LETTERS =
  'A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u03f5\\u03f7-\\u0559\\u0560-\\u0588\\u05d0-\\u05f2' +
  '\\u0620-\\u064a\\u066e-\\u06d3\\u06d5-\\u07fa\\u0800-\\u088f\\u08a0-\\u0961\\u0971-\\u09f1\\u09fc\\u0a05-\\u0ae1\\u0af9-\\u0bd0' +
  '\\u0c05-\\u0c61\\u0c80-\\u0e33\\u0e40-\\u0e46\\u0e81-\\u103f\\u1050-\\u10fa\\u10fc-\\u135a\\u1380-\\u17b3\\u17d7\\u17dc-\\u1ffc' +
  '\\u2071\\u207f\\u2090-\\u209c\\u2102-\\u2115\\u2119-\\u211d\\u2124-\\u214e\\u2183\\u2184\\u2c00-\\u2dde' +
  '\\u3005\\u3006\\u3031-\\u309f\\u30a1-\\u30fa\\u30fc-\\ud7fb\\uf900-\\ufdfb\\ufe70-\\ufefc\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc' +
  '\\u{10000}-\\u{1efff}\\u{20000}-\\u{3fffd}';

const CLASS = 'p{L}';

/** Writes the letters out in the patterns of a source: in literals, and in strings and templates, which hold patterns or parts of them. */
export async function withLetters(code) {
  if (!code.includes(CLASS)) return code;
  const { parseAst } = await import('vite');
  const edits = [];
  visit(parseAst(code, { lang: 'ts' }), code, edits);
  let out = '';
  let at = 0;
  for (const { from, to, insert } of edits.sort((a, b) => a.from - b.from)) {
    out += code.slice(at, from) + insert;
    at = to;
  }
  return out + code.slice(at);
}

function visit(node, code, edits) {
  if (node.type === 'TaggedTemplateExpression') return;
  if (node.type === 'Literal' && (node.regex || typeof node.value === 'string'))
    write(code, [node], node.regex ? 1 : 2, edits);
  // One text with holes: a class may open before one and close behind it.
  else if (node.type === 'TemplateLiteral') write(code, node.quasis, 2, edits);
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) for (const item of value) item?.type && visit(item, code, edits);
    else if (value?.type) visit(value, code, edits);
  }
}

/** `bars`: how many backslashes stand for one of the pattern. */
function write(code, parts, bars, edits) {
  let inClass = false;
  for (const { start, end } of parts) {
    for (let at = start; at < end; ) {
      if (code[at] === '\\') {
        const escaped = code.startsWith('\\'.repeat(bars), at);
        const behind = at + (escaped ? bars : 1);
        if (escaped && code.startsWith(CLASS, behind)) {
          const to = behind + CLASS.length;
          edits.push({ from: at, to, insert: inClass ? LETTERS : `[${LETTERS}]` });
          at = to;
        } else at = behind + (code.startsWith('\\'.repeat(bars), behind) ? bars : 1);
        continue;
      }
      if (code[at] === '[') inClass = true;
      else if (code[at] === ']') inClass = false;
      at++;
    }
  }
}

/** For bundles made by esbuild. */
export const lettersForEsbuild = {
  name: 'letters',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (path.includes('node_modules')) return undefined;
      const code = await readFile(path, 'utf8');
      return code.includes(CLASS) ? { contents: await withLetters(code), loader: 'ts' } : undefined;
    });
  },
};

/** For the window, its workers and the tests. */
export const lettersForVite = () => ({
  name: 'letters',
  enforce: 'pre',
  async transform(code, id) {
    const ours = /\.ts(?:\?|$)/.test(id) && !id.includes('node_modules') && code.includes(CLASS);
    // Nothing but patterns changes, and no line.
    return ours ? { code: await withLetters(code), map: null } : undefined;
  },
});
