import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const FAMILIES: Readonly<Record<string, string>> = {
  inter: 'Inter',
  'source-serif-4': 'Source Serif 4',
  'ibm-plex-mono': 'IBM Plex Mono',
  'stix-two-math': 'STIX Two Math',
};

/** The characters each subset holds; the browser loads a subset only for a page that uses it. */
const RANGES: Readonly<Record<string, string>> = {
  latin:
    'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2212, U+2215, U+FEFF, U+FFFD',
  'latin-ext':
    'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
  // A face of its own, whole: what a formula is set by belongs to all of its signs.
  math: 'U+0-10FFFF',
  symbols:
    'U+2070-209F, U+2100-2112, U+2114-2121, U+2123-2211, U+2213-2214, U+2216-23FF, U+2460-24FF, U+25A0-27BF, U+2900-297F, U+2B00-2BFF',
};

/** The bundled print fonts by file name, and the style sheet that declares them. Static files only: variable ones become nameless in PDFs. */
export interface PrintFonts {
  readonly css: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** How formulas are set: the rules of `formulas.css`. */
  readonly formulas: string;
}

/** True for the face that only formulas use; most texts have none. */
export function isForFormulas(name: string): boolean {
  return name.startsWith('stix-two-math-');
}

/** True for markup that holds a formula. Text that only speaks of one has its angle brackets escaped. */
export function holdsFormula(markup: string): boolean {
  return markup.includes('<math');
}

/** Reads the fonts from the folder of print resources. A name tells family, subset, weight and style. */
export async function loadPrintFonts(folder: string): Promise<PrintFonts> {
  const files = new Map<string, Uint8Array>();
  const rules: string[] = [];
  for (const name of (await readdir(join(folder, 'fonts'))).sort()) {
    const parts = /^(.+)-(latin|latin-ext|symbols|math)-(\d+)-(normal|italic)\.woff2$/.exec(name);
    if (!parts) continue;
    const [, family = '', subset = '', weight = '', style = ''] = parts;
    files.set(name, await readFile(join(folder, 'fonts', name)));
    rules.push(
      `@font-face { font-family: '${FAMILIES[family] ?? family}'; font-style: ${style}; font-weight: ${weight}; src: url('fonts/${name}') format('woff2'); unicode-range: ${RANGES[subset]}; }`,
    );
  }
  return { css: rules.join('\n'), files, formulas: await readFile(join(folder, 'formulas.css'), 'utf8') };
}
