import { describe, expect, it } from 'vitest';
import { wordInSource } from './clicked-word';

const SOURCE = 'See **the** [log](../the/log.md) of\nthe day, and the `log` of Łódź.';
const SHOWN = 'See the log of the day, and the log of Łódź.';
const found = (at: number) => {
  const place = wordInSource(SHOWN, at, SOURCE);
  return place === null ? null : SOURCE.slice(place, place + 5);
};

describe('the word that was clicked', () => {
  it('is found in the source, on its own line', () => {
    expect(found(SHOWN.indexOf('See'))).toBe('See *');
    expect(wordInSource(SHOWN, SHOWN.indexOf('day'), SOURCE)).toBe(SOURCE.indexOf('day'));
    expect(wordInSource(SHOWN, SHOWN.indexOf('Łódź') + 2, SOURCE)).toBe(SOURCE.indexOf('Łódź'));
  });

  it('is the same of several as far as the source has no more of them', () => {
    expect(wordInSource(SHOWN, 4, SOURCE)).toBe(SOURCE.indexOf('the'));
    expect(wordInSource('a b a', 4, 'a *b* a')).toBe(6);
  });

  it('is none between words, or where the source has other ones', () => {
    expect(wordInSource('a — b', 2, 'a — b')).toBeNull();
    expect(wordInSource('&', 0, '&amp;')).toBeNull();
    expect(wordInSource('©', 0, '&copy;')).toBeNull();
    expect(wordInSource('x', 5, 'x')).toBeNull();
  });
});
