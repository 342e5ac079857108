import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { focusBox, nextBox } from './grid-keys';

const STOP = '[data-cell] > button';

/** A table whose values can be changed: one tab stop, arrows within. Which value the stop is stands in the page only, so that moving on draws nothing anew. */
export function useGrid(active: boolean) {
  const table = useRef<HTMLTableElement>(null);
  useLayoutEffect(() => {
    if (active && table.current && !stopOf(table.current)) move(table.current.querySelector(STOP), null);
  });
  return {
    ref: table,
    onFocus: (event: FocusEvent<HTMLTableElement>) => {
      const { target, currentTarget } = event;
      if (target.matches(STOP)) move(target, stopOf(currentTarget));
    },
    onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => {
      const target = event.target as HTMLElement;
      if (!target.matches(STOP) || event.altKey || event.shiftKey) return;
      const far = event.ctrlKey || event.metaKey;
      if (far && event.key.startsWith('Arrow')) return;
      const next = nextBox(target.parentElement as HTMLElement, event.key, far);
      if (!next) return;
      event.preventDefault();
      event.stopPropagation();
      focusBox(next);
    },
  };
}

function stopOf(table: HTMLElement): HTMLElement | null {
  return table.querySelector<HTMLElement>(`${STOP}[tabindex="0"]`);
}

function move(to: Element | null, from: HTMLElement | null): void {
  if (from && from !== to) from.tabIndex = -1;
  if (to instanceof HTMLElement) to.tabIndex = 0;
}
