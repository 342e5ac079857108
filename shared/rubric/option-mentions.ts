import { slugOf } from '../text/option-name';
import type { Span } from '../text/span';
import type { Packet } from './packet';

/** Parts of slugs that plain text uses for anything: they name no option by themselves. */
const GENERIC = new Set(
  (
    'a an the and or of on in by for to with at as our own new old big small self managed hosted cloud on-prem aws amazon azure google gcp data ' +
    'service services system platform option plan status quo current existing today do nothing keep stay move build buy make run use hybrid ' +
    'full lite mode type high low one two three first second'
  ).split(' '),
);

/** Shortest part of a slug that names an option by itself. */
const LEAST_LETTERS = 3;

/** A passage that names an option, or the several that share the word. */
export interface Mention extends Span {
  readonly slugs: readonly string[];
  /** Named in full: a slug or a name of several words. One word ("batch", "stream") may be about anything. */
  readonly full: boolean;
}

/**
 * Finds which of some options a passage names: by slug, by any full name that the packet has for it, or by a part of the slug that is a word of
 * its own ("MSK" for `kafka-msk`). A part that several share ("Kafka") names all of them.
 */
export class OptionMentions {
  private readonly full: readonly (readonly [form: string, slug: string])[];
  /** All forms that are looked for: what two sets of mentions are compared by. */
  readonly names: string;
  private readonly parts = new Map<string, string[]>();

  constructor(packet: Packet, slugs: readonly string[]) {
    const forms = new Map<string, string>();
    for (const slug of slugs) forms.set(slug.toLowerCase(), slug);
    for (const option of packet.facts('option')) {
      const name = option.name
        .replace(/\([^()]*\)/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .toLowerCase();
      if (slugs.includes(option.slug) && slugOf(name) !== '' && !forms.has(name))
        forms.set(name, option.slug);
    }
    // The longest first: "kafka on amazon msk" must not be found as "kafka" alone.
    this.full = [...forms].sort(([a], [b]) => b.length - a.length);
    this.names = JSON.stringify(this.full);
    for (const slug of slugs) {
      for (const part of slug.toLowerCase().split('-')) {
        if (part.length < LEAST_LETTERS || GENERIC.has(part) || !/\p{L}/u.test(part)) continue;
        this.parts.set(part, [...(this.parts.get(part) ?? []), slug]);
      }
    }
  }

  /** In text order. */
  in(text: string): readonly Mention[] {
    const found: Mention[] = [];
    let rest = text.toLowerCase();
    for (const [form, slug] of this.full) {
      for (let at = wordAt(rest, form, 0); at >= 0; at = wordAt(rest, form, at + form.length)) {
        found.push({ from: at, to: at + form.length, slugs: [slug], full: /[\s-]/.test(form) });
        rest = rest.slice(0, at) + ' '.repeat(form.length) + rest.slice(at + form.length);
      }
    }
    for (const m of rest.matchAll(/[\p{L}\p{N}]+/gu)) {
      const slugs = this.parts.get(m[0]);
      if (slugs) found.push({ from: m.index, to: m.index + m[0].length, slugs, full: false });
    }
    return found.sort((a, b) => a.from - b.from);
  }
}

/** Where a form stands with no letter, digit or hyphen beside it. */
function wordAt(text: string, form: string, from: number): number {
  const beside = /[\p{L}\p{N}-]/u;
  for (let at = text.indexOf(form, from); at >= 0; at = text.indexOf(form, at + 1)) {
    if (!beside.test(text[at - 1] ?? '') && !beside.test(text[at + form.length] ?? '')) return at;
  }
  return -1;
}
