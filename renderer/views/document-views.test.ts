import { expect, test } from 'vitest';
import { KINDS } from '../../shared/kinds';
import { DOCUMENT_VIEWS } from './document-views';

test('each kind of document or diagram with something to be seen has a switch, and no other kind', () => {
  const drawn = KINDS.filter(({ format, preview }) => (format === 'md' || format === 'mmd') && preview);
  const own = Object.entries(DOCUMENT_VIEWS).flatMap(([kind, { View }]) => (View ? [kind] : []));
  expect(Object.keys(DOCUMENT_VIEWS).sort()).toEqual([...drawn.map(({ id }) => id), ...own].sort());
});
