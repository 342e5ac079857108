/** Regions of the window carry this attribute; F6 goes round them in the order of the page. */
export const REGION_ATTRIBUTE = 'data-region';

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), textarea, [contenteditable="true"], [tabindex]:not([tabindex="-1"])';

/** Where the focus was in each region when it left, so that coming back continues there. */
const remembered = new WeakMap<Element, HTMLElement>();

/** Remembers the focus of regions; call once with the element that holds them. Returns the function that ends it. */
export function watchRegions(root: Document): () => void {
  const onFocus = (event: FocusEvent) => {
    const target = event.target as HTMLElement | null;
    const region = target?.closest?.(`[${REGION_ATTRIBUTE}]`);
    if (region && target) remembered.set(region, target);
  };
  root.addEventListener('focusin', onFocus);
  return () => root.removeEventListener('focusin', onFocus);
}

/**
 * Moves the focus to the next or previous region that can take it and returns its name; null when the page has none. A region without anything
 * to focus is passed over: it would hold the round up for good.
 */
export function focusRegion(root: Document, step: 1 | -1): string | null {
  const regions = [...root.querySelectorAll<HTMLElement>(`[${REGION_ATTRIBUTE}]`)];
  const at = regions.findIndex((region) => region.contains(root.activeElement));
  const first = at < 0 ? (step === 1 ? 0 : regions.length - 1) : at + step;
  for (let tried = 0; tried < regions.length; tried++) {
    const region = regions[(first + tried * step + 2 * regions.length) % regions.length];
    if (region && enter(region)) return region.getAttribute(REGION_ATTRIBUTE);
  }
  return null;
}

/** Focuses where the focus was in a region, else where it begins; false when nothing in it takes the focus. */
function enter(region: HTMLElement): boolean {
  const last = remembered.get(region);
  const target =
    (last?.isConnected && region.contains(last) ? last : null) ??
    region.querySelector<HTMLElement>('[data-region-focus], .cm-content') ??
    region.querySelector<HTMLElement>(FOCUSABLE) ??
    region;
  target.focus();
  return region.contains(region.ownerDocument.activeElement);
}
