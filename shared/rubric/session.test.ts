import { describe, expect, it } from 'vitest';
import { KindRegistry } from './registry';
import type { ConsistencyRule } from './rule';
import { CheckSession, MAX_CHECKED_LENGTH, WITHIN } from './session';
import { note, plan, recordedKinds } from './session-kinds.test-support';

function open(files: Readonly<Record<string, string>>, rules: readonly ConsistencyRule[] = []) {
  const { kinds, runs } = recordedKinds();
  const session = new CheckSession({
    registry: new KindRegistry(kinds),
    name: 'Kit',
    validator: () => null,
    rules,
  });
  for (const [path, text] of Object.entries(files)) session.setFile(path, text);
  session.settle();
  runs.length = 0;
  return { session, runs };
}

const verdict = (session: CheckSession, path: string, id: string) =>
  session.artifact(path)?.criteria.find((c) => c.id === id)?.verdict;

const FILES = { 'a.note.md': note('First'), 'b.note.md': note('Second', 'N-2'), 'plan.yaml': plan('First') };

describe('an edit', () => {
  it('re-checks its own file only, when it tells the packet nothing new', () => {
    const { session, runs } = open(FILES);
    const other = session.artifact('b.note.md');
    session.setFile('a.note.md', note('First bad'));
    expect([...session.pending()].filter((step) => step !== WITHIN)).toEqual(['a.note.md', 'a.note.md']);
    expect(runs).toEqual(['T-01 a.note.md', 'T-02 a.note.md']);
    expect(verdict(session, 'a.note.md', 'T-01')).toBe('fail');
    expect(session.artifact('b.note.md')).toBe(other);
  });

  it('re-checks what reads the packet elsewhere, when a stated value changes', () => {
    const { session, runs } = open(FILES);
    expect(verdict(session, 'a.note.md', 'T-02')).toBe('pass');
    session.setFile('plan.yaml', plan('Second'));
    session.settle();
    expect([...runs].sort()).toEqual(['T-02 a.note.md', 'T-02 b.note.md', 'T-03 plan.yaml']);
    expect(verdict(session, 'a.note.md', 'T-02')).toBe('fail');
    expect(verdict(session, 'a.note.md', 'T-01')).toBe('pass');
    expect(verdict(session, 'b.note.md', 'T-02')).toBe('pass');
  });

  it('that only moves what the file says re-checks nothing but what points at it', () => {
    const { session, runs } = open({ ...FILES, 'plan.yaml': plan('Second') });
    const sound = session.artifact('b.note.md');
    session.setFile('plan.yaml', `# A remark\n${plan('Second')}`);
    session.settle();
    expect(runs).toEqual(['T-03 plan.yaml', 'T-02 a.note.md']);
    expect(session.artifact('b.note.md')).toBe(sound);
    const [place] = session.artifact('a.note.md')?.findings[0]?.related ?? [];
    expect(session.text('plan.yaml')?.slice(place?.span.from, place?.span.to)).toBe('Second');
  });

  it('that moves what the file says, and one that changes it, are not mistaken for each other', () => {
    const { session } = open(FILES);
    session.setFile('plan.yaml', `# A remark\n${plan('First')}`);
    for (const _ of session.pending()) break;
    session.setFile('plan.yaml', plan('Second'));
    session.settle();
    expect(verdict(session, 'a.note.md', 'T-02')).toBe('fail');
    expect(verdict(session, 'b.note.md', 'T-02')).toBe('pass');
  });

  it('to the same text is no work', () => {
    const { session, runs } = open(FILES);
    session.setFile('a.note.md', note('First'));
    expect(session.busy).toBe(false);
    session.settle();
    expect(runs).toEqual([]);
    expect(session.version('a.note.md')).toBe(1);
  });

  it('is seen in the version of the report, and in the text that its spans refer to', () => {
    const { session } = open(FILES);
    const text = note('Now bad');
    session.setFile('a.note.md', text);
    expect([session.version('a.note.md'), session.artifact('a.note.md')?.version]).toEqual([2, 1]);
    session.settle();
    const report = session.artifact('a.note.md');
    expect(report?.version).toBe(2);
    const span = report?.findings.find((f) => f.id === 'T-01')?.span;
    expect(session.text('a.note.md')?.slice(span?.from, span?.to)).toBe('bad');
  });

  it('may come in the middle of the work, which loses nothing', () => {
    const { session } = open({});
    for (const [path, text] of Object.entries(FILES)) session.setFile(path, text);
    for (const _ of session.pending()) break;
    expect(session.busy).toBe(true);
    session.setFile('b.note.md', note('Second bad', 'N-2'));
    session.settle();
    expect(session.busy).toBe(false);
    expect(session.outstanding).toBe(0);
    expect(verdict(session, 'a.note.md', 'T-02')).toBe('pass');
    expect(verdict(session, 'b.note.md', 'T-01')).toBe('fail');
    expect(session.report().artifacts).toHaveLength(3);
  });
});

describe('a removal', () => {
  it('takes the report away and what the file told the others', () => {
    const { session, runs } = open(FILES);
    session.removeFile('plan.yaml');
    session.settle();
    expect(session.artifact('plan.yaml')).toBeNull();
    expect(session.version('plan.yaml')).toBeNull();
    expect(verdict(session, 'a.note.md', 'T-02')).toBe('not-evaluated');
    expect([...runs].sort()).toEqual(['T-02 a.note.md', 'T-02 b.note.md']);
    expect(session.report().artifacts.map((a) => a.path)).toEqual(['a.note.md', 'b.note.md']);
  });

  it('before the file was looked at leaves no work for it', () => {
    const { session, runs } = open(FILES);
    session.setFile('c.note.md', note('Third', 'N-3'));
    session.removeFile('c.note.md');
    session.settle();
    expect(runs.filter((run) => run.endsWith('c.note.md'))).toEqual([]);
  });

  it('of what was never there is no work', () => {
    const { session } = open(FILES);
    session.removeFile('nowhere.md');
    expect(session.busy).toBe(false);
  });
});

describe('the report', () => {
  it('is in reading order: part, order of kinds, path; then templates, then what no kind claims', () => {
    const { session } = open({
      'README.md': '# Read me\n',
      'z.note.md': note('First'),
      'templates/b.note.md': note('First'),
      'a.note.md': note('First'),
      'Z.note.md': note('First'),
      'plan.yaml': plan('First'),
    });
    const report = session.report();
    expect(report.artifacts.map((a) => a.path)).toEqual([
      'plan.yaml',
      'Z.note.md',
      'a.note.md',
      'z.note.md',
      'templates/b.note.md',
      'README.md',
    ]);
    expect(report.artifacts.map((a) => a.grade !== null)).toEqual([true, true, true, true, false, false]);
    expect(session.artifact('README.md')?.unrecognised).toBe(
      'A README explains its folder; it is no artifact',
    );
  });

  it('is the same in whatever order the files came', () => {
    const files = { ...FILES, 'a/plan.yaml': plan('Second'), 'c.note.md': note('Third bad', 'N-3') };
    const forwards = open(files).session.report();
    const backwards = open(Object.fromEntries(Object.entries(files).reverse())).session.report();
    expect(backwards).toEqual(forwards);
  });

  it('counts findings by severity, without those of the counter-examples', () => {
    const { session } = open({ ...FILES, 'senior-grade/a.note.md': note('bad and worse') });
    expect(session.artifact('senior-grade/a.note.md')?.findings.length).toBeGreaterThan(0);
    expect(session.report().summary).toEqual({ must: 0, should: 1, could: 0, info: 0, error: 0 });
  });
});

describe('a file that cannot be judged', () => {
  it('because it is too long is told so and gets no grade', () => {
    const longest = note('').padEnd(MAX_CHECKED_LENGTH, 'x');
    const { session, runs } = open({});
    session.setFile('a.note.md', `${longest}x`);
    session.settle();
    expect(runs).toEqual([]);
    const report = session.artifact('a.note.md');
    expect(report?.findings.map((f) => [f.id, f.severity])).toEqual([['size', 'info']]);
    expect(report?.findings[0]?.message).toContain('longer than 5 million characters');
    expect([report?.grade, report?.points, report?.criteria]).toEqual([null, null, []]);
  });

  it('is none that is as long as may be, or a character shorter', () => {
    const longest = note('').padEnd(MAX_CHECKED_LENGTH, 'x');
    for (const text of [longest.slice(0, -1), longest]) {
      const { session, runs } = open({});
      session.setFile('a.note.md', text);
      session.settle();
      expect(runs.length).toBeGreaterThan(0);
      expect(session.artifact('a.note.md')?.findings.map(({ id }) => id)).not.toContain('size');
    }
  });

  it('because it is no text fails GEN-01 with the reason', () => {
    const { session } = open(FILES);
    session.setFile('a.note.md', null, 'The file is not UTF-8: byte 12 cannot be read');
    session.setFile('photo.png', null, 'Not text');
    session.settle();
    expect(session.artifact('a.note.md')?.findings).toEqual([
      {
        id: 'GEN-01',
        severity: 'must',
        path: 'a.note.md',
        span: { from: 0, to: 0 },
        message: 'The file is not UTF-8: byte 12 cannot be read',
        related: [],
      },
    ]);
    expect(session.artifact('a.note.md')?.grade).toBeNull();
    expect(session.artifact('photo.png')?.findings).toEqual([]);
    session.setFile('a.note.md', note('First'));
    session.settle();
    expect(session.artifact('a.note.md')?.findings).toEqual([]);
    expect(session.artifact('a.note.md')?.grade).toBe('staff-ready');
  });
});

describe('rules', () => {
  let ran: string[] = [];
  const rule = (id: string, check: ConsistencyRule['check']): ConsistencyRule => ({
    id,
    severity: 'must',
    title: 'They agree',
    failTitle: 'They disagree',
    why: 'Because.',
    hint: 'Make them agree.',
    kinds: ['note', 'plan'],
    examples: { pass: [], fail: [] },
    check: (packet) => {
      ran.push(id);
      return check(packet);
    },
  });
  const answerIsFirst = rule('X-01', (packet) => {
    const answer = packet.value('answer');
    if (!answer) return { verdict: 'not-evaluated', reason: 'No plan' };
    if (answer.value === 'First') return { verdict: 'pass', evidence: [answer] };
    const related = [{ path: 'a.note.md', span: { from: 0, to: 3 }, message: 'the note' }];
    return {
      verdict: 'fail',
      problems: [{ path: 'plan.yaml', span: answer.span, message: 'Not First', related }],
    };
  });
  const broken = rule('X-02', () => {
    throw new Error('oh');
  });
  const alsoAsks = rule('X-04', (packet) => ({
    verdict: 'pass',
    evidence: packet.value('answer') ? [{ path: 'a.note.md', span: { from: 0, to: 1 } }] : [],
  }));
  const last = rule('X-03', (packet) => ({ verdict: 'pass', evidence: packet.facts('topic') }));

  it('run when the packet changed, and their findings stand in the reports of the files they point at', () => {
    ran = [];
    const { session } = open(FILES, [answerIsFirst, broken, last]);
    expect(ran).toEqual(['X-01', 'X-02', 'X-03']);
    expect(session.report().rules.map((r) => [r.id, r.verdict])).toEqual([
      ['X-01', 'pass'],
      ['X-02', 'error'],
      ['X-03', 'pass'],
    ]);
    expect(session.report().summary.error).toBe(1);

    session.setFile('a.note.md', note('First, better'));
    session.settle();
    expect(ran).toHaveLength(3);

    session.setFile('plan.yaml', plan('Other'));
    session.settle();
    // The others asked the packet nothing.
    expect(ran.slice(3)).toEqual(['X-01']);
    const [finding] = session.artifact('plan.yaml')?.findings ?? [];
    expect(finding).toMatchObject({
      id: 'X-01',
      severity: 'must',
      message: 'Not First',
      hint: 'Make them agree.',
    });
    expect(session.text('plan.yaml')?.slice(finding?.span.from, finding?.span.to)).toBe('Other');
    expect(session.report().summary.must).toBe(1);

    session.removeFile('plan.yaml');
    session.settle();
    expect(session.report().rules[0]?.verdict).toBe('not-evaluated');
    expect(session.report().summary.must).toBe(0);
  });

  it('that mention a file run again when what it says only moved, and no others', () => {
    const { session } = open(FILES, [answerIsFirst, last]);
    for (const answer of ['First', 'Other']) {
      session.setFile('plan.yaml', plan(answer));
      session.settle();
      ran = [];
      session.setFile('plan.yaml', `# A remark\n${plan(answer)}`);
      session.settle();
      expect(ran).toEqual(['X-01']);
    }
    const [finding] = session.artifact('plan.yaml')?.findings ?? [];
    expect(session.text('plan.yaml')?.slice(finding?.span.from, finding?.span.to)).toBe('Other');
  });

  it('show their findings although a keystroke came in while the last one ran', () => {
    const { session } = open(FILES, [answerIsFirst, alsoAsks]);
    session.setFile('plan.yaml', plan('Other'));
    for (const step of session.pending())
      if (step === 'X-04') session.setFile('a.note.md', note('First, typed'));
    expect(session.artifact('plan.yaml')?.findings.map((f) => f.id)).toEqual(['X-01']);
    expect(session.busy).toBe(false);
  });

  it('show their findings although the work was put down after the last one', () => {
    const { session } = open(FILES, [answerIsFirst, alsoAsks]);
    session.setFile('plan.yaml', plan('Other'));
    for (const step of session.pending()) if (step === 'X-04') break;
    expect(session.busy).toBe(true);
    session.settle();
    expect(session.artifact('plan.yaml')?.findings.map((f) => f.id)).toEqual(['X-01']);
  });
});
