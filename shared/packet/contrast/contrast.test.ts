import { describe, expect, it } from 'vitest';
import { markerLine } from '../../rubric/copied/marker';
import { workedTexts } from '../kit.test-support';
import { type ContrastFile, contrastOf } from './contrast';

const texts = workedTexts();
const file = (path: string): ContrastFile => ({ path, text: texts.get(path) ?? '' });
const annotations = texts.get('examples/senior-grade/annotations.yaml') ?? '';

/** All pairs of the kit, as the annotations name them. */
const PAIRS = [...annotations.matchAll(/path: "([^"]+)"\n\s+worked_example: "\.\.\/([^"]+)"/g)].map(
  ([, senior, worked]) => [`examples/senior-grade/${senior}`, `examples/${worked}`] as const,
);

it('there are ten pairs', () => {
  expect(PAIRS).toHaveLength(10);
});

describe.each(PAIRS)('%s', (senior, worked) => {
  const view = contrastOf({ senior: file(senior), staff: file(worked), own: null, annotations });

  it('lays every part of both files in a row, once', () => {
    const whole = (column: 'senior' | 'staff') =>
      view.rows
        .flatMap((row) => row[column] ?? [])
        .sort((a, b) => a.span.from - b.span.from)
        .map(({ text }) => text)
        .join('');
    expect(whole('staff')).toBe(texts.get(worked));
    expect(whole('senior')).toBe(texts.get(senior));
  });

  it('puts each difference where its passages stand', () => {
    expect(view.differences.length).toBeGreaterThan(2);
    view.differences.forEach(({ criterion, quote, staffQuote, reason }, index) => {
      const rows = view.rows.filter(({ differences }) => differences.includes(index));
      expect([criterion, rows.length > 0 && reason !== '']).toEqual([criterion, true]);
      expect(rows.some(({ staff }) => staff?.text.includes(staffQuote))).toBe(true);
      expect(rows.some(({ senior: part }) => part?.text.includes(quote))).toBe(true);
    });
  });

  it('most parts of the counterpart have their partner', () => {
    const both = view.rows.filter((row) => row.senior && row.staff).length;
    expect(both).toBeGreaterThanOrEqual(view.rows.filter((row) => row.senior).length / 2);
  });
});

describe('one’s own', () => {
  const staff = {
    path: 'RFC-042.md',
    text: '# RFC-042\n\n## 1. Summary and ask\n\nWe propose.\n\n## 2. Risks\n\nMany.\n',
  };
  const of = (text: string, path = 'RFC-007.md') =>
    contrastOf({ senior: null, staff, own: { path, text }, annotations: null });
  const attempts = (text: string) =>
    Object.fromEntries(of(text).rows.map(({ title, attempted }) => [title, attempted]));

  it('stands beside the section about the same; what only one has, behind the part it follows', () => {
    const view = of('# RFC-007\n\n## Summary\n\nOurs.\n\n## Our own\n\nMore.\n\n## Risks\n\nFew.\n');
    expect(view.rows.map(({ title, staff: theirs, own }) => [title, theirs !== null, own !== null])).toEqual([
      ['Header', true, true],
      ['1. Summary and ask', true, true],
      ['Our own', false, true],
      ['2. Risks', true, true],
    ]);
  });

  it('stands beside a section that goes by another name of the kind’s outline', () => {
    const rows = (outline: readonly (readonly string[])[]) =>
      contrastOf({
        senior: { path: 'a/RFC-1.md', text: '# R\n\n## 10. Feedback\n\nNone.\n' },
        staff: { path: 'RFC-1.md', text: '# R\n\n## 10. Dissent and feedback log\n\nTwo.\n' },
        own: null,
        outline,
        annotations: null,
      }).rows.map(({ senior, staff: theirs }) => [senior !== null, theirs !== null]);
    expect(rows([['dissent', 'feedback']])).toEqual([
      [true, true],
      [true, true],
    ]);
    expect(rows([])).toHaveLength(3);
  });

  const words = 'We propose to move the order facts to streams before the winter peak of this year.';
  it('is attempted with a sentence or two, not with blanks, comments or a copy', () => {
    expect(attempts(`# R\n\n## Summary\n\n${words}\n\n## Risks\n\nSome.\n`)).toMatchObject({
      '1. Summary and ask': true,
      '2. Risks': false,
    });
    const blanks =
      '<name the decision you want and by when you want it from whom and why now>\n\n> [!PROMPT] Say what you ask for, in one sentence of no more than thirty words.';
    expect(attempts(`# R\n\n## Summary\n\n${blanks}\n`)['1. Summary and ask']).toBe(false);
    expect(
      attempts(`# R\n\n## Summary\n\n${markerLine('md', 'Summary', words)}\n\n${words}\n`)[
        '1. Summary and ask'
      ],
    ).toBe(false);
  });

  it('is nothing where there is no file, and total on any text', () => {
    const without = contrastOf({ senior: null, staff, own: null, annotations: null });
    expect(without.rows.every(({ own, attempted }) => own === null && !attempted)).toBe(true);
    for (const text of ['', '---\n', '# ', '## \n## \n', '```\n', '\u0000'])
      expect(of(text).rows.length).toBeGreaterThan(0);
    for (const text of ['', '{', 'a: [', '- x', 'a: 1\nb:\n  - c', '[1, 2]'])
      for (const path of ['own.yaml', 'own.json'])
        expect(
          contrastOf({
            senior: { path, text },
            staff: { path, text },
            own: { path, text },
            annotations: text,
          }).differences,
        ).toEqual([]);
  });
});
