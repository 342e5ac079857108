import type { Element } from 'hast';

const sources = new WeakMap<Element, string>();

/** Keeps what a formula was set from, for those who need it as words. */
export function noteSource(math: Element, tex: string): void {
  sources.set(math, tex);
}

/** The TeX that a formula was set from; null for other elements. */
export function sourceOf(math: Element): string | null {
  return sources.get(math) ?? null;
}
