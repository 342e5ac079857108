import type { SymbolCard } from '../../../../shared/symbols/assist';
import type { SymbolKind } from '../../../../shared/symbols/symbol';

const KIND: Readonly<Record<SymbolKind, string>> = {
  id: '',
  person: 'Person',
  option: 'Option',
  service: 'Service',
  topic: 'Topic',
  event: 'Event',
  money: 'Figure',
};

/** What a symbol is, where it is defined and what stands there, as elements for a tooltip. */
export function cardElement(card: SymbolCard): HTMLElement {
  const { definition, excerpt, name, title, uses } = card;
  const made = element('div', 'sw-card');
  const head = element('div', 'sw-card-head');
  head.append(element('strong', 'sw-card-name', name));
  if (title !== name) head.append(' ', element('span', 'sw-card-title', title));
  const kind = KIND[card.kind];
  const where = definition ? `${definition.path}:${definition.line}` : 'not defined in this kit';
  const used = uses === 1 ? 'used once' : uses === 0 ? 'not used elsewhere' : `used ${uses} times`;
  made.append(head, element('div', 'sw-card-place', [kind, where, used].filter(Boolean).join(' · ')));
  if (excerpt !== '') made.append(element('pre', 'sw-card-excerpt', excerpt));
  return made;
}

/** The card in one sentence, for a screen reader. */
export function cardText({ name, title, definition, uses }: SymbolCard): string {
  const what = title === name ? name : `${name}: ${title}`;
  const where = definition ? `, defined in ${definition.path}, line ${definition.line}` : '';
  return `${what}${where}, ${uses} uses`;
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
