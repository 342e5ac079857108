import { describe, expect, it } from 'vitest';
import type { Finding, TextEdit } from '../finding';
import { KindRegistry } from '../registry';
import { reportToJson } from '../report-json';
import type { ConsistencyRule } from '../rule';
import { CheckSession } from '../session';
import { note, plan, recordedKinds } from '../session-kinds.test-support';
import { WAIVERS_FILE } from './waiver';
import { waiveEdits } from './write-waiver';

const WORDS = { reason: 'Agreed with the committee', by: 'Ada Example', date: '2024-03-20' };

/** Says of every plan that its answer is odd, and points at the word. */
const RULE: ConsistencyRule = {
  id: 'X-90',
  severity: 'must',
  title: 'The answer is even',
  failTitle: 'The answer is odd',
  why: 'Because.',
  hint: 'Change it.',
  kinds: ['plan'],
  check: (packet) => {
    const answer = packet.value('answer');
    if (!answer) return { verdict: 'not-evaluated', reason: 'No plan' };
    const problem = { path: answer.path, span: answer.span, message: 'Odd', related: [] };
    return answer.value === 'odd'
      ? { verdict: 'fail', problems: [problem] }
      : { verdict: 'pass', evidence: [] };
  },
  examples: { pass: [], fail: [] },
};

function open(files: Readonly<Record<string, string>>) {
  const { kinds, runs } = recordedKinds();
  const session = new CheckSession({
    registry: new KindRegistry(kinds),
    name: 'Kit',
    validator: () => null,
    rules: [RULE],
  });
  for (const [path, text] of Object.entries(files)) session.setFile(path, text);
  session.settle();
  runs.length = 0;
  return { session, runs };
}

function edited(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight((all, edit) => all.slice(0, edit.from) + edit.insert + all.slice(edit.to), text);
}

/** Waives a finding through the function that the window and the commands use. */
function waive(session: CheckSession, finding: Finding, words = WORDS): void {
  const file = session.text(WAIVERS_FILE);
  const edits = waiveEdits(file, finding, session.text(finding.path) ?? '', words);
  session.setFile(WAIVERS_FILE, edited(file ?? '', edits));
  session.settle();
}

const findings = (session: CheckSession, path: string) => session.artifact(path)?.findings ?? [];
const first = (session: CheckSession, path: string) => findings(session, path)[0] as Finding;
const waiverRemarks = (session: CheckSession) => findings(session, WAIVERS_FILE);
const marked = (session: CheckSession, finding: Finding | undefined) =>
  finding && session.text(finding.path)?.slice(finding.span.from, finding.span.to);

describe('a waived finding', () => {
  it('stays in the report with its reason, and counts nowhere', () => {
    const { session } = open({ 'a.note.md': note('A bad word here') });
    expect(session.report().summary).toEqual({ must: 1, should: 0, could: 0, info: 0, error: 0 });
    expect(session.artifact('a.note.md')?.grade).toBe('senior-grade');
    waive(session, first(session, 'a.note.md'));
    const report = session.report();
    expect(report.summary).toEqual({ must: 0, should: 0, could: 0, info: 0, error: 0, waived: 1 });
    expect(first(session, 'a.note.md')).toMatchObject({ id: 'T-01', severity: 'must', waived: WORDS });
    expect(report.waivers).toEqual([{ finding: 'T-01', path: 'a.note.md', quote: 'bad', ...WORDS }]);
  });

  it('leaves its criterion failed, weightless and marked; the grade says that it had help', () => {
    const { session } = open({ 'a.note.md': note('A bad word here') });
    const before = session.artifact('a.note.md')?.points ?? 0;
    waive(session, first(session, 'a.note.md'));
    const report = session.artifact('a.note.md');
    expect(report?.criteria.find((c) => c.id === 'T-01')).toMatchObject({ verdict: 'fail', waived: WORDS });
    expect(report).toMatchObject({ grade: 'staff-ready', points: 1, waivers: 1 });
    expect(before).toBeLessThan(1);
  });

  it('is listed by the waivers file, which is no artifact', () => {
    const { session } = open({ 'a.note.md': note('bad') });
    waive(session, first(session, 'a.note.md'));
    expect(session.artifact(WAIVERS_FILE)).toMatchObject({
      kind: null,
      unrecognised: 'It lists the findings that are waived, with their reasons; it is no artifact',
      findings: [],
    });
  });

  it('of two at the same words is the one between the quoted neighbours', () => {
    const { session } = open({ 'a.note.md': note('One bad apple.\n\nTwo bad pears.') });
    // The test kind finds the first only: the second becomes the finding when the first is mended.
    waive(session, first(session, 'a.note.md'));
    session.setFile('a.note.md', note('One good apple.\n\nTwo bad pears.'));
    session.settle();
    expect(first(session, 'a.note.md').waived).toBeUndefined();
    expect(waiverRemarks(session)).toHaveLength(1);
  });

  it('of a rule is waived in the file and in the rule', () => {
    const { session } = open({ 'plan.yaml': plan('odd') });
    const finding = findings(session, 'plan.yaml').find((f) => f.id === 'X-90') as Finding;
    waive(session, finding);
    const report = session.report();
    expect(report.rules[0]).toMatchObject({ id: 'X-90', verdict: 'fail', waived: WORDS });
    expect(report.rules[0]?.findings[0]?.waived).toEqual(WORDS);
    expect(report.summary.must).toBe(0);
  });

  it('keeps to the JSON contract, with what is new in fields of its own', () => {
    const { session } = open({ 'a.note.md': note('bad') });
    waive(session, first(session, 'a.note.md'));
    const json = reportToJson(session.report(), '/kit', (path) => session.text(path));
    expect(json.version).toBe(1);
    expect(json.findings[0]).toMatchObject({ id: 'T-01', severity: 'must', waived: WORDS });
    expect(json.artifacts.find((a) => a.path === 'a.note.md')).toMatchObject({
      waivers: 1,
      grade: 'staff-ready',
    });
    expect(json.waivers).toHaveLength(1);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });
});

describe('a waiver', () => {
  it('outlives edits elsewhere, and a paragraph that is wrapped anew', () => {
    const { session } = open({ 'a.note.md': note('Some words before a bad word and after it.') });
    waive(session, first(session, 'a.note.md'));
    session.setFile('a.note.md', note('A new start.\n\nSome words before\na bad word\nand after it. More.'));
    session.settle();
    expect(first(session, 'a.note.md').waived).toEqual(WORDS);
    expect(waiverRemarks(session)).toEqual([]);
  });

  it('lapses when the text it quotes changes, and says so on its own line', () => {
    const { session } = open({ 'plan.yaml': plan('odd') });
    waive(session, findings(session, 'plan.yaml').find((f) => f.id === 'X-90') as Finding);
    session.setFile('plan.yaml', plan('even'));
    session.settle();
    const [remark] = waiverRemarks(session);
    expect(remark).toMatchObject({ id: 'waiver', severity: 'info' });
    expect(remark?.message).toMatch(/^Waiver expired, the text changed/);
    expect(marked(session, remark)).toBe('finding: X-90');
    session.setFile('plan.yaml', plan('odd'));
    session.settle();
    expect(waiverRemarks(session)).toEqual([]);
  });

  it('is of no use when the quoted text no longer has the finding', () => {
    const { session } = open({ 'a.note.md': note('bad') });
    const good = note('A fine note');
    session.setFile('a.note.md', good);
    session.settle();
    const at = good.indexOf('fine');
    const invented: Finding = {
      id: 'T-01',
      severity: 'must',
      path: 'a.note.md',
      span: { from: at, to: at + 4 },
      message: '',
      related: [],
    };
    waive(session, invented);
    expect(waiverRemarks(session)[0]?.message).toMatch(/^Waiver without use: T-01/);
  });

  const entry = (fields: Readonly<Record<string, string>>) =>
    `- ${Object.entries({
      finding: 'T-01',
      path: 'a.note.md',
      quote: 'bad',
      before: 'Note',
      reason: 'Why',
      by: 'Ada',
      date: '2024-03-20',
      ...fields,
    })
      .filter(([, value]) => value !== '-')
      .map(([key, value]) => `${key}: ${value}`)
      .join('\n  ')}\n`;

  it.each([
    [{ reason: '-' }, 'gives no reason', 'finding: T-01'],
    [{ reason: '""' }, 'gives no reason', 'reason'],
    [{ by: '-' }, 'lacks "by"', 'finding: T-01'],
    [{ finding: 'T-99' }, '"T-99" is no criterion or rule', 'T-99'],
    [{ finding: 'waiver' }, 'cannot be waived', 'waiver'],
    [{ path: 'b.note.md' }, 'There is no file "b.note.md"', 'b.note.md'],
    [{ path: '../b.md' }, 'steps out of its folder', '../b.md'],
    [{ date: 'yesterday' }, 'is no date', 'yesterday'],
    [{ reasn: 'x' }, '"reasn" is not a key', 'reasn'],
  ] as const)('with %j silences nothing and says why, with its place', (fields, message, at) => {
    const { session } = open({ 'a.note.md': note('bad'), [WAIVERS_FILE]: entry(fields) });
    expect(first(session, 'a.note.md').waived).toBeUndefined();
    const [remark, ...more] = waiverRemarks(session);
    expect(more).toEqual([]);
    expect(remark).toMatchObject({ id: 'waiver', severity: 'should' });
    expect(remark?.message).toContain(message);
    expect(marked(session, remark)).toBe(at);
  });

  it('may be written by hand with less around it', () => {
    const { session } = open({ 'a.note.md': note('bad'), [WAIVERS_FILE]: entry({}) });
    expect(first(session, 'a.note.md').waived?.reason).toBe('Why');
    expect(waiverRemarks(session)).toEqual([]);
  });

  it('may be written by hand with the quote alone', () => {
    const { session } = open({ 'a.note.md': note('Some bad words'), [WAIVERS_FILE]: entry({ before: '-' }) });
    expect(first(session, 'a.note.md').waived?.reason).toBe('Why');
  });

  it('that stands twice, as after a merge, is told once', () => {
    const { session } = open({
      'a.note.md': note('bad'),
      [WAIVERS_FILE]: entry({}) + entry({ reason: 'Other' }),
    });
    expect(waiverRemarks(session).map((f) => f.message)).toEqual([
      'This waiver stands twice; one of the two can go',
    ]);
  });

  it.each(['', '# only words\n', '[]\n'])('file %j waives nothing and is no gap', (text) => {
    const { session } = open({ 'a.note.md': note('bad'), [WAIVERS_FILE]: text });
    expect(waiverRemarks(session)).toEqual([]);
    waive(session, first(session, 'a.note.md'));
    expect(first(session, 'a.note.md').waived).toEqual(WORDS);
  });

  it.each(['finding: T-01\n', 'a: [\n', '"x"\n'])('file %j is a gap of the waivers file alone', (text) => {
    const { session } = open({ 'a.note.md': note('bad'), [WAIVERS_FILE]: text });
    expect(waiverRemarks(session)).toHaveLength(1);
    expect(first(session, 'a.note.md').waived).toBeUndefined();
  });
});

describe('writing waivers', () => {
  it('adds to the end, keeps what is there, and can be read again', () => {
    const { session } = open({ 'a.note.md': note('bad'), 'b.note.md': note('So bad: "it" is # bad', 'N-2') });
    waive(session, first(session, 'a.note.md'));
    const one = session.text(WAIVERS_FILE) as string;
    waive(session, first(session, 'b.note.md'), { ...WORDS, reason: 'Said: "no"\nand #why' });
    const two = session.text(WAIVERS_FILE) as string;
    expect(two.startsWith(one.trimEnd())).toBe(true);
    expect(first(session, 'b.note.md').waived?.reason).toBe('Said: "no" and #why');
    expect(session.report().waivers).toHaveLength(2);
    expect(waiverRemarks(session)).toEqual([]);
  });

  it('follows the indentation of a list that is indented', () => {
    const { session } = open({ 'a.note.md': note('bad'), 'b.note.md': note('bad', 'N-2') });
    const indented =
      '# Mine\n  - {finding: T-01, path: a.note.md, quote: bad, before: Note, reason: x, by: A, date: 2024-01-01}\n';
    session.setFile(WAIVERS_FILE, indented);
    session.settle();
    waive(session, first(session, 'b.note.md'));
    expect(session.report().summary.waived).toBe(2);
    expect(waiverRemarks(session)).toEqual([]);
  });
});

describe('work after a change of waivers', () => {
  it('runs no check again', () => {
    const files = { 'a.note.md': note('bad'), 'plan.yaml': plan('odd'), [WAIVERS_FILE]: '' };
    const { session, runs } = open(files);
    const other = session.artifact('plan.yaml');
    waive(session, first(session, 'a.note.md'));
    expect(runs).toEqual([]);
    expect(session.artifact('plan.yaml')?.findings).toEqual(other?.findings);
  });

  it('ends when the file goes', () => {
    const { session } = open({ 'a.note.md': note('bad') });
    waive(session, first(session, 'a.note.md'));
    session.removeFile(WAIVERS_FILE);
    session.settle();
    expect(first(session, 'a.note.md').waived).toBeUndefined();
    expect(session.report().waivers).toBeUndefined();
  });

  it('notices that the file of a waiver comes or goes', () => {
    const { session } = open({ 'a.note.md': note('bad') });
    waive(session, first(session, 'a.note.md'));
    session.removeFile('a.note.md');
    session.settle();
    expect(waiverRemarks(session)[0]?.message).toContain('There is no file');
    session.setFile('a.note.md', note('bad'));
    session.settle();
    expect(waiverRemarks(session)).toEqual([]);
    expect(session.busy).toBe(false);
  });
});
