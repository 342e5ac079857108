import { expect, it } from 'vitest';
import { markupFor, scriptFor } from './trusted-types';

it('lets markup into elements, and nowhere else', () => {
  expect(markupFor('<g></g>', 'Element innerHTML')).toBe('<g></g>');
  for (const sink of [
    'Element outerHTML',
    'HTMLIFrameElement srcdoc',
    'Document write',
    'DOMParser parseFromString',
    '',
  ])
    expect(markupFor('<g></g>', sink), sink).toBeNull();
});

it('empties handlers, and lets no script pass', () => {
  for (const sink of ['Element setAttribute', 'Element setAttributeNS', 'Element onclick', 'Element onerror'])
    expect(scriptFor(sink), sink).toBe('');
  for (const sink of ['eval', 'Function', 'HTMLScriptElement text', 'Window setTimeout', ''])
    expect(scriptFor(sink), sink).toBeNull();
});
