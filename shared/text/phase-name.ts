const NUMBERED = /^\s*(?:P|phase\s+|stage\s+|step\s+|wave\s+)(\d{1,4})(?!\d)/iu;

const LONGEST_NAME = 200;

/** `P2 Analytics cutover`, `Phase 2` and `P2` are one phase, `P2`; other names stand for themselves, in lower case. */
export function phaseKey(name: string): string {
  const number = NUMBERED.exec(name)?.[1];
  return number === undefined ? name.trim().toLowerCase() : `P${number}`;
}

/** True for the key of a phase that is known by its number. */
export function isNumbered(key: string): boolean {
  return /^P\d+$/.test(key);
}

/** The name without number, dates and remarks: `Analytics cutover` of `P2: Analytics cutover (2 weeks)`; empty when there is nothing but the number. */
export function phaseTitle(name: string): string {
  return name
    .slice(0, LONGEST_NAME)
    .replace(NUMBERED, '')
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\d{4}-\d{2}-\d{2}.*$/, '')
    .replace(/^[\s:.,·()–—-]+|(?<![\s:.,·()–—-])[\s:.,·()–—-]+$/gu, '')
    .trim();
}

/** The numbered phases that a text names, each once: `P2` and `P3` of "P2 and phase 3". */
export function phasesNamed(text: string): string[] {
  const found = [
    ...text.matchAll(/(?<![\p{L}\p{N}-])(?:P|phase\s|stage\s|wave\s)(\d{1,4})(?![\p{L}\p{N}])/giu),
  ];
  return [...new Set(found.map((hit) => `P${hit[1]}`))];
}
