import type { PlannedClaim, PlannedClaims } from '../../shared/portfolio/claims';
import type { PageNumbers } from './book';
import { folio } from './folio';
import { type Html, html } from './html';
import { keepWords } from './keep-words';
import type { Listing } from './listing';

/** What the list of claims is called in the book. */
export const CLAIMS_TITLE = 'Where each claim stands';

/** Claims of the memo by its sections, each with the places of its evidence and the pages they are on. Numbers stand in boxes of a fixed width. */
export function claimsHtml(claims: PlannedClaims, pages: PageNumbers, caption: Html): Html {
  return html`<section class="claims"><h1 id="${claims.id}">${CLAIMS_TITLE}</h1>
<p class="claims-note">Every claim of the memo that can be looked up in this book, with the place of its evidence.</p>
<table class="claims-list">${caption}<colgroup><col class="claim"><col class="evidence"><col class="page"></colgroup>
<thead><tr><th scope="col">Claim</th><th scope="col">Evidence</th><th scope="col">Page</th></tr></thead>
${bySection(claims.rows).map(
  ({ from, rows }) =>
    html`<tbody><tr class="claims-section"><th scope="rowgroup" colspan="3">${from}</th></tr>${rows.map((row) => claimRows(row, pages))}</tbody>`,
)}</table></section>`;
}

/** Takes the next number for the table of claims. */
export function claimsCaption(tables: Listing): Html {
  const { id, number, title } = tables.add('Claims and their evidence', CLAIMS_TITLE);
  return html`<caption id="${id}">Table ${number} · ${title}</caption>`;
}

function claimRows({ text, evidence }: PlannedClaim, pages: PageNumbers): Html {
  const places = evidence.map(
    ({ target, artifact, section }, i) =>
      html`<tr${i === 0 ? html` class="claim-first"` : html``}>${i === 0 ? html`<td class="claim" rowspan="${evidence.length}" dir="auto">${keepWords(text, false)}</td>` : html``}<td class="evidence" dir="auto"><a href="#${target}">${keepWords(artifact, false)}${section === '' ? html`` : html`<span class="evidence-section">${keepWords(section, false)}</span>`}</a></td><td class="page"><span class="page-number">${folio(pages.get(target))}</span></td></tr>`,
  );
  return html`${places}`;
}

/** Claims in the order of the memo; those of one section together. */
function bySection(rows: readonly PlannedClaim[]) {
  const groups = new Map<string, PlannedClaim[]>();
  for (const row of rows) groups.set(row.from, [...(groups.get(row.from) ?? []), row]);
  return [...groups].map(([from, own]) => ({ from, rows: own }));
}
