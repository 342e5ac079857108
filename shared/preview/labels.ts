/** A key of a data file as a label: `x-alert-gap` is "Alert gap", `critical_weights` is "Critical weights". */
export function readableKey(key: string): string {
  return capitalised(key.replace(/^x-/, '').replace(/[_-]+/g, ' ').trim());
}

/** Text that is written small in a list and stands alone in a table. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
