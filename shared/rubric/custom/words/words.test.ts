import { describe, expect, it } from 'vitest';
import {
  findings,
  HEADER,
  marks,
  memo,
  oneRule,
  openKit,
  verdictOf,
  withKind,
} from '../own-standard.test-support';

function md(check: string, body: string) {
  return openKit({ 'kit.yaml': withKind(), 'rubric.yaml': oneRule(check), 'a.memo.md': memo(body) }).session;
}

const YAML_KIT = `${HEADER}own_kinds:\n  - {id: sheet, title: Sheet, files: ["*.sheet.yaml"], format: yaml, rubric: rubric.yaml}\n`;
const SHEET = 'id: S-1\ntitle: Sheet\nowner: Ada Example\ndate: "2024-03-12"\n';

function yaml(check: string, body: string) {
  return openKit({ 'kit.yaml': YAML_KIT, 'rubric.yaml': oneRule(check), 'a.sheet.yaml': SHEET + body })
    .session;
}

const TABLE = '## Costs\n\n| Item | Share |\n|---|---|\n| One | 40 % |\n| Two | 60 % |\n| Total | 100 % |\n';

/** Check, body, and for each finding the text it marks; none for a pass. */
type Case = readonly [check: string, body: string, at: readonly string[]];

describe('words of the vocabulary on Markdown', () => {
  const cases: readonly Case[] = [
    ['sections: {required: [A, B]}', '## A\n\nx\n\n## B\n\nx', []],
    ['sections: {required: [A, B]}', '## B\n\nx\n\n## A\n\nx', []],
    ['sections: {required: [A, B], in_order: true}', '## B\n\nx\n\n## A\n\nx', ['## B']],
    ['sections: {required: [A, B]}', '## A\n\n## B\n\nx', ['## A']],
    ['sections: {required: [A, {name: B, aliases: [Bee]}]}', '## A\n\nx\n\n## Bee\n\nx', []],
    ['sections: {required: [A, B]}', '## B\n\nx', ['## B']],
    ['fields: {required: [owner, {name: status, one_of: [draft, final]}]}', 'x', []],
    ['fields: {required: [sponsor]}', 'x', ['id: M-1']],
    ['fields: {required: [{name: status, one_of: [final]}]}', 'x', ['draft']],
    ['words: {section: A, at_least: 3}', '## A\n\nOne two three', []],
    ['words: {section: A, at_least: 3}', '## A\n\nOne two', ['## A']],
    ['words: {at_most: 3}', 'One two three four', ['# Memo']],
    ['words: {section: A, at_least: 3}', '## B\n\nx', ['# Memo']],
    ['words: {section: A, at_least: 3, if_present: true}', '## B\n\nx', []],
    ['table: {section: Costs, columns: [Item, Share], at_least: 3}', TABLE, []],
    ['table: {section: Costs, columns: [Item, Share], at_least: 4}', TABLE, ['| Item | Share |']],
    ['table: {columns: [Item, Owner]}', TABLE, ['| Item | Share |']],
    ['table: {columns: [Owner]}', TABLE, ['# Memo']],
    [
      'table: {columns: [Item, Share], filled: true}',
      '| Item | Share |\n|---|---|\n| One | |\n',
      ['| One | |'],
    ],
    ['table: {columns: [Item, Share], filled: true}', TABLE, []],
    ["pattern: {find: '\\d+ days', at_least: 2}", 'In 3 days, not 30 days.', []],
    ["pattern: {find: '\\d+ days', at_least: 3}", 'In 3 days, not 30 days.', ['# Memo']],
    [
      'pattern: {forbid: as soon as possible, ignore_case: true}',
      'As soon as possible, or later.',
      ['As soon as possible'],
    ],
    ['pattern: {section: A, forbid: TBC}', '## A\n\nx\n\n## B\n\nTBC', []],
    ["pattern: {find: '^Decision:'}", 'Decision: yes', []],
    ['sum: {section: Costs, column: Share, equals: 100, skip_rows: [Total]}', TABLE, []],
    ['sum: {section: Costs, column: Share, equals: 100}', TABLE, ['Share']],
    ['sum: {column: Share, equals: 99, tolerance: 1, skip_rows: [Total]}', TABLE, []],
    ['sum: {column: Item, equals: 1}', TABLE, ['One', 'Two', 'Total']],
    ['sum: {column: Nothing, equals: 1}', TABLE, ['# Memo']],
    ['references: {family: RQ, at_least: 1}', 'None here.', ['# Memo']],
    ['references: {family: RQ}', 'None here.', []],
  ];
  it.each(cases)('%s on %j', (check, body, at) => {
    const session = md(check, body);
    expect(findings(session, 'kit.yaml')).toEqual([]);
    expect(findings(session, 'rubric.yaml')).toEqual([]);
    expect(marks(session, 'a.memo.md', 'MEMO-01')).toEqual(at);
    const wanted = at.length > 0 ? ['fail'] : ['pass', 'not-applicable'];
    expect(wanted).toContain(verdictOf(session, 'a.memo.md', 'MEMO-01'));
  });

  it('tells a missing section once, by the rule that asks for sections', () => {
    const session = openKit({
      'kit.yaml': withKind(),
      'rubric.yaml': `${oneRule('sections: {required: [Costs]}')}  - {id: MEMO-02, severity: must, title: T, why: W, hint: H, table: {section: Costs, columns: [Item]}}\n`,
      'a.memo.md': memo('## Else\n\nx'),
    }).session;
    expect(findings(session, 'a.memo.md').map((f) => f.id)).toEqual(['MEMO-01']);
    expect(session.artifact('a.memo.md')?.criteria.find((c) => c.id === 'MEMO-02')).toMatchObject({
      verdict: 'fail',
      because: 'MEMO-01',
    });
  });

  it('tells it itself when that rule does not hold', () => {
    const session = openKit({
      'kit.yaml': withKind(),
      'rubric.yaml': `${oneRule('sections: {requird: [Costs]}')}  - {id: MEMO-02, severity: must, title: T, why: W, hint: H, table: {section: Costs, columns: [Item]}}\n`,
      'a.memo.md': memo('## Else\n\nx'),
    }).session;
    expect(findings(session, 'rubric.yaml')).toHaveLength(1);
    expect(findings(session, 'a.memo.md').map((f) => f.id)).toEqual(['MEMO-02']);
  });

  it('waits for a packet that defines the ids', () => {
    expect(verdictOf(md('references: {family: RQ}', 'See RQ-01.'), 'a.memo.md', 'MEMO-01')).toBe(
      'not-evaluated',
    );
  });
});

describe('words of the vocabulary on data', () => {
  const cases: readonly Case[] = [
    ['fields: {required: [owner, plan.end]}', 'plan: {end: x}\n', []],
    ['fields: {required: [plan.end]}', 'plan: {end: ""}\n', ['end']],
    ['entries: {list: parts, at_least: 2, each: [name]}', 'parts: [{name: a}, {name: b}]\n', []],
    ['entries: {list: parts, at_least: 2}', 'parts: [{name: a}]\n', ['parts']],
    ['entries: {list: parts, each: [name]}', 'parts: [{id: P-1, name: ""}]\n', ['P-1']],
    [
      'sum: {list: parts, field: share, equals: 1}',
      'parts: [{share: 0.1}, {share: 0.2}, {share: 0.7}]\n',
      [],
    ],
    ['sum: {list: parts, field: share, equals: 100}', 'parts: [{share: 40}, {share: 50}]\n', ['parts']],
    ['sum: {list: parts, field: share, equals: 100}', 'parts: [{share: 40}, {share: much}]\n', ['much']],
    ['sum: {fields: [a, b], equals: 3}', 'a: 1\nb: 2\n', []],
    ['sum: {fields: [a, b], equals: 4}', 'a: 1\nb: 2\n', ['1']],
    ['words: {field: reason, at_least: 3}', 'reason: Too short\n', ['Too short']],
    ['pattern: {field: reason, forbid: TBC}', 'reason: Still TBC\n', ['TBC']],
  ];
  it.each(cases)('%s on %j', (check, body, at) => {
    const session = yaml(check, body);
    expect(findings(session, 'rubric.yaml')).toEqual([]);
    expect(marks(session, 'a.sheet.yaml', 'MEMO-01')).toEqual(at);
    expect(verdictOf(session, 'a.sheet.yaml', 'MEMO-01')).toBe(at.length > 0 ? 'fail' : 'pass');
  });
});

describe('a rubric that does not hold', () => {
  it.each([
    ['sections: {required: []}', 'is a list of section names'],
    ['sections: {required: [{title: x}]}', 'A section is a name'],
    ['sections: {requried: [x]}', 'has no key "requried"'],
    ['words: {section: A}', 'needs "at_least" or "at_most"'],
    ['words: {at_least: -1}', 'whole number of at least 0'],
    ['words: {section: A, field: b, at_least: 1}', 'a section or a field, not both'],
    ['table: {section: A}', 'needs "columns"'],
    ['pattern: {section: A}', 'needs either "find" or "forbid"'],
    ["pattern: {find: '(a'}", 'This bracket is not closed (character 1)'],
    ["pattern: {find: '(?=a)'}", 'looking ahead'],
    ['sum: {column: A}', 'needs "equals"'],
    ['sum: {equals: 3}', 'needs "column"'],
    ['references: {family: rq}', 'the capital letters'],
    ['fields: {required: [{one_of: [a]}]}', 'A field is a name'],
    ['entries: {at_least: 1}', 'needs "list"'],
    ['wrods: {at_least: 1}', 'A rule has no key "wrods"'],
    ['fail_title: x', 'A rule has one of'],
    ['words: {at_least: 1}\n    pattern: {find: x}', 'A rule checks one thing'],
  ])('%s is said in the rubric, at its place, and the rule is left out', (check, message) => {
    const session = md(check, '## A\n\nx');
    const [finding, ...more] = findings(session, 'rubric.yaml');
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ id: 'standard', severity: 'must' });
    expect(finding?.message).toContain(message);
    expect(marks(session, 'rubric.yaml')[0]?.length).toBeGreaterThan(0);
    expect(verdictOf(session, 'a.memo.md', 'MEMO-01')).toBeUndefined();
  });

  it.each([
    [oneRule('words: {at_least: 1}').replace('MEMO-01', 'memo1'), 'is no id of a rule'],
    [oneRule('words: {at_least: 1}').replace('MEMO-01', 'T-01'), 'is taken'],
    [oneRule('words: {at_least: 1}').replace('MEMO-01', 'X-01'), 'is no id of a rule'],
    [
      oneRule('words: {at_least: 1}').replace('severity: must', 'severity: high'),
      'is one of must, should, could',
    ],
    [oneRule('words: {at_least: 1}').replace('    why: Because.\n', ''), 'needs "why"'],
    [oneRule('words: {at_least: 1}').replace('version: 1', 'version: 2'), 'starts with `version: 1`'],
    ['version: 1\nrules: x\n', 'is a list of rules'],
    ['version: 1\nrules: [\n', ''],
    ['- x\n', 'A rubric is a mapping'],
  ])('%j', (rubric, message) => {
    const { session } = openKit({ 'kit.yaml': withKind(), 'rubric.yaml': rubric, 'a.memo.md': memo('x') });
    expect(findings(session, 'rubric.yaml').map((f) => f.message)).toEqual([
      expect.stringContaining(message),
    ]);
  });
});
