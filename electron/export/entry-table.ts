import type { Tone } from '../../shared/preview/block';
import { type Html, html, NOTHING } from './html';
import { keepWords } from './keep-words';

/** A term with its value, both text. */
export interface Entry {
  readonly term: string;
  readonly text: string;
  readonly tone?: Tone;
}

/** Up to these lengths two entries share a line. */
const SHORT_VALUE = 30;
const SHORT_TERM = 20;

/** Terms and values as print shows them: short ones two to a line, long ones over the full width. */
export function entryTable(entries: readonly Entry[], look: 'front-matter' | 'entries'): Html {
  if (entries.length === 0) return NOTHING;
  const rows: Html[] = [];
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] as Entry;
    const next = entries[i + 1];
    if (next && isShort(entry) && isShort(next)) {
      rows.push(html`<tr>${one(entry, 1)}${one(next, 1)}</tr>`);
      i++;
    } else {
      rows.push(html`<tr>${one(entry, 3)}</tr>`);
    }
  }
  return html`<table class="${look}"><colgroup><col class="term"><col><col class="term"><col></colgroup><tbody>${rows}</tbody></table>`;
}

function isShort({ term, text }: Entry): boolean {
  return text.length <= SHORT_VALUE && term.length <= SHORT_TERM;
}

function one({ term, text, tone }: Entry, span: 1 | 3): Html {
  return html`<th scope="row">${term}</th><td class="tone-${tone ?? 'plain'}" colspan="${span}">${keepWords(text, true)}</td>`;
}
