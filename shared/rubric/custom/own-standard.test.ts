import { describe, expect, it } from 'vitest';
import { note, plan } from '../session-kinds.test-support';
import {
  findings,
  HEADER,
  marks,
  memo,
  oneRule,
  openKit,
  verdictOf,
  withKind,
} from './own-standard.test-support';

describe('kinds: which file is what', () => {
  const kit = (map: string) => `${HEADER}kinds:\n${map}`;

  it('assigns a kind by path, before names and contents are looked at', () => {
    const { session } = openKit({
      'kit.yaml': kit('  "design/**/*.md": note\n'),
      'design/a/b.md': note('x'),
      'other.md': note('x'),
    });
    expect(session.artifact('design/a/b.md')?.kind).toBe('note');
    expect(session.artifact('other.md')?.kind).toBeNull();
  });

  it('says that files are no artifacts', () => {
    const { session } = openKit({ 'kit.yaml': kit('  "old/**": none\n'), 'old/a.note.md': note('bad') });
    expect(session.artifact('old/a.note.md')).toMatchObject({
      kind: null,
      unrecognised: 'kit.yaml says that this file is no artifact',
      findings: [],
    });
  });

  it('leaves a file that says its kind itself', () => {
    const { session } = openKit({
      'kit.yaml': kit('  "*.md": none\n'),
      'a.md': note('x').replace('---\n', '---\nkind: note\n'),
    });
    expect(session.artifact('a.md')?.kind).toBe('note');
  });

  it('explains a kind of another format', () => {
    const { session } = openKit({ 'kit.yaml': kit('  "a.md": plan\n'), 'a.md': note('x') });
    expect(session.artifact('a.md')?.unrecognised).toContain('of kind "plan" (.yaml), but it is a .md file');
  });

  it.each([
    ['  "*.md": memo\n', 'memo', '"memo" is no kind'],
    ['  "[ab].md": note\n', '[ab].md', 'no brackets'],
    ['  "/a.md": note\n', '/a.md', 'relative to the kit'],
    ['  - a\n', 'kinds', 'is a mapping'],
  ])('%j is told with its place', (map, at, message) => {
    const { session } = openKit({ 'kit.yaml': kit(map), 'a.note.md': note('x') });
    expect(marks(session, 'kit.yaml')).toEqual([at]);
    expect(findings(session, 'kit.yaml')[0]).toMatchObject({ id: 'standard', severity: 'must' });
    expect(findings(session, 'kit.yaml')[0]?.message).toContain(message);
  });
});

describe('criteria: what counts how', () => {
  const kit = (map: string) => `${HEADER}criteria:\n${map}`;

  it('switches a must off with a reason, and lists it', () => {
    const { session } = openKit({
      'kit.yaml': kit('  T-01: {severity: off, reason: We use another word}\n'),
      'a.note.md': note('bad'),
    });
    const result = session.artifact('a.note.md')?.criteria.find((c) => c.id === 'T-01');
    expect(result).toMatchObject({
      verdict: 'not-applicable',
      reason: 'Switched off in kit.yaml: We use another word',
    });
    expect(session.report().standard?.changes).toEqual([
      { id: 'T-01', title: 'It is so', from: 'must', to: 'off', reason: 'We use another word', kinds: [] },
    ]);
    expect(session.report().summary.must).toBe(0);
  });

  it('does neither without a reason, nor for another kind', () => {
    const { session } = openKit({
      'kit.yaml': kit('  T-01: {severity: off}\n  T-03: {severity: could, reason: x, kinds: [note]}\n'),
      'a.note.md': note('bad'),
    });
    expect(verdictOf(session, 'a.note.md', 'T-01')).toBe('fail');
    expect(findings(session, 'kit.yaml').map((f) => f.message)).toEqual([
      'Switching off a must needs a reason; T-01 stays as it is until there is one',
    ]);
    expect(marks(session, 'kit.yaml')).toEqual(['T-01']);
  });

  it('changes a severity, in findings and in the grade', () => {
    const { session } = openKit({
      'kit.yaml': kit('  T-01: {severity: could, reason: x}\n  T-02: {severity: must}\n'),
      'a.note.md': note('bad'),
      'plan.yaml': plan('Other'),
    });
    expect(findings(session, 'a.note.md').map((f) => [f.id, f.severity])).toEqual([
      ['T-02', 'must'],
      ['T-01', 'could'],
    ]);
  });

  it.each([
    ['  T-99: {severity: off}\n', 'T-99', 'is no criterion'],
    ['  T-01: {severity: loud}\n', 'loud', 'is one of off, must, should, could'],
    ['  T-01: {reason: x}\n', 'T-01', 'needs "severity"'],
    ['  T-02: {severity: off, kinds: [memo]}\n', '[memo]', '"memo" is no kind'],
    ['  T-02: {severity: off, why: x}\n', 'why', 'has no key "why"'],
  ])('%j is told with its place', (map, at, message) => {
    const { session } = openKit({ 'kit.yaml': kit(map), 'a.note.md': note('x') });
    expect(marks(session, 'kit.yaml')).toEqual([at]);
    expect(findings(session, 'kit.yaml')[0]?.message).toContain(message);
  });
});

describe('own_kinds', () => {
  const files = (check: string, body: string) => ({
    'kit.yaml': withKind(),
    'rubric.yaml': oneRule(check),
    'a.memo.md': memo(body),
  });

  it('are kinds like any other: verdict, evidence, finding with its place, grade', () => {
    const { session } = openKit(files('sections: {required: [Summary, Costs]}', '## Summary\n\nWords.'));
    const report = session.artifact('a.memo.md');
    expect(report).toMatchObject({ kind: 'memo', part: 1, grade: 'senior-grade' });
    expect(findings(session, 'a.memo.md')).toMatchObject([
      {
        id: 'MEMO-01',
        severity: 'must',
        message: 'There is no "Costs" section; its place is at this heading',
        hint: 'Write it.',
      },
    ]);
    session.setFile('a.memo.md', memo('## Summary\n\nWords.\n\n## Costs\n\nFew.'));
    session.settle();
    const result = session.artifact('a.memo.md')?.criteria.find((c) => c.id === 'MEMO-01');
    expect(result?.verdict).toBe('pass');
    expect(result?.evidence).toHaveLength(2);
    expect(session.artifact('a.memo.md')?.grade).toBe('staff-ready');
    expect(session.report().standard?.ownKinds).toEqual([{ id: 'memo', title: 'Memo', criteria: 1 }]);
  });

  it('judge structure, not values, in templates', () => {
    const { session } = openKit({
      ...files('words: {at_least: 500}', 'x'),
      'templates/b.memo.md': memo('x'),
    });
    expect(verdictOf(session, 'a.memo.md', 'MEMO-01')).toBe('fail');
    expect(verdictOf(session, 'templates/b.memo.md', 'MEMO-01')).toBe('not-applicable');
  });

  it('ask questions too', () => {
    const { session } = openKit(files('ask: Would you sign it?', 'x'));
    expect(session.artifact('a.memo.md')?.criteria.find((c) => c.id === 'MEMO-01')).toMatchObject({
      verdict: 'manual',
      reason: 'Would you sign it?',
    });
  });

  it('may have criteria that are changed or waived like the studio’s', () => {
    const { session } = openKit({
      ...files('words: {at_least: 500}', 'x'),
      'kit.yaml': withKind('criteria:\n  MEMO-01: {severity: should, reason: Short ones are fine}\n'),
    });
    expect(findings(session, 'a.memo.md')[0]?.severity).toBe('should');
  });

  it('keep their files out of the artifacts', () => {
    const { session } = openKit(files('words: {at_least: 1}', 'x'));
    expect(session.artifact('rubric.yaml')?.unrecognised).toBe(
      'The rubric of the kind "memo", as kit.yaml says; it is no artifact',
    );
  });

  it('define ids for the packet', () => {
    const { session } = openKit({
      'kit.yaml': withKind('    defines: [RQ]\n'),
      'rubric.yaml': oneRule('references: {family: RQ, at_least: 1}'),
      'a.memo.md': memo('## RQ-01: Be quick\n\n| Id | What |\n|---|---|\n| RQ-02 | Be safe |'),
      'b.memo.md': memo('As RQ-01 and RQ-02 say, not RQ-07.'),
    });
    expect(marks(session, 'b.memo.md')).toEqual(['RQ-07']);
    expect(verdictOf(session, 'a.memo.md', 'MEMO-01')).toBe('pass');
  });

  it.each([
    ['id: Memo X', 'Memo X', 'lower case'],
    ['id: note', 'note', 'There is a kind "note" already'],
    ['format: docx', 'docx', 'is one of md, yaml, json, mmd'],
    ['part: 5', '5', 'is one of 1, 2, 3, 4, X'],
    ['rubric: missing.yaml', 'missing.yaml', 'There is no file'],
    ['rubric: ../x.yaml', '../x.yaml', 'steps out of its folder'],
    ['rubric: x.md', 'x.md', 'A rubric is a .yaml file'],
    ['files: []', '[]', 'is a list of texts'],
    ['schema: rubric.yaml', 'rubric.yaml', 'Only yaml and json kinds have a schema'],
  ])('with %j are told with their place, and are no kinds', (line, at, message) => {
    const key = line.split(':')[0] as string;
    const text = withKind();
    const kit = text.includes(`    ${key}:`)
      ? text.replace(new RegExp(`(    |- )${key}: .*`), `$1${line}`)
      : `${text}    ${line}\n`;
    const changed = key === 'id' ? text.replace('id: memo', line) : kit;
    const { session } = openKit({
      'kit.yaml': changed,
      'rubric.yaml': oneRule('words: {at_least: 1}'),
      'a.memo.md': memo('x'),
    });
    expect(marks(session, 'kit.yaml')).toEqual([at]);
    expect(findings(session, 'kit.yaml')[0]?.message).toContain(message);
    expect(session.artifact('a.memo.md')?.kind).toBeNull();
  });
});

describe('one cause', () => {
  const files = (rubric: string) => ({
    'kit.yaml': withKind(
      'criteria:\n  MEMO-01: {severity: could, reason: x, kinds: [memo]}\nkinds: {"x/*.md": memo}\n',
    ),
    'rubric.yaml': rubric,
    'a.memo.md': memo('x'),
    '.staffwright/waivers.yaml':
      '- {finding: MEMO-01, path: a.memo.md, quote: x, reason: r, by: b, date: 2024-01-01}\n',
  });

  it.each([oneRule('wrods: {at_least: 1}'), 'version: 1\nrules: [\n', oneRule('words: {}')])(
    'is told once: what refers to the rule of %j is not blamed',
    (rubric) => {
      const { session } = openKit(files(rubric));
      expect(findings(session, 'rubric.yaml')).toHaveLength(1);
      expect(findings(session, 'kit.yaml')).toEqual([]);
      const remarks = findings(session, '.staffwright/waivers.yaml');
      expect(remarks.map((f) => f.severity)).toEqual(['info']);
    },
  );
});

describe('people and glossary', () => {
  it('are facts of the packet', () => {
    const { session } = openKit({
      'kit.yaml': `${HEADER}people:\n  - {key: ada, name: Ada Example, role: Engineer, team: Core, level: 1}\nglossary:\n  - {term: ledger-writer, meaning: Writes the ledger, service: true}\n`,
      'a.note.md': note('x'),
    });
    expect(findings(session, 'kit.yaml')).toEqual([]);
  });

  it.each([
    ['people:\n  - {key: a, name: A, role: R}\n', 'needs "team"'],
    ['people:\n  - {key: a, name: A, role: R, team: T, level: 9}\n', '"level" is 1'],
    ['people: Ada\n', '"people" is a list'],
    ['glossary:\n  - {term: x}\n', 'needs "meaning"'],
    ['glossary:\n  - {term: x, meaning: y, service: maybe}\n', 'true or false'],
  ])('%j are told with their place', (text, message) => {
    const { session } = openKit({ 'kit.yaml': HEADER + text, 'a.note.md': note('x') });
    expect(findings(session, 'kit.yaml').map((f) => f.message)).toEqual([expect.stringContaining(message)]);
  });
});

describe('a change of kit.yaml', () => {
  it('that says nothing new runs no check', () => {
    const { session, runs } = openKit({ 'kit.yaml': `${HEADER}kinds: {"*.md": note}\n`, 'a.md': note('x') });
    const before = session.artifact('a.md');
    session.setFile('kit.yaml', `# A remark\n${HEADER}kinds: {"*.md": note}\n`);
    session.settle();
    expect(runs).toEqual([]);
    expect(session.artifact('a.md')).toEqual(before);
  });

  it('re-checks what it decides, and so does one of the files it names', () => {
    const { session } = openKit({ 'a.memo.md': memo('One two three.') });
    expect(session.artifact('a.memo.md')?.kind).toBeNull();
    session.setFile('kit.yaml', withKind());
    session.settle();
    expect(marks(session, 'kit.yaml')).toEqual(['rubric.yaml']);
    session.setFile('rubric.yaml', oneRule('words: {at_least: 100}'));
    session.settle();
    expect(marks(session, 'kit.yaml')).toEqual([]);
    expect(verdictOf(session, 'a.memo.md', 'MEMO-01')).toBe('fail');
    session.setFile('rubric.yaml', oneRule('words: {at_least: 2}'));
    session.settle();
    expect(verdictOf(session, 'a.memo.md', 'MEMO-01')).toBe('pass');
    session.removeFile('kit.yaml');
    session.settle();
    expect(session.artifact('a.memo.md')?.kind).toBeNull();
    expect(session.busy).toBe(false);
  });

  it('reaches the same reports as opening the kit anew, in any order of files', () => {
    const files = {
      'kit.yaml': withKind('criteria:\n  T-01: {severity: off, reason: x}\n'),
      'rubric.yaml': oneRule('words: {at_least: 100}'),
      'a.memo.md': memo('x'),
      'a.note.md': note('bad'),
    };
    const forward = openKit(files).session.report();
    const backward = openKit(Object.fromEntries(Object.entries(files).reverse())).session.report();
    expect(backward).toEqual(forward);
  });

  it('that does not parse is told, and takes the standard along', () => {
    const { session } = openKit({ 'kit.yaml': 'version: 1\nname: [x\n', 'a.note.md': note('x') });
    expect(findings(session, 'kit.yaml')).toHaveLength(1);
  });
});
