export interface MenuChoice {
  readonly label: string;
  readonly choose: () => void;
}

export interface SpellingMenu {
  readonly word: string;
  readonly suggestions: readonly MenuChoice[];
  readonly dictionaries: readonly MenuChoice[];
  /** What else there is for a text. */
  readonly more: MenuChoice;
  readonly close: () => void;
}

/** The menu of a misspelt word, with the keys of a menu: arrows, Home, End, the first letter, Escape. */
export function menuElement({ word, suggestions, dictionaries, more, close }: SpellingMenu): HTMLElement {
  const menu = element('div', 'sw-spelling');
  menu.setAttribute('role', 'menu');
  menu.setAttribute('aria-label', `Spelling of ${word}`);
  if (suggestions.length === 0) {
    const none = element('div', 'sw-spelling-none', 'No suggestions');
    none.setAttribute('role', 'presentation');
    menu.append(none);
  }
  menu.append(...suggestions.map((choice) => item(choice, 'sw-spelling-word')));
  menu.append(separator(), ...dictionaries.map((choice) => item(choice, 'sw-spelling-add')));
  menu.append(separator(), item(more, 'sw-spelling-add'));
  menu.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' || event.key === 'Tab') close();
    else if (!move(menu, event)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  return menu;
}

/** Moves the focus by a key; false for keys that mean nothing here. */
function move(menu: HTMLElement, { key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const items = [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const count = items.length;
  const to = { ArrowDown: (at + 1) % count, ArrowUp: (at - 1 + count) % count, Home: 0, End: count - 1 }[key];
  if (to !== undefined) items[to]?.focus();
  else if (key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey)
    [...items.slice(at + 1), ...items.slice(0, at + 1)]
      .find((one) => one.textContent?.toLowerCase().startsWith(key.toLowerCase()))
      ?.focus();
  else return false;
  return true;
}

function separator(): HTMLElement {
  const line = element('div', 'sw-spelling-line');
  line.setAttribute('role', 'separator');
  return line;
}

function item({ label, choose }: MenuChoice, className: string): HTMLElement {
  const made = element('button', className, label);
  made.setAttribute('type', 'button');
  made.setAttribute('role', 'menuitem');
  made.tabIndex = -1;
  made.addEventListener('click', choose);
  // The pointer must not take the focus before the click has done its work.
  made.addEventListener('mousedown', (event) => event.preventDefault());
  return made;
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
