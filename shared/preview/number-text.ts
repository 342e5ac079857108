/**
 * A number as people read it in a table: thousands separated, a real minus sign, and at most six decimals so that 0.6666666667 does not fill
 * a column. Figures that are not finite are shown as a dash.
 */
export function grouped(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const [whole = '0', decimals] = String(Number(Math.abs(value).toFixed(6))).split('.');
  const separated = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${value < 0 ? '−' : ''}${separated}${decimals === undefined ? '' : `.${decimals}`}`;
}

/** A share as per cent with a fixed number of decimals: 0.0370 with 2 is "3.70 %". */
export function percent(share: number, decimals: number): string {
  return `${(share * 100).toFixed(decimals).replace('-', '−')} %`;
}
