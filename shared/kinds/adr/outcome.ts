import { optionSlug, slugOf } from '../../text/option-name';
import { type Match, matches } from '../../text/quantities';
import { blocksIn } from '../../text/sections';
import type { Span } from '../../text/span';
import type { Adr } from './model';

/** "Chosen option: X, because Y", with where it stands. */
export interface Choice {
  readonly at: Match;
  /** The paragraph it opens. */
  readonly sentence: Span;
  /** The name of the option, up to "because"; null when no reason follows. */
  readonly option: Span | null;
}

/** More choices than this are not told apart; it bounds the work on a file that is something else. */
const MOST = 20;

/** Every "Chosen option" of the file, in text order. */
export function choices({ doc }: Adr): readonly Choice[] {
  const paragraphs = blocksIn(doc, { from: 0, to: doc.text.length }).filter((b) => b.kind !== 'heading');
  return matches(doc.plain, 'Chosen option', undefined, 'i')
    .slice(0, MOST)
    .map((at) => {
      const block = paragraphs.find((b) => b.span.from <= at.from && b.span.to >= at.to);
      const end = block?.span.to ?? doc.plain.length;
      const colon = doc.plain.slice(at.to, end).search(/\S/);
      const from = at.to + colon + 1;
      const because = doc.plain.slice(from, end).search(/(?<!\p{L})because(?!\p{L})/u);
      const reasoned = colon >= 0 && doc.plain[at.to + colon] === ':' && because >= 0;
      const to =
        from +
        doc.plain
          .slice(from, from + Math.max(0, because))
          .trimEnd()
          .replace(/,$/, '').length;
      return { at, sentence: block?.span ?? at, option: reasoned ? { from, to } : null };
    });
}

/** The slug of the chosen option, when the outcome names one. */
export function chosenSlug(adr: Adr): string | null {
  const option = choices(adr)[0]?.option;
  if (!option) return null;
  const slug = optionSlug(adr.doc, option);
  return slug === '' ? slugOf(adr.doc.plain.slice(option.from, option.to)) || null : slug;
}
