import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kitPaths, kitText } from '../kinds/kit-fixture.test-support';
import { seeded } from '../util/seeded.test-support';
import { parseEditedMarkdown, parseMarkdown } from './markdown';
import { allSentences, contentWords, sentencesIn, sentencesOfText, splitInSteps, words } from './prose';
import { contains } from './span';

const split = (text: string) => sentencesOfText(text).map((s) => text.slice(s.from, s.to));

describe('words', () => {
  it.each([
    ['', 0],
    ['  \r\n\t', 0],
    ['one two', 2],
    ['- — … 😀', 0],
    ['5 min at 99.95 %', 4],
    ["don't re-run `a.b`", 3],
    ['größe 注文 número', 3],
  ])('%j holds %i', (text, count) => expect(words(text)).toBe(count));
});

describe('sentences', () => {
  it.each([
    ['One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
    ['It took 3.70 % of v4.18.0. Then it ended.', ['It took 3.70 % of v4.18.0.', 'Then it ended.']],
    ['He said "stop." Then (quietly.) he left.', ['He said "stop."', 'Then (quietly.)', 'he left.']],
    ['Use a log, e.g. Kafka, vs. a queue. Done.', ['Use a log, e.g. Kafka, vs. a queue.', 'Done.']],
    ['The answer is no. We go on.', ['The answer is no.', 'We go on.']],
    ['See no. 3 and fig. 2 there.', ['See no. 3 and fig. 2 there.']],
    ['It answers in 5 ms. The next is slower.', ['It answers in 5 ms.', 'The next is slower.']],
    [
      'Logs, metrics etc. are kept. Traces etc. Nothing else.',
      ['Logs, metrics etc. are kept.', 'Traces etc.', 'Nothing else.'],
    ],
    ['Dr. Adeyinka asked.', ['Dr. Adeyinka asked.']],
    ['Line one\nline two. Next\r\nline.', ['Line one\nline two.', 'Next\r\nline.']],
    ['...', ['...']],
    ['   ', []],
    ['😀. Fine.', ['😀.', 'Fine.']],
  ])('%j', (text, expected) => expect(split(text)).toEqual(expected));

  it('of a document never cross blocks, and their spans are those of the file', () => {
    const doc = parseMarkdown(
      '---\nid: A\n---\n# Head one\n\nPara one. Para\ntwo.\n\n- item one\n- item *two*. more\n\n| a. b | c |\n| --- | --- |\n',
    );
    const found = sentencesIn(doc, { from: 0, to: doc.text.length });
    expect(found.map((s) => doc.text.slice(s.span.from, s.span.to))).toEqual([
      'Head one',
      'Para one.',
      'Para\ntwo.',
      'item one',
      'item *two*.',
      'more',
      'a.',
      'b',
      'c',
    ]);
  });

  it('within a span are those whose paragraph, heading or cell lies within it', () => {
    const next = seeded(11);
    const paths = kitPaths().filter((path) => path.endsWith('.md'));
    for (let round = 0; round < 40; round++) {
      const doc = parseMarkdown(kitText(paths[next(paths.length)] as string));
      const all = allSentences(doc);
      for (let i = 0; i < 10; i++) {
        const from = next(doc.text.length);
        const within =
          next(2) === 0
            ? (doc.sections[next(doc.sections.length)]?.body ?? { from, to: from })
            : { from, to: from + next(3000) };
        expect(sentencesIn(doc, within)).toEqual(all.filter(({ block }) => contains(within, block.span)));
      }
    }
  });

  it('are the same when a long text is split in steps, in pieces or not', () => {
    const text = kitPaths()
      .filter((path) => path.endsWith('.md'))
      .map(kitText)
      .join('\n\n');
    const whole = allSentences(parseMarkdown(text));
    for (const doc of [parseMarkdown(text), parseEditedMarkdown(text, null)]) {
      const steps = [...splitInSteps(doc)];
      expect(steps.length).toBeGreaterThan(4);
      expect(allSentences(doc)).toEqual(whole);
    }
  });

  it('cover every word of any text once, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
        const spans = sentencesOfText(text);
        let last = 0;
        for (const s of spans) {
          expect(s.from).toBeGreaterThanOrEqual(last);
          expect(s.to).toBeGreaterThan(s.from);
          expect(text.slice(last, s.from).trim()).toBe('');
          last = s.to;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });
});

it('contentWords leaves out stop words and endings', () => {
  expect(
    [...contentWords('The alerts alerted us: alerting is of no use to the on-call, 30 rows')].sort(),
  ).toEqual(['alert', 'on-call', 'row', 'use']);
  expect(contentWords('')).toEqual(new Set());
});
