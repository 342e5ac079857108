import { describe, expect, it } from 'vitest';
import { KindRegistry } from './registry';
import { reportToJson } from './report-json';
import type { ConsistencyRule } from './rule';
import { CheckSession } from './session';
import { note, plan, recordedKinds } from './session-kinds.test-support';

const disagree: ConsistencyRule = {
  id: 'X-01',
  severity: 'could',
  title: 'They agree',
  failTitle: 'They disagree',
  why: 'Because.',
  hint: 'Make them agree.',
  kinds: ['plan', 'note'],
  examples: { pass: [], fail: [] },
  check: (packet) => {
    const answer = packet.value('answer');
    if (!answer) return { verdict: 'not-evaluated', reason: 'No plan' };
    const related = [{ path: 'a.note.md', span: { from: 4, to: 6 }, message: 'the note' }];
    return {
      verdict: 'fail',
      problems: [{ path: answer.path, span: answer.span, message: 'Differs', related }],
    };
  },
};

function reported(files: Readonly<Record<string, string>>) {
  const session = new CheckSession({
    registry: new KindRegistry(recordedKinds().kinds),
    name: 'Kit',
    validator: () => null,
    rules: [disagree],
  });
  for (const [path, text] of Object.entries(files)) session.setFile(path, text);
  session.settle();
  return reportToJson(session.report(), 'my/kit', (path) => session.text(path));
}

const FILES = {
  'a.note.md': note('bad: First'),
  'plan.yaml': plan('First'),
  'senior-grade/a.note.md': note('bad again'),
  'other.txt': 'x',
};

describe('the report as JSON', () => {
  const json = reported(FILES);

  it('has the keys of version 1 and no others', () => {
    expect(Object.keys(json)).toEqual(['version', 'kit', 'artifacts', 'findings', 'summary']);
    expect(json.version).toBe(1);
    expect(json.kit).toEqual({ root: 'my/kit', name: 'Kit' });
    for (const artifact of json.artifacts) {
      expect(Object.keys(artifact)).toEqual(['path', 'kind', 'part', 'grade', 'points', 'criteria']);
      for (const c of artifact.criteria)
        expect(Object.keys(c)).toEqual(['id', 'severity', 'verdict', 'evidence']);
    }
    for (const finding of json.findings)
      expect(Object.keys(finding)).toEqual(['id', 'severity', 'path', 'range', 'message', 'hint', 'related']);
    expect(json.summary).toEqual({ must: 1, should: 0, could: 1, info: 0, error: 0 });
  });

  it('survives being written and read', () => {
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });

  it('gives each file its kind, part and grade, with points to four decimals', () => {
    expect(json.artifacts.map((a) => [a.path, a.kind, a.part])).toEqual([
      ['plan.yaml', 'plan', 1],
      ['a.note.md', 'note', 2],
      ['senior-grade/a.note.md', 'note', 2],
      ['other.txt', null, null],
    ]);
    const graded = json.artifacts[1];
    expect(graded?.grade).toBe('senior-grade');
    expect(graded?.points).toBe(Math.round((graded?.points ?? 0) * 10_000) / 10_000);
    expect(graded?.points).toBeGreaterThan(0.6);
    expect([json.artifacts[3]?.grade, json.artifacts[3]?.points]).toEqual([null, null]);
  });

  it('gives places as lines and columns from 1 and offsets from 0, in the file they are in', () => {
    const at = FILES['a.note.md'].indexOf('bad');
    expect(json.findings.find((f) => f.id === 'T-01')).toEqual({
      id: 'T-01',
      severity: 'must',
      path: 'a.note.md',
      range: { start: { line: 11, column: 1, offset: at }, end: { line: 11, column: 4, offset: at + 3 } },
      message: 'This is bad',
      hint: 'Write it.',
      related: [],
    });
    const rule = json.findings.find((f) => f.id === 'X-01');
    expect(rule?.range.start).toMatchObject({ line: 5, column: 9 });
    expect(rule?.related).toEqual([
      {
        path: 'a.note.md',
        range: { start: { line: 2, column: 1, offset: 4 }, end: { line: 2, column: 3, offset: 6 } },
        message: 'the note',
      },
    ]);
  });

  it('leaves the findings of counter-examples out, and keeps their verdicts', () => {
    expect(json.findings.filter((f) => f.path.startsWith('senior-grade/'))).toEqual([]);
    const counter = json.artifacts.find((a) => a.path.startsWith('senior-grade/'));
    expect(counter?.criteria.find((c) => c.id === 'T-01')?.verdict).toBe('fail');
  });

  it('writes null for a finding without a hint', () => {
    const session = new CheckSession({
      registry: new KindRegistry(recordedKinds().kinds),
      name: 'Kit',
      validator: () => null,
    });
    session.setFile('a.note.md', null, 'The file is not UTF-8');
    session.settle();
    const [finding] = reportToJson(session.report(), '.', () => null).findings;
    expect(finding).toMatchObject({
      hint: null,
      range: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } },
    });
  });
});
