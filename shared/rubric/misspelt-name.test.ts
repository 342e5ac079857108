import { describe, expect, it } from 'vitest';
import type { PersonFact } from './fact';
import { misspelt, respelled } from './misspelt-name';
import { looksLikePerson } from './person-like';

const people: readonly PersonFact[] = [
  'Ana Ruiz',
  'Ann Ruiz',
  'Bartolomé Lindgren',
  '王小明',
  'Αννα Παππά',
].map((name) => ({ type: 'person', key: '', name, role: '', team: '', level: null }));

describe('a misspelt name', () => {
  it.each([
    ['Bartolome Lindgren', 'Bartolomé Lindgren'],
    ['Bartolomé Lindgrn', 'Bartolomé Lindgren'],
    ['BARTOLOMÉ LINDGREN', 'Bartolomé Lindgren'],
    ['Αννα Παπά', 'Αννα Παππά'],
  ])('%s is %s', (said, meant) => expect(misspelt(said, people)?.name).toBe(meant));

  it.each([
    ['is the name of somebody else', 'Ann Ruiz'],
    ['is the same letters, composed otherwise', 'Bartolomé Lindgren'.normalize('NFD')],
    ['fits two people alike', 'Anm Ruiz'],
    ['is short, and one sign makes another person of it', '王小红'],
    ['is three letters away', 'Bartolomé Lindberg'],
    ['is nobody at all', 'Zed Nowak'],
  ])('is none when it %s', (_, said) => expect(misspelt(said, people)).toBeNull());

  it('is written over within its quotes only', () => {
    const text = 'owner: "Bartolome Lindgren"';
    const { fix } = respelled('Bartolome Lindgren', text, { from: 7, to: text.length }, people);
    expect(fix?.edits).toEqual([{ from: 8, to: 26, insert: 'Bartolomé Lindgren' }]);
    expect(respelled('Zed Nowak', 'Zed Nowak', { from: 0, to: 9 }, people)).toEqual({});
  });
});

describe('what looks like a person', () => {
  it.each(['Zed Nowak', 'Ana María de la Cruz', 'Ludwig van den Berg', "Siobhán O'Neill", 'J. Okonkwo-Vale'])(
    '%s does',
    (text) => expect(looksLikePerson(text)).toBe(true),
  );
  it.each([
    'Streaming Platform',
    'Data Reliability Team',
    'VP Engineering',
    'Staff Engineer',
    'On-call rota',
    'IT OPS',
    'ana ruiz',
    'Ana',
    'Wir Alle Zusammen In Einem Team Hier',
    '山田 太郎',
    'محمد علي',
    'TBD TBA',
    'Group 7 Leads',
  ])('%s does not', (text) => expect(looksLikePerson(text)).toBe(false));
});
