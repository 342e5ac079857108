import { describe, expect, it } from 'vitest';
import { applyEdits } from '../text/edits/edit';
import { DEFAULT_COMPOSITION, outputsOf, partsOf, showsGrades } from './composition';
import { readComposition } from './read-composition';
import { type CompositionChange, changedComposition, differenceOf } from './write-composition';

const WRITTEN = `# Ours, for the committee of May.
version: 1
audience: interview # they meet on Monday
cover:
  title: "The store, moved"
candidate:
  name: Ada Example
  level: Staff
parts: [4, 1]
order:
  # the failure first
  - part4/report.md
  - part1/rfc.md # the long one
x-note: mine
leave_out: []
grades: true
`;

describe('what a portfolio holds', () => {
  it('says what is made of it, in the order of making, and whether names are hidden', () => {
    const { composition, problems } = readComposition(
      'version: 1\noutputs: [zip, pdf, docx]\nredact: true\n',
    );
    expect(outputsOf(composition)).toEqual(['pdf', 'zip']);
    expect(composition.redact).toBe(true);
    expect(problems).toMatchObject([{ line: 2, message: 'An output is one of pdf, briefing, html, zip' }]);
    expect(outputsOf(DEFAULT_COMPOSITION)).toEqual(['pdf', 'briefing', 'html', 'zip']);
    const wrong = readComposition('version: 1\noutputs: pdf\nredact: maybe\n');
    expect(wrong.composition).toEqual(DEFAULT_COMPOSITION);
    expect(wrong.problems.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('keeps what is made and hidden, by as little as possible', () => {
    const kept = changedComposition('version: 1\n# ours\nmemo: false\n', {
      outputs: ['pdf', 'zip'],
      redact: true,
    });
    expect(kept).toBe('version: 1\noutputs:\n  - pdf\n  - zip\nredact: true\n# ours\nmemo: false\n');
    const all = changedComposition(kept, { outputs: [], redact: false });
    expect(readComposition(all).composition).toEqual({ ...DEFAULT_COMPOSITION, memo: false });
    expect(all).toContain('# ours\n');
  });

  it('is what the kit says', () => {
    expect(readComposition(WRITTEN)).toEqual({
      broken: false,
      problems: [],
      composition: {
        ...DEFAULT_COMPOSITION,
        audience: 'interview',
        title: 'The store, moved',
        candidate: { name: 'Ada Example', level: 'Staff', period: '', manager: '' },
        parts: [4, 1],
        order: ['part4/report.md', 'part1/rfc.md'],
        grades: true,
      },
    });
  });

  it.each([
    ['no file', null],
    ['nothing', ''],
    ['comments', '# later\n\n  # more\n'],
    ['empty values', 'version: 1\naudience:\ncover:\ncandidate:\norder:\nmemo:\n'],
  ])('is the kit’s own with %s', (_name, text) => {
    expect(readComposition(text)).toEqual({
      composition: DEFAULT_COMPOSITION,
      problems: [],
      broken: false,
    });
  });

  it.each([
    ['no YAML', 'version: 1\norder: [a\n', 3, ''],
    ['a list', '\n- a\n', 2, 'list of keys'],
    ['a key that stands twice', 'version: 1\nmemo: true\nmemo: false\n', 3, 'twice'],
    ['another version', 'version: 2\nmemo: false\n', 1, 'version 1'],
  ])('is the kit’s own when the file is broken by %s, and says where', (_name, text, line, message) => {
    const read = readComposition(text);
    expect(read.broken).toBe(true);
    expect(read.composition).toEqual(DEFAULT_COMPOSITION);
    expect(read.problems.some((one) => one.line === line && one.message.includes(message))).toBe(true);
  });

  it.each([
    ['an unknown key', 'colour: red', 'colour', '"colour" is not a key'],
    ['an unknown key below another', 'cover:\n  colour: red', 'colour', '"cover.colour" is not a key'],
    ['an unknown audience', 'audience: family', 'family', 'committee, interview'],
    ['an unknown paper', 'paper: A3', 'A3', 'A4, Letter'],
    ['a title of two lines', 'cover:\n  title: "a\\nb"', 'a\\nb', 'single line'],
    ['a cover that is text', 'cover: The title', 'The title', 'mapping of title, subtitle'],
    ['a switch in words', 'memo: perhaps', 'perhaps', 'true or false'],
    ['a part that is not there', 'parts: [1, 5]', '5', '1, 2, 3 and 4'],
    ['a part that stands twice', 'parts: [1, 1]', '1', 'stands twice'],
    ['an order that is a text', 'order: a.md', 'a.md', 'list of paths'],
    ['a path outside', 'appendix: [../a.md]', '../a.md', 'steps out'],
    ['a path that is not there', 'leave_out: [gone.md]', 'gone.md', 'no file "gone.md"'],
    ['a path that stands twice', 'order: [a.md, a.md]', 'a.md', 'stands twice'],
  ])('tells %s with its place, and the rest counts', (_name, line, marked, message) => {
    const text = `version: 1\n${line}\nsources: true\n`;
    const { composition, problems, broken } = readComposition(text, (path) => path === 'a.md');
    expect(broken).toBe(false);
    expect(composition.sources).toBe(true);
    expect(problems).toHaveLength(1);
    const [problem] = problems;
    expect(text.slice(problem?.span.from, problem?.span.to)).toBe(marked);
    expect(problem?.message).toContain(message);
  });

  it('an audience decides what the file leaves open', () => {
    const interview = readComposition('audience: interview\n').composition;
    expect(partsOf(interview)).toEqual([1, 4, 2, 3]);
    expect(showsGrades(interview)).toBe(false);
    expect(showsGrades({ ...interview, grades: true })).toBe(true);
    expect(partsOf({ ...interview, parts: [2] })).toEqual([2]);
    expect(showsGrades(DEFAULT_COMPOSITION)).toBe(true);
  });

  it('keeps hostile keys data', () => {
    const { composition, problems } = readComposition('__proto__:\n  memo: false\nconstructor: 1\n');
    expect(composition).toEqual(DEFAULT_COMPOSITION);
    expect(problems).toHaveLength(2);
  });
});

describe('a choice', () => {
  const CHANGES: readonly (readonly [string, CompositionChange, string, string])[] = [
    ['replaces a word', { audience: 'committee' }, 'audience: interview #', 'audience: committee #'],
    ['replaces a text in its marks', { title: 'It "moved"' }, '"The store, moved"', '"It \\"moved\\""'],
    ['empties a text', { candidate: { level: '' } }, 'level: Staff', 'level: ""'],
    [
      'adds a key where it belongs',
      { paper: 'Letter' },
      '# they meet on Monday\n',
      '# they meet on Monday\npaper: Letter\n',
    ],
    [
      'adds a key below another',
      { candidate: { period: '2024 H1' } },
      '  level: Staff\n',
      '  level: Staff\n  period: "2024 H1"\n',
    ],
    ['replaces a short list', { parts: [1, 2, 4] }, 'parts: [4, 1]', 'parts: [1, 2, 4]'],
    [
      'moves lines with their comments',
      { order: ['part1/rfc.md', 'part4/report.md'] },
      '  - part4/report.md\n  - part1/rfc.md # the long one\n',
      '  - part1/rfc.md # the long one\n  - part4/report.md\n',
    ],
    [
      'adds a line',
      { order: ['part4/report.md', 'part2/adr 1.md', 'part1/rfc.md'] },
      '  - part4/report.md\n',
      '  - part4/report.md\n  - part2/adr 1.md\n',
    ],
    ['takes a line out', { order: ['part1/rfc.md'] }, '  - part4/report.md\n', ''],
    ['fills an empty list', { leaveOut: ['a.md'] }, 'leave_out: []', 'leave_out:\n  - a.md'],
    [
      'sets formulas whatever the settings of who exports are',
      { formulas: true },
      '# they meet on Monday\n',
      '# they meet on Monday\nformulas: true\n',
    ],
    ['leaves a choice to the audience again', { grades: null }, 'grades: true\n', ''],
    [
      'changes nothing that is so already',
      { audience: 'interview', order: ['part4/report.md', 'part1/rfc.md'] },
      '',
      '',
    ],
  ];

  it.each(CHANGES)('%s', (_name, change, from, to) => {
    const after = changedComposition(WRITTEN, change);
    expect(after).toBe(WRITTEN.replace(from, to));
    const { candidate, ...own } = change;
    const before = readComposition(WRITTEN).composition;
    expect(readComposition(after).composition).toEqual({
      ...before,
      ...own,
      candidate: { ...before.candidate, ...candidate },
    });
  });

  it('empties a list', () => {
    const after = changedComposition(WRITTEN, { order: [] }) ?? '';
    expect(readComposition(after).composition.order).toEqual([]);
    expect(after).toContain('# the failure first');
    expect(changedComposition(after, { order: [] })).toBe(after);
  });

  it.each([
    ['a new file', null],
    ['comments alone', '# Mine\n'],
    ['windows line ends', 'version: 1\r\n# Mine\r\nmemo: false\r\n'],
    ['no line end', 'memo: false'],
  ])('goes into %s', (_name, text) => {
    const change: CompositionChange = {
      audience: 'interview',
      candidate: { name: 'Łucja "Lu" Example' },
      order: ['b.md', 'a b.md'],
      sources: true,
    };
    const after = changedComposition(text, change);
    const read = readComposition(after);
    expect(read.problems).toEqual([]);
    expect(read.composition).toMatchObject({
      audience: 'interview',
      candidate: { name: 'Łucja "Lu" Example' },
      order: ['b.md', 'a b.md'],
      sources: true,
    });
    if (text?.includes('# Mine')) expect(after).toContain('# Mine');
    if (text?.includes('\r\n')) expect(after?.replace(/\r\n/g, '')).not.toContain('\n');
  });

  it.each([
    ['a broken file', 'order: [a\n'],
    ['a list', '- a\n'],
    ['an anchor', 'audience: &a committee\ncover:\n  title: *a\n'],
  ])('is not written into %s', (_name, text) => {
    expect(changedComposition(text, { audience: 'interview' })).toBeNull();
  });

  it('is one edit of the text that differs', () => {
    const after = changedComposition(WRITTEN, { candidate: { level: 'Principal' } }) ?? '';
    const edits = differenceOf(WRITTEN, after);
    expect(edits).toEqual([
      { from: WRITTEN.indexOf('Staff'), to: WRITTEN.indexOf('Staff') + 5, insert: 'Principal' },
    ]);
    expect(applyEdits(WRITTEN, edits)).toBe(after);
    expect(differenceOf(after, after)).toEqual([]);
  });
});
