import { describe, expect, it } from 'vitest';
import { headingsOf, matchingSection } from './matching-section';

const EXAMPLE =
  '# RFC-042\n\n## 1. Summary and ask\n\nText.\n\n## 3. Problem, quantified\n\nText.\n\n## 10. Risks\n';

describe('the section of the example that matches the cursor', () => {
  const section = (draft: string, at: string) => {
    const offset = matchingSection(draft, draft.indexOf(at), EXAMPLE);
    return offset === null ? null : EXAMPLE.slice(offset, EXAMPLE.indexOf('\n', offset));
  };

  it('is the one with the same heading, whatever its number', () => {
    expect(section('# D\n\n## 2. Summary and ask\n\nhere', 'here')).toBe('## 1. Summary and ask');
  });

  it('is one that starts alike', () => {
    expect(section('# D\n\n## Problem\n\nhere', 'here')).toBe('## 3. Problem, quantified');
    expect(section('# D\n\n## Risk\n\nhere', 'here')).toBe('## 10. Risks');
  });

  it('is that of an enclosing section when the own one has no match', () => {
    expect(section('# D\n\n## Risks\n\n### My own\n\nhere', 'here')).toBe('## 10. Risks');
  });

  it('is none where nothing matches', () => {
    expect(section('# D\n\n## Banana\n\nhere', 'here')).toBeNull();
  });

  it('does not take comments in code for headings', () => {
    expect(headingsOf('```sh\n# not one\n```\n# One\n').map((heading) => heading.key)).toEqual(['one']);
  });
});
