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

/** Moves the focus to the next or previous region and returns its name; null when the page has none. */
export function focusRegion(root: Document, step: 1 | -1): string | null {
  const regions = [...root.querySelectorAll<HTMLElement>(`[${REGION_ATTRIBUTE}]`)];
  if (regions.length === 0) return null;
  const at = regions.findIndex((region) => region.contains(root.activeElement));
  const next =
    regions[at < 0 ? (step === 1 ? 0 : regions.length - 1) : (at + step + regions.length) % regions.length];
  if (!next) return null;
  const last = remembered.get(next);
  const target =
    (last?.isConnected && next.contains(last) ? last : null) ??
    next.querySelector<HTMLElement>('[data-region-focus], .cm-content') ??
    next.querySelector<HTMLElement>(FOCUSABLE) ??
    next;
  target.focus();
  return next.getAttribute(REGION_ATTRIBUTE);
}
