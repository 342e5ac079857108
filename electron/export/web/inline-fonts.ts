import { holdsFormula, isForFormulas, type PrintFonts } from '../print-fonts';

const RULE = /@font-face \{[^}]*url\('fonts\/([^']+)'\)[^}]*unicode-range: ([^;]+);[^}]*\}/g;

/** The font rules with the files in them, but only those subsets that a text needs: most texts need a third. What sets formulas comes with them. */
export function inlineFonts(fonts: PrintFonts, text: string): string {
  const used = new Set<number>();
  for (const character of text) used.add(character.codePointAt(0) ?? 0);
  const formulas = holdsFormula(text);
  const rules = [...fonts.css.matchAll(RULE)].flatMap(([rule, name = '', ranges = '']) => {
    const file = fonts.files.get(name);
    const isNeeded = isForFormulas(name) ? formulas : covers(ranges, used);
    if (!file || !isNeeded) return [];
    const data = `data:font/woff2;base64,${Buffer.from(file).toString('base64')}`;
    return [rule.replace(/url\('[^']+'\)/, `url(${data})`)];
  });
  return [...rules, ...(formulas ? [fonts.formulas] : [])].join('\n');
}

function covers(ranges: string, used: ReadonlySet<number>): boolean {
  const spans = ranges.split(',').map((range) => {
    const [from = '', to = from] = range.trim().replace('U+', '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  });
  for (const code of used) if (spans.some(([from, to]) => code >= from && code <= to)) return true;
  return false;
}
