import type { Element } from 'hast';
import type { PageNumbers } from './book';
import { folio } from './folio';
import { Html } from './html';

/** What the reader of paper needs of a link to another artifact: the page it leads to. Filled in when pages have been measured. */
export function pageRef(target: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['page-ref'], dataTo: target },
    children: [],
  };
}

/** The same behind the arrow of a note, which leads back to its mention: notes stand at the end of their artifact. */
export function backRef(mention: string): Element {
  const ref = pageRef(mention);
  return { ...ref, properties: { ...ref.properties, className: ['page-ref', 'back'] } };
}

/** Behind the mention of a note: the page of the note, said where that is another page than the mention's. */
export function noteRef(note: string, mention: string): Element {
  const ref = pageRef(note);
  return {
    ...ref,
    properties: { className: ['page-ref', 'note'], dataTo: note, dataFrom: mention },
  };
}

const PLACE = /<span class="page-ref( back| note)?" data-to="([^"]*)"(?: data-from="([^"]*)")?><\/span>/g;
/** Stands for a number that is not known yet; as wide as most are. */
const UNKNOWN = '000';
/** Stands for the page of what is not in this print, where one artifact is shown as the whole book prints it. */
const ELSEWHERE = '––';

/**
 * Writes the page of each reference behind its words. Where `fixed` is set every number gets the same room, so that filling it in moves nothing.
 * References to what is not in this print say no page; in an `excerpt` of a book they keep the room of one, so that its pages are the book's.
 */
export function fillPageRefs(body: Html, pages: PageNumbers, fixed: boolean, excerpt = false): Html {
  const look = fixed ? 'page-ref fixed' : 'page-ref';
  return new Html(
    body.markup.replace(PLACE, (_, kind: string | undefined, target: string, mention?: string) => {
      const artifact = target.replace(/^(a\d+)-.*$/s, '$1');
      const page = pages.get(target) ?? pages.get(artifact);
      if (page === undefined && pages.size > 0 && !excerpt) return '';
      if (mention !== undefined && page !== undefined && page === pages.get(mention)) return '';
      const unknown = pages.size > 0 ? ELSEWHERE : UNKNOWN;
      return `${kind ? ' ' : ', '}<span class="${look}">p. <span>${page === undefined ? unknown : folio(page)}</span></span>`;
    }),
  );
}
