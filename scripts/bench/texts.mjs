import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRepo } from '../setup/paths.mjs';

/** Sizes of the documents that are typed into, in characters. The largest is just below the length from which only plain editing is offered. */
const ALL = { '10 KB': 10_000, '100 KB': 100_000, '1 MB': 1_000_000, '5 MB': 4_900_000 };

/** Those that are measured: all, or the ones that STAFFWRIGHT_BENCH_SIZES names (`10 KB,1 MB`). */
const wanted = process.env.STAFFWRIGHT_BENCH_SIZES?.split(',');
export const SIZES = Object.fromEntries(
  Object.entries(ALL).filter(([name]) => wanted?.includes(name) ?? true),
);

/** Markdown of a length, made of the worked kit's own texts: prose, tables, lists and code as people write them, without front matter. */
export function markdownOf(length) {
  const folder = inRepo('examples');
  const parts = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => readFileSync(path, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''));
  let text = '';
  while (text.length < length) text += `${parts.join('\n\n')}\n\n`;
  const end = text.lastIndexOf('\n\n', length);
  // A fence that is cut in two would make code of nothing else, but it would be no text that people have.
  return closed(`${text.slice(0, end)}\n`);
}

function closed(text) {
  const open = text.split('\n').filter((line) => /^ {0,3}```/.test(line)).length % 2 === 1;
  return open ? `${text}\`\`\`\n` : text;
}
