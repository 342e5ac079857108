import { expect, test } from 'vitest';
import { draftKey, initialAnswers, withDraft, withoutDraft } from './answers-slice';

const DRAFT = { answer: 'no', note: 'Why', quote: '', by: '', near: null } as const;

test('a draft is kept by kit, file and question, changed and given up', () => {
  const key = draftKey('kit', 'a.md', 'RFC-14');
  const begun = withDraft(initialAnswers, key, DRAFT);
  const changed = withDraft(begun, key, { ...DRAFT, note: 'Why not' });
  expect(initialAnswers.size).toBe(0);
  expect(begun.get(key)?.note).toBe('Why');
  expect(changed.get(key)?.note).toBe('Why not');
  for (const other of [
    draftKey('other', 'a.md', 'RFC-14'),
    draftKey('kit', 'b.md', 'RFC-14'),
    draftKey('kit', 'a.md', 'RFC-15'),
  ])
    expect(changed.has(other)).toBe(false);
  expect(withoutDraft(changed, key).size).toBe(0);
});

test('giving up what was never begun changes nothing', () => {
  expect(withoutDraft(initialAnswers, 'x')).toBe(initialAnswers);
});
