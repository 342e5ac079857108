const UNITS: Readonly<Record<string, number>> = {
  m: 1,
  min: 1,
  minute: 1,
  h: 60,
  hour: 60,
  d: 1440,
  day: 1440,
  w: 7 * 1440,
  week: 7 * 1440,
};

/** A window of time as OpenSLO spells it. Minutes throughout. */
export interface Window {
  readonly text: string;
  readonly minutes: number;
  /** One of the unit that it is spelled in: 60 for `6h`. */
  readonly unit: number;
}

/** `5m`, `1h`, `3d`, `4w`, and the same with blanks or whole words. Null for anything else: calendar months have no fixed length. */
export function readWindow(text: string | null): Window | null {
  const m = /^(\d{1,6}(?:\.\d{1,3})?)\s?([a-z]{1,6}?)s?$/.exec(text?.trim() ?? '');
  const unit = UNITS[m?.[2] ?? ''];
  return m && unit !== undefined ? { text: m[0], minutes: Number(m[1]) * unit, unit } : null;
}
