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

const PLACE = /<span class="page-ref" data-to="([^"]*)"><\/span>/g;
/** Stands for a number that is not known yet; as wide as most are. */
const UNKNOWN = '000';

/**
 * Writes the page of each reference behind its words. Where `fixed` is set every number gets the same room, so that filling it in moves nothing.
 * References to what is not in this print say no page.
 */
export function fillPageRefs(body: Html, pages: PageNumbers, fixed: boolean): Html {
  const look = fixed ? 'page-ref fixed' : 'page-ref';
  return new Html(
    body.markup.replace(PLACE, (_, target: string) => {
      const artifact = target.replace(/^(a\d+)-.*$/s, '$1');
      const page = pages.get(target) ?? pages.get(artifact);
      if (page === undefined && pages.size > 0) return '';
      return `, <span class="${look}">p. <span>${page === undefined ? UNKNOWN : folio(page)}</span></span>`;
    }),
  );
}
