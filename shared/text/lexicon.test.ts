import { describe, expect, it } from 'vitest';
import { blameWords, PLACEHOLDER, vagueWords } from './lexicon';
import { matches } from './quantities';

const whole = (text: string) => ({ from: 0, to: text.length });
const blame = (text: string, options: Parameters<typeof blameWords>[2] = {}) =>
  blameWords(text, whole(text), options).map((hit) => hit.text);
const vague = (text: string) => vagueWords(text, whole(text)).map((hit) => hit.text);

describe('vague words', () => {
  it.each([
    ['The new path is significantly faster and robust.', ['significantly', 'robust']],
    ['Various teams asked for a better way, etc.', ['Various', 'better', 'etc']],
    ['We will do it soon, as needed, and so on.', ['soon', 'as needed', 'and so on']],
    ['It improves; it was improved.', ['improved']],
  ])('finds them in %j', (text, expected) => {
    expect(vague(text)).toEqual(expected);
  });

  it.each([
    ['a sentence with a quantity', 'The fast path takes 5 min.'],
    ['a sentence with money', 'A better price: $4,182,509.'],
    ['a part of a longer word', 'Breakfast is slowly served; the improvement is unseasonable.'],
    ['a hyphenated word', 'A fast-path and the best-effort, many-to-one join.'],
  ])('leaves %s alone', (_, text) => {
    expect(vague(text)).toEqual([]);
  });

  it('gives offsets into the whole text', () => {
    const text = 'Fine. It is robust.';
    expect(vagueWords(text, { from: 6, to: text.length })).toEqual([{ text: 'robust', from: 12, to: 18 }]);
  });
});

describe('blaming words', () => {
  it.each([
    ['It was human error by the operator.', ['human error']],
    ['Someone forgot the flag, which was careless and negligent.', ['forgot', 'careless', 'negligent']],
    [
      'The on-call is to blame and at fault; the culprit did not bother.',
      ['to blame', 'at fault', 'culprit', 'did not bother'],
    ],
    [
      'They should have checked; it could have been seen, and it would have paged.',
      ['should have', 'could have', 'would have'],
    ],
    ['Obviously a fat-fingered change. Simply sloppy.', ['Obviously', 'fat-fingered', 'Simply', 'sloppy']],
  ])('finds them in %j', (text, expected) => {
    expect(blame(text)).toEqual(expected);
  });

  it.each([
    ['quoted text', 'Chat said "someone forgot the flag" at 14:20.'],
    ['typographic quotes', 'Chat said “simply human error” at 14:20.'],
    ['the word blameless', 'This is a blameless report.'],
    ['words that only look alike', 'The simplification of unforgotten rules; obviousness.'],
  ])('exempts %s', (_, text) => {
    expect(blame(text)).toEqual([]);
  });

  it('does not take an inch mark for the start of a quotation', () => {
    expect(blame('The 5" pipe broke because of human error.')).toEqual(['human error']);
  });

  it('allows conditional perfects where counterfactuals are told, and only those', () => {
    expect(blame('It would have paged; human error.', { counterfactual: true })).toEqual(['human error']);
  });

  describe('"failed to"', () => {
    const services = ['order-enricher', 'checkout-service'];
    it.each([
      ['a service', 'The order-enricher failed to decode the record.'],
      ['a service with its version', 'The checkout-service 4.18.0 failed to start.'],
      ['a service and a place', 'The order-enricher in zone b failed to start.'],
      ['a job', 'The nightly job then failed to finish.'],
      ['a clause of its own after people', 'The on-call restarted the job, and the job failed to start.'],
      ['a thing of a team', "The team's alert failed to fire."],
    ])('is allowed of %s', (_, text) => {
      expect(blame(text, { services })).toEqual([]);
    });
    it.each([
      ['a person', 'The on-call engineer failed to notice.'],
      ['a person who touched a service', 'The engineer who deployed checkout-service failed to look.'],
      ['a pronoun', 'We failed to notice.'],
      ['nobody named', 'Reviews failed to catch it.'],
    ])('is found of %s', (_, text) => {
      expect(blame(text, { services })).toEqual(['failed to']);
    });
    it('needs the names of the services: an unknown name is not taken for one', () => {
      expect(blame('Tidepool failed to start.')).toEqual(['failed to']);
    });
  });

  it('looks only within the given part, and gives offsets into the whole text', () => {
    const text = 'Human error. It was careless.';
    expect(blameWords(text, { from: 13, to: text.length })).toEqual([{ text: 'careless', from: 20, to: 28 }]);
  });

  it('stays linear on long texts', () => {
    const text = 'failed to '.repeat(2_000);
    expect(blame(text)).toHaveLength(2_000);
  });
});

describe('placeholders', () => {
  const found = (text: string) => matches(text, PLACEHOLDER).map((hit) => hit.text);
  it.each([
    ['Owner: <your name>, due YYYY-MM-DD', ['<your name>', 'YYYY-MM-DD']],
    ['{{title}} TODO [TBD] XXX lorem ipsum', ['{{title}}', 'TODO', '[TBD]', 'XXX', 'lorem ipsum']],
    ['a < b and c > d, TODOS, 5 <= 6', []],
  ])('%j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
