/** What a repair can write into a data file: plain data with ordinary keys. */
export type NewValue = string | number | boolean | readonly NewValue[] | { readonly [key: string]: NewValue };

/** Words that YAML 1.1 or 1.2 readers take for something else than text. */
const RESERVED = /^(?:~|null|true|false|yes|no|on|off|y|n)$/i;

/** A word that some reader of YAML takes for something else than text. */
export function isReserved(text: string): boolean {
  return RESERVED.test(text);
}

/** Text that stays text without quotation marks in any place of a YAML file, flow collections included. */
export function isPlainSafe(text: string): boolean {
  return (
    /^[\p{L}](?:[\p{L}\p{N} _./()+%$-]*[\p{L}\p{N}_/)%$])?$/u.test(text) &&
    !RESERVED.test(text) &&
    !/ {2}/.test(text)
  );
}

/** A value on one line, as it stands within `{…}` and `[…]`. JSON is YAML too, so text that needs quoting is written as JSON has it. */
export function inline(value: NewValue, json: boolean): string {
  if (typeof value === 'string') return json || !isPlainSafe(value) ? JSON.stringify(value) : value;
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map((item) => inline(item, json)).join(', ')}]`;
  const members = Object.entries(value).map(([key, v]) => `${inline(key, json)}: ${inline(v, json)}`);
  return `{${members.join(', ')}}`;
}

/** A value behind its key in a block mapping, with the blank or the line break between them. `indent` is the one of the key. */
export function asBlock(value: NewValue, indent: string, newline: string): string {
  if (isList(value)) {
    if (value.every((item) => typeof item !== 'object')) return ` ${inline(value, false)}`;
    return value.map((item) => `${newline}${indent}  - ${entryOf(item, `${indent}    `, newline)}`).join('');
  }
  if (typeof value !== 'object') return ` ${inline(value, false)}`;
  const members = Object.entries(value);
  if (members.length === 0) return ' {}';
  return members
    .map(([key, v]) => `${newline}${indent}  ${inline(key, false)}:${asBlock(v, `${indent}  `, newline)}`)
    .join('');
}

/** An entry of a block list: a mapping starts on the line of its dash. `indent` is the one of its keys. */
export function entryOf(value: NewValue, indent: string, newline: string): string {
  if (typeof value !== 'object' || isList(value)) return inline(value, false);
  return Object.entries(value)
    .map(([key, v]) => `${inline(key, false)}:${asBlock(v, indent, newline)}`)
    .join(`${newline}${indent}`);
}

/** A JSON value over several lines, with the indentation of the file. */
export function asJson(value: NewValue, indent: string, unit: string, newline: string): string {
  return JSON.stringify(value, null, unit).replace(/\n/g, `${newline}${indent}`);
}

function isList(value: NewValue): value is readonly NewValue[] {
  return Array.isArray(value);
}
