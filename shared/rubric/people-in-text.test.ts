import { describe, expect, it } from 'vitest';
import type { PersonFact } from './fact';
import { peopleIn } from './people-in-text';

const person = (key: string, name: string): PersonFact => ({
  type: 'person',
  key,
  name,
  role: 'SRE',
  team: 'Streaming',
  level: null,
});
const PEOPLE = [
  person('AR', 'Ana Ruiz'),
  person('ARS', 'Ana Ruiz Soto'),
  person('IOV', 'Ines Okonkwo-Vale'),
  person('XX', ' '),
];
const found = (text: string) => peopleIn(text, PEOPLE).map((m) => [m.person.key, text.slice(m.from, m.to)]);

describe('people in a text', () => {
  it('are found by their full name, the longer name first, across a line break', () => {
    expect(found('Ana Ruiz Soto and Ana\nRuiz met Ines Okonkwo-Vale.')).toEqual([
      ['ARS', 'Ana Ruiz Soto'],
      ['AR', 'Ana\nRuiz'],
      ['IOV', 'Ines Okonkwo-Vale'],
    ]);
  });

  it('are not found in part of a name, by first name, or in other case', () => {
    expect(found('Mariana Ruiz, Ana, ana ruiz, Ana Ruizes and Ines Okonkwo-Vale-Smith.')).toEqual([]);
  });

  it('may have names that are no regular expression', () => {
    const odd = [person('O', 'J. (Jo) O+Neil'), person('S', 'A/B [C]')];
    expect(peopleIn('J. (Jo) O+Neil, not Jx (Jo) O+Neil; A/B [C]', odd).map((m) => m.person.key)).toEqual([
      'O',
      'S',
    ]);
  });

  it('are none when the packet names none', () => {
    expect(peopleIn('Ana Ruiz', [])).toEqual([]);
  });
});
