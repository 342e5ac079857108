import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

/** A rendered tree in the test's document. */
export interface Rendered {
  readonly container: HTMLElement;
  unmount(): Promise<void>;
}

(globalThis as Record<string, unknown>)['IS_REACT_ACT_ENVIRONMENT'] = true;

// jsdom lays nothing out, so there is nothing to observe.
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};
// Nor does it have the part of CSSOM that escapes ids.
globalThis.CSS ??= { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') } as typeof CSS;
Element.prototype.scrollIntoView ??= () => undefined;

export async function render(node: ReactNode): Promise<Rendered> {
  const container = document.createElement('div');
  document.body.append(container);
  const root = createRoot(container);
  await act(async () => root.render(node));
  return {
    container,
    unmount: async () => {
      await act(async () => root.unmount());
      container.remove();
    },
  };
}

/** Runs work and waits until `check` no longer throws, letting React settle in between. */
export async function settle(check: () => void, limit = 20_000): Promise<void> {
  const until = Date.now() + limit;
  for (;;) {
    await act(async () => new Promise((resolve) => setTimeout(resolve, 10)));
    try {
      check();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

export async function click(element: Element | null | undefined): Promise<void> {
  if (!element) throw new Error('There is nothing to click');
  await act(async () => {
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  });
}

/** The first element of a role whose name (label or text) fits. */
export function byRole(container: ParentNode, role: string, name: string | RegExp): HTMLElement | null {
  const tags: Readonly<Record<string, string>> = {
    button: 'button',
    region: 'section',
    heading: 'h1,h2,h3',
    tab: '[role=tab]',
  };
  const all = container.querySelectorAll<HTMLElement>(
    `[role="${role}"]${tags[role] ? `,${tags[role]}` : ''}`,
  );
  const fits = (text: string) => (typeof name === 'string' ? text === name : name.test(text));
  return (
    [...all].find((element) =>
      fits((element.getAttribute('aria-label') ?? element.textContent ?? '').trim()),
    ) ?? null
  );
}
