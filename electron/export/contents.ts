import {
  listedClaims,
  type PlannedArtifact,
  type PlannedHeading,
  type PortfolioPlan,
  partHeading,
} from '../../shared/portfolio/plan';
import { ADDRESSES_ID, ADDRESSES_TITLE, type Address, addressId, mentionId } from './addresses';
import type { PageNumbers } from './book';
import { CLAIMS_TITLE } from './claims-html';
import { CLOSER, type Closeness, CONTENTS_ID, endId } from './ends';
import { folio } from './folio';
import { type Html, html, NOTHING } from './html';
import { keepWords } from './keep-words';
import type { Listed } from './listing';

/** What the lists around the book name besides its artifacts. */
export interface Lists {
  readonly figures: readonly Listed[];
  readonly tables: readonly Listed[];
  readonly addresses: readonly Address[];
}

export const NO_LISTS: Lists = { figures: [], tables: [], addresses: [] };

/** A section's own number would stand beside that of the figure or table. */
const SECTION_NUMBER = /^\d+(?:\.\d+)*[.)]?\s+(?=\S)/;
/** Contents lines stop at this heading level; bookmarks go one deeper. */
const CONTENTS_LEVEL = 2;
/** Headings that so many artifacts share belong to the form of their kind: listing them each time would bury the artifacts. */
const SHARED_BY = 3;

/** The contents list, and behind it the lists of figures and tables. */
export function contentsHtml(
  plan: PortfolioPlan,
  lists: Lists,
  pages: PageNumbers,
  closeness: Closeness = 0,
): Html {
  const shared = sharedHeadings(plan);
  const claims = listedClaims(plan);
  return html`<nav class="contents${CLOSER[closeness]}" id="${CONTENTS_ID}"><h1>Contents</h1>
${plan.parts.map(
  (part) =>
    html`<p class="contents-part">${line(pages, part.id, partHeading(part))}</p><ol>${part.artifacts.map(
      (artifact) => {
        const headings = listedHeadings(artifact, shared);
        const level = headings.length > 0 ? 'contents-artifact with-headings' : 'contents-artifact';
        return html`<li class="${level}">${line(pages, artifact.id, artifact.title)}</li>${headings.map(
          (h) => html`<li class="contents-heading">${line(pages, h.anchor, h.text)}</li>`,
        )}`;
      },
    )}${part.kind === 'memo' && claims ? html`<li class="contents-artifact">${line(pages, claims.id, CLAIMS_TITLE)}</li>` : NOTHING}</ol>`,
)}
${lists.addresses.length > 0 ? html`<p class="contents-part">${line(pages, ADDRESSES_ID, ADDRESSES_TITLE)}</p>` : NOTHING}
${listOf('Figures', lists.figures, pages)}${listOf('Tables', lists.tables, pages)}<div class="end" id="${endId(CONTENTS_ID)}"></div></nav>`;
}

function line(pages: PageNumbers, id: string, text: string): Html {
  return html`<a href="#${id}"><span class="entry" dir="auto">${keepWords(text, false)}</span><span class="leader"></span><span class="page-number">${folio(pages.get(id))}</span></a>`;
}

function listOf(title: string, listed: readonly Listed[], pages: PageNumbers): Html {
  if (listed.length === 0) return NOTHING;
  const holders = new Map<string, Set<string>>();
  for (const { title: text, artifact = '' } of listed)
    holders.set(text, (holders.get(text) ?? new Set()).add(artifact));
  const named = ({ title: text, artifact = '' }: Listed): string => {
    const own = text.replace(SECTION_NUMBER, '');
    return (holders.get(text)?.size ?? 0) > 1 ? `${own} · ${shortName(artifact)}` : own;
  };
  return html`<h2>${title}</h2><ol class="list-of">${listed.map(
    (each) =>
      html`<li><span class="list-number">${each.number}</span>${line(pages, each.id, named(each))}</li>`,
  )}</ol>`;
}

/** What stands before the colon of a title: `ADR-003` of "ADR-003: Process streams". */
function shortName(title: string): string {
  return /^([^:]{2,40}): /.exec(title)?.[1] ?? title;
}

/** Texts of headings that several artifacts of one kind have in common. */
function sharedHeadings(plan: PortfolioPlan): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const artifact of plan.parts.flatMap((part) => part.artifacts)) {
    for (const text of new Set(artifact.headings.map((h) => h.text))) {
      const key = `${artifact.kind} ${text}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, n]) => n >= SHARED_BY).map(([key]) => key));
}

/** The headings of an artifact that the contents list names: none where most are the form of the kind. */
function listedHeadings(artifact: PlannedArtifact, shared: ReadonlySet<string>): readonly PlannedHeading[] {
  const own = artifact.headings.filter((h) => h.level <= CONTENTS_LEVEL);
  const form = own.filter((h) => shared.has(`${artifact.kind} ${h.text}`));
  return form.length * 2 > own.length ? [] : own;
}

/** The addresses outside of the book, for those who read it on paper; with the page that names each first. */
export function addressesHtml(addresses: readonly Address[], pages: PageNumbers): Html {
  if (addresses.length === 0) return NOTHING;
  return html`<section class="addresses" id="${ADDRESSES_ID}"><h1>${ADDRESSES_TITLE}</h1>
<p class="addresses-note">Links of this book that lead outside, in the order of their first mention. Nothing of them was fetched to make it.</p>
<ol>${addresses.map(
    ({ number, url }) =>
      html`<li id="${addressId(number)}"><span class="list-number">${number}</span><a href="${url}" class="outside">${url}</a><a href="#${mentionId(number)}" class="mention">p. ${folio(pages.get(mentionId(number)))}</a></li>`,
  )}</ol></section>`;
}
