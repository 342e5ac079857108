import mermaid from 'mermaid';
import { describe, expect, it } from 'vitest';
import { DIAGRAMS } from '../../shared/symbols/snippets/diagrams';

describe('the diagrams that can be inserted', () => {
  it.each(DIAGRAMS.map(({ label, text }) => [label, text]))(
    '%s is one that can be drawn, blanks and all',
    async (_, text) => {
      await expect(mermaid.parse(text)).resolves.toMatchObject({ diagramType: expect.any(String) });
    },
  );
});
