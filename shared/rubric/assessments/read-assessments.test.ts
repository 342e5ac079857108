import { describe, expect, it } from 'vitest';
import { readAssessments } from './read-assessments';
import { answerEdits } from './write-assessment';

const FIELDS = {
  criterion: 'T-09',
  path: 'a.md',
  answer: 'yes',
  note: 'It says what it costs',
  by: 'Ada Example',
  date: '2024-03-20',
} as const;

/** An entry as a person types it; a field `-` is left out. */
const entry = (fields: Readonly<Record<string, string>>) =>
  `- ${Object.entries({ ...FIELDS, quote: '-', ...fields })
    .filter(([, value]) => value !== '-')
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n  ')}\n`;

function read(text: string) {
  const reading = readAssessments(text, {
    isQuestion: (id) => id === 'T-09',
    knows: (id) => id === 'T-01' || id === 'T-09',
    has: (path) => path === 'a.md',
  });
  const told = reading.findings.map(({ span, ...finding }) => ({
    ...finding,
    at: text.slice(span.from, span.to),
  }));
  return { ...reading, told };
}

describe('an entry of the answers', () => {
  it.each([
    [{ criterion: 'T-99' }, '"T-99" is no criterion', 'T-99'],
    [{ criterion: 'T-01' }, '"T-01" is decided by the program', 'T-01'],
    [{ path: 'b.md' }, 'There is no file "b.md"', 'b.md'],
    [{ path: '../a.md' }, 'steps out of its folder', '../a.md'],
    [{ answer: 'maybe' }, '"maybe" is no answer; write yes, partly or no', 'maybe'],
    [{ answer: 'true' }, '"true" is no answer', 'true'],
    [{ answer: '-' }, 'lacks "answer"', 'criterion: T-09'],
    [{ by: '-' }, 'lacks "by"', 'criterion: T-09'],
    [{ date: 'today' }, 'is no date', 'today'],
    [{ answer: 'no', note: '-' }, 'A "no" needs a note', 'no'],
    [{ answer: 'partly', note: '-', quote: 'Fine' }, 'A "partly" needs a note', 'partly'],
    [{ note: '-' }, 'A "yes" needs a passage that shows it, or a note', 'yes'],
    [{ notes: 'x' }, '"notes" is not a key', 'notes'],
  ] as const)('with %j counts for nothing and says why, with its place', (fields, message, at) => {
    const { assessments, told } = read(entry(fields) + entry({}));
    expect(assessments).toHaveLength(1);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ id: 'self', severity: 'should', at });
    expect(told[0]?.message).toContain(message);
  });

  it('may be written by hand, with plain words and a quote alone', () => {
    const { assessments, told } = read(entry({ note: '-', quote: 'is   fine' }));
    expect(told).toEqual([]);
    expect(assessments[0]).toMatchObject({
      answer: 'yes',
      note: '',
      anchor: { quote: 'is fine', before: '', after: '' },
    });
  });

  it('that stands twice, as after a merge, is told once and counts once', () => {
    const { assessments, told } = read(entry({}) + entry({}));
    expect(assessments).toHaveLength(1);
    expect(told.map(({ severity, message }) => [severity, message])).toEqual([
      ['info', 'This answer stands twice; one of the two can go'],
    ]);
  });

  it('is read as it was written by the window', () => {
    const words = { ...FIELDS, note: 'Said: "no"\nand #why: {a}', answer: 'partly' } as const;
    const text = 'A first line.\nThe passage, with "quotes".\nA last line.';
    const from = text.indexOf('The passage');
    const [edit] = answerEdits(null, words, text, { from, to: text.indexOf('\nA last') });
    const { assessments, told } = read(edit?.insert ?? '');
    expect(told).toEqual([]);
    expect(assessments[0]).toMatchObject({
      ...words,
      note: 'Said: "no" and #why: {a}',
      anchor: {
        quote: 'The passage, with "quotes".',
        before: 'A first line.',
        after: 'A last line.',
      },
    });
  });
});

describe('a file of answers', () => {
  it.each(['', '# only words\n', '[]\n'])('of %j holds none and is no gap', (text) => {
    expect(read(text)).toMatchObject({ assessments: [], findings: [] });
  });

  it.each(['criterion: T-09\n', 'a: [\n', '"x"\n'])('of %j is one gap', (text) => {
    expect(read(text).assessments).toEqual([]);
    expect(read(text).findings).toHaveLength(1);
  });

  it.each([
    ['', '- criterion'],
    ['[]\n', '- criterion'],
    ['# Mine\n  - {criterion: T-09}\n', '  - criterion'],
  ])('of %j takes a new entry at its end', (text, start) => {
    const edits = answerEdits(text, FIELDS, '', null);
    const after = edits.reduceRight(
      (all, edit) => all.slice(0, edit.from) + edit.insert + all.slice(edit.to),
      text,
    );
    expect(after).toContain(start);
    expect(read(after).assessments).toHaveLength(1);
  });
});
