/** The title of a chart with the currency of its numbers, where the file names one. */
export function titled(text: string, currency: string): string {
  return currency === '' ? text : `${text}, in ${currency}`;
}
