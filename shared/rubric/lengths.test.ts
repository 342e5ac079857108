import { expect, test } from 'vitest';
import { lengthFacts } from './lengths';
import { parseSource } from './parse-source';

const words = (count: number) => Array.from({ length: count }, (_, i) => `word${i}`).join(' ');
const counts = (text: string) =>
  Object.fromEntries(
    lengthFacts(parseSource('memo.md', text) ?? expect.fail('This is no source')).map((fact) =>
      fact.type === 'record' ? [fact.id, fact.fields['words']] : [],
    ),
  );

test('words are counted as readers will find them: the boxes of a template are not', () => {
  const box = `> [!PROMPT]\n> **5 min.** ${words(400)}\n>\n> **Good:** ${words(100)}\n`;
  expect(counts(`---\nid: A\n---\n# Memo\n\n${box}\n## Claim\n\n${box}\n${words(200)}\n`)).toEqual({
    '': 200,
    memo: 200,
    claim: 200,
  });
  expect(counts(`# Memo\n\n> [!NOTE]\n> ${words(300)}\n`)).toEqual({ '': 300, memo: 300 });
  expect(counts(`# Memo\n\n${words(100)} \`[!PROMPT]\`\n`)).toEqual({ '': 100, memo: 100 });
});
