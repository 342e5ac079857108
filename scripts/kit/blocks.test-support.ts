import { parse as parseYaml } from 'yaml';

/** What must stand together in one place of a file: words as written, numbers by value. */
export type Together = readonly (string | number)[];

/** A piece of a file small enough that what stands in it belongs together: a table row, a paragraph, an entry of a list. */
interface Block {
  readonly text: string;
  readonly numbers: ReadonlySet<number>;
}

/** Dates, times, versions and ids hold digits that are no quantities. */
const NO_NUMBER =
  /\d{4}-\d{2}-\d{2}(?:T[\d:]+Z)?|\b\d{2}:\d{2}Z?\b|\b\d+\.\d+\.\d+\b|\b[A-Z]+(?:-[A-Za-z]+)*-[A-Z]?\d[\d-]*\b/g;
const NUMBER = /(?<![\w.,])([-−]\s?)?\$?(\d[\d,]*(?:\.\d+)?)(?:\s?(k|M|million)\b)?/g;
const SCALE: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, million: 1e6 };

/** Every number of a text by value; `$4.30M` and `5.37 million` also by what they mean. */
export function numbersOf(text: string): Set<number> {
  const found = new Set<number>();
  for (const [, sign, digits = '', scale] of text.replace(NO_NUMBER, ' ').matchAll(NUMBER)) {
    const value = Number(digits.replace(/,/g, '')) * (sign ? -1 : 1);
    found.add(value);
    // A hyphen before a number may also be a dash.
    if (sign?.startsWith('-')) found.add(-value);
    if (scale) found.add(Math.round(value * (SCALE[scale] ?? 1)));
  }
  return found;
}

const block = (text: string): Block => ({ text, numbers: numbersOf(text) });

/** The places of a file in which facts can stand together. */
export function blocksOf(path: string, text: string): readonly Block[] {
  const blocks = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(block);
  if (path.endsWith('.md')) {
    // A paragraph, and a section of level 3 or one named by an id: the entry of a playbook or a dissent.
    for (const paragraph of text.split(/\n{2,}/))
      if (/^[^|].*\n/.test(paragraph)) blocks.push(block(paragraph));
    for (const entry of text.split(/^(?=#{1,6} )/m))
      if (/^(?:#{3,}|## [A-Z]+-\d)/.test(entry)) blocks.push(block(entry));
  }
  if (/\.(?:ya?ml|json)$/.test(path))
    entries(path.endsWith('.json') ? JSON.parse(text) : parseYaml(text), '', blocks);
  return blocks;
}

/** Every map below the root with all that is in it, under the key it has. */
function entries(value: unknown, key: string, out: Block[]): void {
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every((item) => typeof item !== 'object'))
      out.push(block(`${key}: ${value.join(' ; ')}`));
    for (const item of value) entries(item, key, out);
    return;
  }
  if (value === null || typeof value !== 'object') return;
  if (key !== '') out.push(block(`${key}: ${flat(value)}`));
  for (const [name, item] of Object.entries(value)) entries(item, name, out);
}

function flat(value: unknown): string {
  if (Array.isArray(value)) return value.map(flat).join(' ; ');
  if (value === null || typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([key, item]) => `${key} ${flat(item)}`)
    .join(' | ');
}

const holds = (place: Block, what: string | number): boolean =>
  typeof what === 'number' ? place.numbers.has(what) : place.text.includes(what);

/** True when the file states all of it in one place. */
export function statesTogether(blocks: readonly Block[], together: Together): boolean {
  return blocks.some((place) => together.every((what) => holds(place, what)));
}
