import { endsWord, startsWord } from './boundary';
import { type Folded, fold } from './folded';
import { type Entry, entriesOf, type Form, formsOf } from './forms';
import { mermaidIds } from './mermaid-ids';
import type { Redaction } from './redaction';
import { replacement, type WordPlaces } from './replacement';

/** A place that a redaction changes. Offsets into the exact text. */
export interface Hit {
  readonly from: number;
  readonly to: number;
  /** Index into {@link Redactor.entries}. */
  readonly entry: number;
  readonly insert: string;
}

/** How a text is written: decides what its escapes mean and where a blank would break it. */
export type Writing = 'prose' | 'data' | 'diagram' | 'path';

/** Marks that may stand between the words of a name. */
const BETWEEN = /[ _.,*~`+-]/;

/**
 * Finds what is hidden and says what stands in its place. One redactor serves a whole export, in a fixed order of texts: numbers of patterns are
 * given in the order of appearance.
 */
export class Redactor {
  readonly entries: readonly Entry[];
  private readonly byStart = new Map<string, Form[]>();
  private readonly numbers = new Map<string, number>();
  private readonly counts = new Map<number, number>();

  constructor(private readonly redaction: Redaction) {
    this.entries = entriesOf(redaction);
    for (const form of formsOf(redaction)) {
      const start = form.words[0]?.[0] ?? '';
      const list = this.byStart.get(start);
      if (list) list.push(form);
      else this.byStart.set(start, [form]);
    }
  }

  /** The places to change, left to right; of several that start at one place the longest. */
  hits(text: string, writing: Writing): Hit[] {
    const found = [...this.named(text, writing), ...this.patterned(text)];
    found.sort((a, b) => a.from - b.from || b.to - a.to || a.entry - b.entry);
    const hits: Hit[] = [];
    for (const hit of found) {
      if (hit.from < (hits.at(-1)?.to ?? 0)) continue;
      hits.push(hit.insert === '' ? { ...hit, insert: this.numbered(text, hit) } : hit);
    }
    return hits;
  }

  /** The text with everything hidden replaced. */
  redact(text: string, writing: Writing): string {
    let out = '';
    let at = 0;
    for (const { from, to, insert } of this.hits(text, writing)) {
      out += text.slice(at, from) + insert;
      at = to;
    }
    return out + text.slice(at);
  }

  private named(text: string, writing: Writing): Hit[] {
    const folded = fold(text, { escapes: writing === 'data' });
    const hits: Hit[] = [];
    let ids: ((offset: number) => boolean) | null = null;
    for (let at = 0; at < folded.chars.length; at++) {
      const forms = this.byStart.get(folded.chars[at] as string);
      if (!forms) continue;
      const match = longest(folded, forms, at);
      if (!match) continue;
      const { form, places } = match;
      const end = places.at(-1)?.end ?? at;
      const from = folded.from[at] as number;
      const to = folded.to[end - 1] as number;
      if (writing === 'diagram') ids ??= mermaidIds(text);
      const insert = replacement(folded, form, places, ids?.(from) === true ? '_' : '-');
      hits.push({ from, to, entry: form.entry, insert });
      at = end - 1;
    }
    return hits;
  }

  /** Matches of the patterns; what stands in their place is said when it is known which of them count. */
  private patterned(text: string): Hit[] {
    const first = this.entries.length - this.redaction.patterns.length;
    return this.redaction.patterns.flatMap(({ pattern }, i) =>
      pattern.matches(text).map(({ from, to }) => ({ from, to, entry: first + i, insert: '' })),
    );
  }

  private numbered(text: string, { from, to, entry }: Hit): string {
    const { pseudonym } = this.entries[entry] as Entry;
    if (!pseudonym.includes('{n}')) return pseudonym;
    const key = `${entry} ${text.slice(from, to)}`;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = (this.counts.get(entry) ?? 0) + 1;
      this.counts.set(entry, number);
      this.numbers.set(key, number);
    }
    return pseudonym.replaceAll('{n}', String(number));
  }
}

function longest(
  folded: Folded,
  forms: readonly Form[],
  at: number,
): { readonly form: Form; readonly places: WordPlaces } | null {
  let best: { form: Form; places: WordPlaces; end: number } | null = null;
  for (const form of forms) {
    const places = matchAt(folded, form, at);
    const end = places?.at(-1)?.end ?? 0;
    if (places && end > (best?.end ?? 0)) best = { form, places, end };
  }
  return best;
}

function matchAt(folded: Folded, form: Form, at: number): WordPlaces | null {
  const places: { start: number; end: number }[] = [];
  let next = at;
  for (const [index, word] of form.words.entries()) {
    if (index > 0) {
      const from = next;
      while (next - from < form.gap && BETWEEN.test(folded.chars[next] ?? '')) next++;
      if (form.dotted && !folded.chars.slice(from, next).includes('.')) return null;
    }
    if (!folded.chars.startsWith(word, next)) return null;
    if (form.exact && !folded.cased.startsWith(form.cased[index] ?? '', next)) return null;
    places.push({ start: next, end: next + word.length });
    next += word.length;
  }
  return startsWord(folded, at, next) && endsWord(folded, at, next) ? places : null;
}
