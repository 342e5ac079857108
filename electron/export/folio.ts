/** The number printed on a page, from its place in the file: the cover is not counted. Empty for what has not been measured. */
export function folio(page: number | undefined): string {
  return page === undefined || page < 2 ? '' : String(page - 1);
}
