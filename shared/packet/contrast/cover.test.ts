import { describe, expect, it } from 'vitest';
import { contrastOf } from './contrast';
import { coveredText } from './cover';

const EXAMPLE =
  '# RFC-042\n\nIntro.\n\n## 1. Summary\n\nWe propose.\n\n## 2. Problem\n\nDear.\n\n### Why\n\nSo.\n\n## 3. Risks\n\nMany.\n';
const WORDS = 'We propose to pay every invoice exactly once, from the first of March of next year on.';

const cover = (own: string, opened: readonly string[] = []) =>
  coveredText(
    contrastOf({
      senior: null,
      staff: { path: 'RFC-042.md', text: EXAMPLE },
      own: { path: 'RFC-007.md', text: own },
      annotations: null,
    }),
    EXAMPLE,
    (key) => opened.includes(key),
  );

describe('an example that waits for an attempt', () => {
  it('keeps the headings of closed sections and nothing of what they say', () => {
    const covered = cover(`# R\n\n## Summary\n\n${WORDS}\n\n## Problem\n\n<name it>\n`);
    expect(covered?.closed.map(({ title }) => title)).toEqual(['2. Problem', '3. Risks']);
    expect(covered?.text).toContain('We propose.');
    expect(covered?.text).not.toMatch(/Dear|So\.|Many/);
    expect(covered?.text.match(/^## .*$/gm)).toEqual(['## 1. Summary', '## 2. Problem', '## 3. Risks']);
  });

  it('knows where each place stands in the example itself', () => {
    const covered = cover(`# R\n\n## Risks\n\n${WORDS}\n`);
    for (const heading of ['## 1. Summary', '## 2. Problem', '## 3. Risks', 'Many'])
      expect(covered?.originalOf(covered.text.indexOf(heading))).toBe(EXAMPLE.indexOf(heading));
    for (const { from, title } of covered?.closed ?? [])
      expect(covered?.text.slice(from).startsWith(`## ${title}`)).toBe(true);
  });

  it('opens what somebody opens all the same, and is open where all was tried', () => {
    expect(cover('# R\n', ['summary', 'problem'])?.closed.map(({ key }) => key)).toEqual(['risks']);
    expect(cover('# R\n', ['summary', 'problem', 'risks'])).toBeNull();
    expect(
      cover(`# R\n\n## Summary\n\n${WORDS}\n\n## Problem\n\n${WORDS}\n\n## Risks\n\n${WORDS}\n`),
    ).toBeNull();
  });
});
