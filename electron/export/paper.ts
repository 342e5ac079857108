/** Papers a book is printed on. */
export type Paper = 'A4' | 'Letter';

/** The text area of a page as the style sheet sets it: from the upper edge of the sheet to the first line, and its height, in points. */
export const PAGE: Readonly<Record<Paper, { readonly top: number; readonly height: number }>> = {
  A4: { top: 68, height: 711 },
  Letter: { top: 68, height: 661 },
};

/** The text area in CSS pixels (1/96 inch), a hair less than it is. */
export const TEXT: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  A4: { width: 627, height: 948 },
  Letter: { width: 649, height: 882 },
};
