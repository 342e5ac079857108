import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../text/edits/edit';
import { parseMarkdown } from '../../text/markdown';
import { type SectionBlank, sectionFix } from './insert-section';

const OUTLINE: readonly SectionBlank[] = ['Alpha', 'Beta', 'Gamma'].map((name) => ({
  name,
  aliases: [name],
  blank: `<${name}, in short>\n\n### Detail\n\n<more, if any>`,
}));

function put(text: string, name: string): string | null {
  const { fix } = sectionFix(parseMarkdown(text), OUTLINE, name);
  return fix ? applyEdits(text, fix.edits) : null;
}

const body = (name: string, level = '###') => `<${name}, in short>\n\n${level} Detail\n\n<more, if any>`;

describe('sectionFix', () => {
  it('puts a section between its neighbours, sections of one’s own left where they are', () => {
    expect(put('# T\n\n## Alpha\n\na\n\n## Own\n\nx\n\n## Gamma\n\nc\n', 'Beta')).toBe(
      `# T\n\n## Alpha\n\na\n\n## Own\n\nx\n\n## Beta\n\n${body('Beta')}\n\n## Gamma\n\nc\n`,
    );
    expect(put('# T\n\n## Alpha\n\na\n\n## Own\n\nx\n', 'Beta')).toBe(
      `# T\n\n## Alpha\n\na\n\n## Beta\n\n${body('Beta')}\n\n## Own\n\nx\n`,
    );
  });

  it('takes level, numbering and line ends from its neighbours', () => {
    expect(put('# 1. Alpha\n\na\n\n# 3. Gamma\n\nc', 'Beta')).toBe(
      `# 1. Alpha\n\na\n\n# 2. Beta\n\n${body('Beta', '##')}\n\n# 3. Gamma\n\nc`,
    );
    // No number is free: another one would stand twice.
    expect(put('## 1. Alpha\n\na\n\n## 2. Gamma\n', 'Beta')).toContain('\n## Beta\n');
    expect(put('## 1) Alpha\r\n\r\na', 'Beta')).toBe(
      `## 1) Alpha\r\n\r\na\r\n\r\n## 2) Beta\r\n\r\n${body('Beta').replaceAll('\n', '\r\n')}\r\n`,
    );
  });

  it('starts a document that has nothing, or only a header', () => {
    expect(put('', 'Alpha')).toBe(`## Alpha\n\n${body('Alpha')}\n`);
    expect(put('\uFEFF', 'Alpha')).toBe(`\uFEFF## Alpha\n\n${body('Alpha')}\n`);
    expect(put('---\nid: A\n---\n', 'Alpha')).toBe(`---\nid: A\n---\n\n## Alpha\n\n${body('Alpha')}\n`);
    expect(put('# T\n\nText', 'Gamma')).toBe(`# T\n\nText\n\n## Gamma\n\n${body('Gamma')}\n`);
    expect(put('Setext\n======\n\nBeta\n----\n\nb\n', 'Alpha')).toBe(
      `Setext\n======\n\n## Alpha\n\n${body('Alpha')}\n\nBeta\n----\n\nb\n`,
    );
  });

  it('fills a heading under which nothing stands, and leaves alone what is written', () => {
    expect(put('# T\n\n## Alpha\n\n## Beta\n\nb\n', 'Alpha')).toBe(
      `# T\n\n## Alpha\n\n${body('Alpha')}\n\n## Beta\n\nb\n`,
    );
    expect(put('# T\n\n## Alpha\n\na\n', 'Alpha')).toBeNull();
    expect(put('# T\n\n```js\nopen\n', 'Alpha')).toBeNull();
    expect(put('# T\n', 'Delta')).toBeNull();
  });
});
