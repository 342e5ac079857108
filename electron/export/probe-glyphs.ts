import type { PreflightLine } from '../../shared/ipc/payloads';
import { missingGlyphs, type PrintedText, strangeCharacters } from './glyphs';
import { html } from './html';

/**
 * Which characters of texts no font of this machine could draw, told before a book is printed: a single sheet with each of them once is printed and
 * its fonts are read as those of the book are. Nothing is printed where the bundled faces surely have all.
 */
export async function probeGlyphs(
  texts: readonly PrintedText[],
  print: (document: string) => Promise<Uint8Array>,
): Promise<PreflightLine[]> {
  const strange = strangeCharacters(texts);
  return strange.length === 0 ? [] : missingGlyphs(await print(probeHtml(strange)), texts);
}

/** Each character alone, so that none is drawn by a form it has beside another. */
function probeHtml(characters: readonly string[]): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Characters</title>
<link rel="stylesheet" href="app://print/fonts.css"><link rel="stylesheet" href="app://print/book.css">
</head><body>${characters.map((character) => html`<span>${character}</span> `)}</body></html>`.markup;
}
