import { ensureSyntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { highlightTree, tagHighlighter, tags } from '@lezer/highlight';
import { describe, expect, it } from 'vitest';
import { languageOf } from './language-of';

/** Some of what a theme colours. */
const LOOK = tagHighlighter([
  { tag: tags.propertyName, class: 'key' },
  { tag: tags.string, class: 'string' },
  { tag: tags.keyword, class: 'keyword' },
  { tag: tags.heading, class: 'heading' },
]);

/** The pieces of a text that have one of these looks. */
function looksIn(path: string, text: string): string[] {
  const state = EditorState.create({ doc: text, extensions: languageOf(path) ?? [] });
  const tree = ensureSyntaxTree(state, text.length, 5_000);
  const found: string[] = [];
  if (tree) highlightTree(tree, LOOK, (from, to, look) => found.push(`${look} ${text.slice(from, to)}`));
  return found;
}

describe('what a file is highlighted as', () => {
  it('follows the header, the text and the code blocks of Markdown', () => {
    const text =
      '---\ntitle: One\n---\n\n# Head\n\n```yaml\nowner: Ada\n```\n\n```json\n{ "id": "R-01" }\n```\n\n```mermaid\nflowchart LR\n```\n\n```text\nid: plain\n```\n';
    const looks = looksIn('a.md', text);
    expect(looks).toEqual(expect.arrayContaining(['key title', 'heading # Head', 'key owner', 'key "id"']));
    expect(looks).toContain('string "R-01"');
    expect(looks).toContain('keyword LR');
    expect(looks.filter((look) => look === 'key id')).toEqual([]);
  });

  it('is its own language in data and diagrams, and none for plain text', () => {
    expect(looksIn('a.yaml', 'id: R-01\n')).toContain('key id');
    expect(looksIn('a.json', '{ "id": 1 }')).toContain('key "id"');
    expect(looksIn('a.mmd', 'sequenceDiagram\n  A->>B: hi\n').length).toBeGreaterThan(0);
    expect(languageOf('a.txt')).toBeNull();
  });
});
