/** Papers a book is printed on. */
export type Paper = 'A4' | 'Letter';

/** The margins of a page, from the top on. Letter is short: it gives more of its height to the text. */
export const MARGINS: Readonly<Record<Paper, string>> = {
  A4: '24mm 22mm 22mm 22mm',
  Letter: '19mm 22mm 18mm 22mm',
};

/** Height of the text area: the sheet less its margins. */
export const TEXT_HEIGHT: Readonly<Record<Paper, string>> = { A4: '251mm', Letter: '242.4mm' };

/** The text area of a page as the style sheet sets it: from the upper edge of the sheet to the first line, and its height, in points. */
export const PAGE: Readonly<Record<Paper, { readonly top: number; readonly height: number }>> = {
  A4: { top: 68, height: 711 },
  Letter: { top: 54, height: 687 },
};

/** The text area in CSS pixels (1/96 inch), a hair less than it is. */
export const TEXT: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  A4: { width: 627, height: 948 },
  Letter: { width: 649, height: 915 },
};
