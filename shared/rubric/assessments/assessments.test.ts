import { describe, expect, it } from 'vitest';
import type { SelfCriterion } from '../criterion';
import type { Finding, TextEdit } from '../finding';
import { defineKind } from '../kind';
import { KindRegistry } from '../registry';
import { reportToJson } from '../report-json';
import { CheckSession } from '../session';
import { note, plan, recordedKinds } from '../session-kinds.test-support';
import { WAIVERS_FILE } from '../waivers/waiver';
import { waiveEdits } from '../waivers/write-waiver';
import { ASSESSMENTS_FILE } from './assessment';
import { type AnswerWords, answerEdits } from './write-assessment';

const QUESTION: SelfCriterion = {
  id: 'T-09',
  mode: 'self',
  severity: 'must',
  title: 'It convinces',
  why: 'Because.',
  hint: 'Write it anew.',
  sources: [],
  question: 'Would you sign it?',
};

function open(files: Readonly<Record<string, string>>) {
  const { kinds, runs } = recordedKinds();
  const asking = kinds.map((kind) =>
    kind.id === 'note' ? defineKind({ ...kind, rubric: [...kind.rubric, QUESTION] }) : kind,
  );
  const session = new CheckSession({
    registry: new KindRegistry(asking),
    name: 'Kit',
    validator: () => null,
  });
  for (const [path, text] of Object.entries(files)) session.setFile(path, text);
  session.settle();
  runs.length = 0;
  return { session, runs };
}

function edited(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight((all, edit) => all.slice(0, edit.from) + edit.insert + all.slice(edit.to), text);
}

const ADA = {
  criterion: 'T-09',
  path: 'a.note.md',
  answer: 'yes',
  note: 'It says what it costs',
  by: 'Ada Example',
  date: '2024-03-20',
} as const;

/** Answers through the function that the window uses; `passage` is a text of the file. */
function answer(session: CheckSession, words: Partial<AnswerWords> = {}, passage: string | null = null) {
  const file = session.text(ASSESSMENTS_FILE);
  const full = { ...ADA, ...words };
  const text = session.text(full.path) ?? '';
  const at = passage === null ? -1 : text.indexOf(passage);
  const span = passage === null ? null : { from: at, to: at + passage.length };
  session.setFile(ASSESSMENTS_FILE, edited(file ?? '', answerEdits(file, full, text, span)));
  session.settle();
}

const PATH = 'a.note.md';
const criterion = (session: CheckSession, path = PATH) =>
  session.artifact(path)?.criteria.find((c) => c.id === 'T-09');
const remarks = (session: CheckSession) => session.artifact(ASSESSMENTS_FILE)?.findings ?? [];
const marked = (session: CheckSession, finding: Finding | undefined) =>
  finding && session.text(finding.path)?.slice(finding.span.from, finding.span.to);

describe('an answer', () => {
  it('stands beside the verdict, which stays a person’s to give', () => {
    const { session } = open({ [PATH]: note('It costs nothing at all.') });
    expect(criterion(session)).toMatchObject({ verdict: 'manual', reason: 'Would you sign it?' });
    answer(session, {}, 'costs nothing');
    const result = criterion(session);
    expect(result).toMatchObject({
      verdict: 'manual',
      assessed: {
        answer: 'yes',
        note: ADA.note,
        by: 'Ada Example',
        date: '2024-03-20',
        quote: 'costs nothing',
      },
    });
    const [evidence] = result?.evidence ?? [];
    expect(session.text(PATH)?.slice(evidence?.from, evidence?.to)).toBe('costs nothing');
    expect(session.artifact(PATH)?.assessed).toBe(1);
    expect(remarks(session)).toEqual([]);
  });

  it('of yes earns the weight of the question, of partly half of it, of no nothing', () => {
    // A failing must of its own, so that each answer moves the points.
    const { session } = open({ [PATH]: note('A bad word') });
    const without = session.artifact(PATH);
    const weights = { must: 3, should: 2, could: 1 };
    const counted = without?.criteria.filter((c) => c.verdict === 'pass' || c.verdict === 'fail') ?? [];
    const total = counted.reduce((sum, c) => sum + weights[c.severity], 0);
    const earned = (without?.points ?? 0) * total;
    for (const [said, gain] of [
      ['yes', 3],
      ['partly', 1.5],
      ['no', 0],
    ] as const) {
      answer(session, { answer: said });
      expect(session.artifact(PATH)?.points).toBeCloseTo((earned + gain) / (total + 3), 10);
    }
  });

  it('of no is a finding in the words of the person, at the passage or at the start of the file', () => {
    const { session } = open({ [PATH]: note('Words that say little.') });
    answer(session, { answer: 'no', note: 'Nobody knows what to do' }, 'say little');
    const [finding] = session.artifact(PATH)?.findings ?? [];
    expect(finding).toMatchObject({
      id: 'T-09',
      severity: 'must',
      message: 'Nobody knows what to do',
      hint: 'Ada Example answered no to: Would you sign it?',
      assessed: { answer: 'no', by: 'Ada Example' },
    });
    expect(marked(session, finding)).toBe('say little');
    expect(session.report().summary.must).toBe(1);
    answer(session, { answer: 'no', note: 'Still nobody' });
    expect(session.artifact(PATH)?.findings.map((f) => [f.message, f.span])).toEqual([
      ['Still nobody', { from: 0, to: 0 }],
    ]);
  });

  it('to a must of no takes staff-ready away; yes gives it back', () => {
    const { session } = open({ [PATH]: note('Fine.') });
    expect(session.artifact(PATH)?.grade).toBe('staff-ready');
    answer(session, { answer: 'no' });
    expect(session.artifact(PATH)?.grade).toBe('senior-grade');
    answer(session, { answer: 'yes' });
    expect(session.artifact(PATH)).toMatchObject({ grade: 'staff-ready', points: 1, findings: [] });
  });

  it('may be waived when it is no: the criterion then weighs nothing', () => {
    const { session } = open({ [PATH]: note('Fine.') });
    answer(session, { answer: 'no' });
    const [finding] = session.artifact(PATH)?.findings ?? [];
    const words = { reason: 'The board signs it', by: 'Bea Example', date: '2024-03-21' };
    session.setFile(
      WAIVERS_FILE,
      edited('', waiveEdits(null, finding as Finding, session.text(PATH) ?? '', words)),
    );
    session.settle();
    expect(criterion(session)).toMatchObject({ waived: words, assessed: { answer: 'no' } });
    expect(session.artifact(PATH)).toMatchObject({ grade: 'staff-ready', waivers: 1 });
    expect(session.artifact(PATH)?.assessed).toBeUndefined();
  });

  it('keeps to the JSON contract, with what is new in fields of its own', () => {
    const { session } = open({ [PATH]: note('Fine.') });
    answer(session, { answer: 'no' });
    const json = reportToJson(session.report(), '/kit', (path) => session.text(path));
    expect(json.version).toBe(1);
    const artifact = json.artifacts.find((a) => a.path === PATH);
    expect(artifact).toMatchObject({ assessed: 1 });
    expect(artifact?.criteria.find((c) => c.id === 'T-09')).toMatchObject({
      verdict: 'manual',
      assessed: { answer: 'no', by: 'Ada Example' },
    });
    expect(json.findings[0]).toMatchObject({ id: 'T-09', assessed: { answer: 'no' } });
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });
});

describe('an answer that quotes a passage', () => {
  it('outlives edits around it and a paragraph wrapped anew', () => {
    const { session } = open({ [PATH]: note('First words. It costs nothing at all. Last words.') });
    answer(session, {}, 'It costs nothing at all.');
    session.setFile(PATH, note('New.\n\nOther words. It costs\nnothing  at all. And more.'));
    session.settle();
    expect(criterion(session)?.assessed?.stale).toBeUndefined();
    const [evidence] = criterion(session)?.evidence ?? [];
    expect(session.text(PATH)?.slice(evidence?.from, evidence?.to)).toBe('It costs\nnothing  at all.');
  });

  it('is stale when the passage changes: not scored, told at its entry, and back when the passage is', () => {
    const { session } = open({ [PATH]: note('It costs nothing.') });
    const before = session.artifact(PATH)?.points;
    answer(session, { answer: 'no' }, 'costs nothing');
    session.setFile(PATH, note('It costs a lot.'));
    session.settle();
    expect(criterion(session)).toMatchObject({ verdict: 'manual', evidence: [], assessed: { stale: true } });
    expect(session.artifact(PATH)).toMatchObject({ grade: 'staff-ready', points: before, findings: [] });
    expect(session.artifact(PATH)?.assessed).toBeUndefined();
    const [remark, ...more] = remarks(session);
    expect(more).toEqual([]);
    expect(remark).toMatchObject({ id: 'self', severity: 'info' });
    expect(remark?.message).toMatch(/^Answered, text changed/);
    expect(marked(session, remark)).toBe('criterion: T-09');
    session.setFile(PATH, note('It costs nothing.'));
    session.settle();
    expect(criterion(session)?.assessed?.stale).toBeUndefined();
    expect(remarks(session)).toEqual([]);
  });

  it('finds the one of two places that stands between the quoted neighbours', () => {
    const { session } = open({ [PATH]: note('It is so here.\n\nAnd it is so there, in the end.') });
    const text = session.text(PATH) ?? '';
    const at = text.lastIndexOf('is so');
    const edits = answerEdits(null, ADA, text, { from: at, to: at + 5 });
    session.setFile(ASSESSMENTS_FILE, edited('', edits));
    session.settle();
    expect(criterion(session)?.evidence).toEqual([{ from: at, to: at + 5 }]);
  });

  it('keeps a long passage in part, and without half a character', () => {
    const long = `${'word '.repeat(119)}end😀 and more words`;
    const { session } = open({ [PATH]: note(long) });
    answer(session, {}, long);
    expect(remarks(session)).toEqual([]);
    const quote = criterion(session)?.assessed?.quote ?? '';
    expect(quote.length).toBeLessThanOrEqual(600);
    expect(quote.isWellFormed()).toBe(true);
    expect(criterion(session)?.assessed?.stale).toBeUndefined();
  });
});

describe('an answer without a passage', () => {
  it('never goes stale; it says its date', () => {
    const { session } = open({ [PATH]: note('Some words.') });
    answer(session);
    session.setFile(PATH, note('Quite other words.'));
    session.settle();
    expect(criterion(session)?.assessed).toEqual({
      answer: 'yes',
      note: ADA.note,
      by: 'Ada Example',
      date: '2024-03-20',
    });
  });
});

describe('several answers', () => {
  it('of one person: the latest counts, the others are history', () => {
    const { session } = open({ [PATH]: note('Fine.') });
    answer(session, { answer: 'no', date: '2024-03-01' });
    answer(session, { answer: 'yes', date: '2024-03-01', note: 'After the second reading' });
    expect(criterion(session)?.assessed).toMatchObject({
      answer: 'yes',
      note: 'After the second reading',
    });
    expect(criterion(session)?.assessed?.others).toBeUndefined();
    expect(session.text(ASSESSMENTS_FILE)?.match(/^- criterion:/gm)).toHaveLength(2);
  });

  it('of two people: the latest by date counts wherever a merge put it, and the other is named', () => {
    const { session } = open({ [PATH]: note('Fine.') });
    answer(session, { answer: 'no', by: 'Bea Example', date: '2024-04-02' });
    answer(session, { answer: 'yes', by: 'Ada Example', date: '2024-04-01' });
    expect(criterion(session)?.assessed).toMatchObject({
      answer: 'no',
      by: 'Bea Example',
      others: [{ answer: 'yes', by: 'Ada Example', date: '2024-04-01' }],
    });
  });

  it('of which the latest is stale count for nothing: an older one does not come back', () => {
    const { session } = open({ [PATH]: note('It costs nothing. It is done.') });
    answer(session, { answer: 'yes', date: '2024-04-01' }, 'It is done');
    answer(session, { answer: 'no', by: 'Bea Example', date: '2024-04-02' }, 'costs nothing');
    session.setFile(PATH, note('It costs a lot. It is done.'));
    session.settle();
    expect(criterion(session)?.assessed).toMatchObject({ by: 'Bea Example', stale: true });
    expect(session.artifact(PATH)?.assessed).toBeUndefined();
  });
});

describe('an entry that cannot count', () => {
  it('for a question that is not asked of its file says so', () => {
    const { session } = open({ [PATH]: note('Fine.'), 'plan.yaml': plan('even') });
    answer(session, { path: 'plan.yaml' });
    const [remark, ...more] = remarks(session);
    expect(more).toEqual([]);
    expect(remark).toMatchObject({ id: 'self', severity: 'should' });
    expect(remark?.message).toBe('T-09 is not asked of plan.yaml');
    expect(marked(session, remark)).toBe('criterion: T-09');
  });

  it('breaks nothing at any length of the file', () => {
    const { session } = open({ [PATH]: note('Fine.') });
    answer(session, { answer: 'no', note: 'He said: "no"\nand #why' }, 'Fine');
    const whole = session.text(ASSESSMENTS_FILE) ?? '';
    for (let n = 0; n <= whole.length; n++) {
      session.setFile(ASSESSMENTS_FILE, whole.slice(0, n));
      session.settle();
    }
    expect(criterion(session)?.assessed?.note).toBe('He said: "no" and #why');
    expect(remarks(session)).toEqual([]);
  });
});

describe('the file of answers', () => {
  it('is no artifact, and its paths are no links', () => {
    const { session } = open({ [PATH]: note('Fine.') });
    answer(session);
    expect(session.artifact(ASSESSMENTS_FILE)).toMatchObject({
      kind: null,
      unrecognised:
        'It holds what people answered to the questions that only they can judge; it is no artifact',
      findings: [],
    });
  });

  it('is read again when an artifact comes or goes', () => {
    const { session } = open({ [PATH]: note('Fine.') });
    answer(session);
    session.removeFile(PATH);
    session.settle();
    expect(remarks(session)[0]?.message).toContain('There is no file');
    session.setFile(PATH, note('Fine.'));
    session.settle();
    expect(remarks(session)).toEqual([]);
    expect(criterion(session)?.assessed?.answer).toBe('yes');
    session.removeFile(ASSESSMENTS_FILE);
    session.settle();
    expect(criterion(session)?.assessed).toBeUndefined();
    expect(session.artifact(PATH)?.assessed).toBeUndefined();
  });
});

describe('work after a change of answers', () => {
  it('runs no check again, and makes no other report anew', () => {
    const { session, runs } = open({
      [PATH]: note('Fine.'),
      'b.note.md': note('Fine too.', 'N-2'),
      'plan.yaml': plan('Fine'),
    });
    answer(session, { path: 'b.note.md' });
    // The file of answers was new; now only its text changes.
    runs.length = 0;
    const [other, same] = [session.artifact('plan.yaml'), session.artifact('b.note.md')];
    answer(session);
    expect(runs).toEqual([]);
    expect(session.artifact('plan.yaml')).toBe(other);
    expect(session.artifact('b.note.md')).toBe(same);
    expect(criterion(session)?.assessed?.answer).toBe('yes');
  });

  it('leaves the list of answers alone while another file is edited', () => {
    const { session } = open({ [PATH]: note('Fine.'), 'plan.yaml': plan('Fine') });
    answer(session);
    const list = session.artifact(ASSESSMENTS_FILE);
    session.setFile(PATH, note('Fine. More.'));
    session.settle();
    expect(session.artifact(ASSESSMENTS_FILE)).toBe(list);
    expect(session.busy).toBe(false);
  });
});
