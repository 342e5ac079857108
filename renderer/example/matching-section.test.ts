import { describe, expect, it } from 'vitest';
import { headingsOf, matchingSection } from './matching-section';
import { placeInExample, sectionStops } from './section-stops';

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

describe('scrolling the example with the text', () => {
  const place = (draft: string, at: string, example = EXAMPLE) => {
    const offset = placeInExample(sectionStops(draft, example), draft.indexOf(at));
    return example.slice(example.lastIndexOf('\n## ', offset) + 1).split('\n')[0];
  };

  it('stands in the section about the same, whatever its number', () => {
    const draft = '# D\n\n## 1. Summary\n\na\n\n## 2. Problem\n\nb\n\n## Risks\n\nc\n';
    expect([place(draft, 'a\n'), place(draft, 'b\n'), place(draft, 'c\n')]).toEqual([
      '## 1. Summary and ask',
      '## 3. Problem, quantified',
      '## 10. Risks',
    ]);
  });

  it('stands between the neighbours of a section the example lacks', () => {
    const draft = '# D\n\n## Summary and ask\n\na\n\n## Of our own\n\nb\n\n## Risks\n\nc\n';
    expect(['## 1. Summary and ask', '## 3. Problem, quantified']).toContain(place(draft, 'b\n'));
    expect(place(draft, 'c\n')).toBe('## 10. Risks');
  });

  it('keeps to the order of most sections when one has moved', () => {
    const draft = '# D\n\n## Risks\n\na\n\n## Summary and ask\n\nb\n\n## Problem\n\nc\n';
    expect([place(draft, 'b\n'), place(draft, 'c\n')]).toEqual([
      '## 1. Summary and ask',
      '## 3. Problem, quantified',
    ]);
  });

  it('goes from end to end where nothing is alike', () => {
    const [draft, example] = ['# A\n\ntext\n', '# Another\n\n## B\n\ntext that is longer\n'];
    const stops = sectionStops(draft, example);
    expect([placeInExample(stops, 0), placeInExample(stops, draft.length)]).toEqual([0, example.length]);
  });
});
