import { readFileSync } from 'node:fs';
import { readPdf } from './read-pdf';
const r = await readPdf(readFileSync('/tmp/ex/p/portfolio.pdf'));
for (const m of r.outline.filter((m) => /times in UTC|^Slide 1/.test(m.title)).slice(0, 3)) {
  const p = r.pages[(m.page ?? 1) - 1] ?? '';
  const i = p.search(/Recovery|Slide|Detection|Timeline/);
  console.log(m.title, '=>', [p.slice(0, 700)], i);
}
console.log(r.pages[1]?.slice(0, 900));
const plain = (t: string) => t.replace(/[\s\u00ad]+/g, '').normalize('NFC');
const bad = r.outline.filter((m) => !plain(r.pages[(m.page ?? 0) - 1] ?? '').includes(plain(m.level ? m.title : m.title.replace(/^Part \d · /, ''))));
console.log(bad.length, r.outline.length, bad.map((b) => b.title), r.bitmaps);
console.log(r.pages.flatMap((p, i) => (p.length < 120 ? [i + 1] : [])));
