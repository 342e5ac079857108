import { describe, expect, it } from 'vitest';
import { Pace } from './pace';
import { KindRegistry } from './registry';
import { CheckSession, WITHIN } from './session';
import { note, recordedKinds } from './session-kinds.test-support';

/** A clock that stands still but for what is told to it. */
function clock() {
  let time = 0;
  return {
    now: () => time,
    pass: (ms: number) => {
      time += ms;
    },
  };
}

describe('the pace', () => {
  it('lets a step that is in time speak, and tells of one that is late', () => {
    const { now, pass } = clock();
    const pace = new Pace(now, 100);
    const step = (ms: number) => () => {
      pass(ms);
      return 'done';
    };
    expect(pace.run('a', 1, step(100), (reason) => reason)).toBe('done');
    expect(pace.run('a', 1, step(101), (reason) => reason)).toBe(
      'It took longer than 0.1 s and was left out',
    );
  });

  it('does not try a late step again on as much text, but on less', () => {
    const { now, pass } = clock();
    const pace = new Pace(now, 100);
    let runs = 0;
    const slow = () => {
      runs++;
      pass(500);
      return 'done';
    };
    pace.run('a', 10, slow, () => 'late');
    expect(pace.run('a', 10, slow, () => 'late')).toBe('late');
    expect(pace.run('a', 11, slow, () => 'late')).toBe('late');
    expect(runs).toBe(1);
    expect(
      pace.run(
        'a',
        9,
        () => 'done',
        () => 'late',
      ),
    ).toBe('done');
    expect(
      pace.run(
        'b',
        10,
        () => 'done',
        () => 'late',
      ),
    ).toBe('done');
  });

  it('knows no hurry without a clock', () => {
    expect(
      new Pace(null, 0).run(
        'a',
        1,
        () => 'done',
        () => 'late',
      ),
    ).toBe('done');
  });

  it('counts of work in steps only the steps, and gives it up between two of them', () => {
    const { now, pass } = clock();
    const pace = new Pace(now, 100);
    let done = 0;
    function* slow(each: number) {
      for (let i = 0; i < 4; i++) {
        pass(each);
        done++;
        yield;
      }
      return 'done';
    }
    const last = (steps: Generator<void, string>, between: number) => {
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
        pass(between);
      }
    };
    const late = () => 'late';
    expect(
      last(
        pace.steps('a', 10, () => slow(25), late),
        1000,
      ),
    ).toBe('done');
    expect(done).toBe(4);
    expect(
      last(
        pace.steps('a', 10, () => slow(60), late),
        0,
      ),
    ).toBe('late');
    expect(done).toBe(6);
    expect(
      last(
        pace.steps('a', 10, () => slow(1), late),
        0,
      ),
    ).toBe('late');
    expect(
      last(
        pace.steps('a', 9, () => slow(1), late),
        0,
      ),
    ).toBe('done');
  });
});

describe('a session with a clock', () => {
  it('says of a criterion that takes too long that it is not known, and of the others what is', () => {
    const { now, pass } = clock();
    const kinds = recordedKinds().kinds.map((kind) => ({
      ...kind,
      rubric: kind.rubric.map((criterion) =>
        criterion.id === 'T-01' && criterion.mode === 'auto'
          ? {
              ...criterion,
              check: (input: Parameters<typeof criterion.check>[0]) => {
                pass(60_000);
                return criterion.check(input);
              },
            }
          : criterion,
      ),
    }));
    const session = new CheckSession({
      registry: new KindRegistry(kinds),
      name: 'Kit',
      validator: () => null,
      now,
    });
    session.setFile('a.note.md', note('bad'));
    session.settle();
    const report = session.artifact('a.note.md');
    const verdicts = new Map(report?.criteria.map((c) => [c.id, c.verdict]));
    expect(verdicts.get('T-01')).toBe('error');
    expect(verdicts.get('GEN-02')).toBe('pass');
    expect(report?.grade).toBeNull();
    expect(session.report().summary.error).toBe(1);
  });

  it('can be put down between two criteria of a file, and goes on where it was', () => {
    const { kinds, runs } = recordedKinds();
    const session = new CheckSession({
      registry: new KindRegistry(kinds),
      name: 'Kit',
      validator: () => null,
    });
    session.setFile('a.note.md', note('First'));
    for (const step of session.pending()) if (step === WITHIN && runs.includes('T-01 a.note.md')) break;
    expect(session.artifact('a.note.md')).toBeNull();
    session.settle();
    expect(session.artifact('a.note.md')?.criteria.find((c) => c.id === 'T-01')?.verdict).toBe('pass');
    expect(runs.filter((run) => run === 'T-01 a.note.md')).toHaveLength(1);
  });
});
