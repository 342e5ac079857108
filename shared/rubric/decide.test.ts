import { describe, expect, it } from 'vitest';
import type { Steps } from '../util/steps';
import { type CheckResult, pass } from './criterion';
import { decide } from './decide';
import { KitPacket } from './kit-packet';
import { Pace } from './pace';
import { parseSource, READ_IN_STEPS } from './parse-source';
import { PROSE_REMARKS } from './prose';
import { asCriterion } from './prose/remark';
import { forgetOutcomes, newSessionFile, type SessionFile } from './session-file';
import { UNIVERSAL_CRITERIA } from './universal';

const STEPS = 10;
const judging = { packet: new KitPacket([]), pace: new Pace(null) };

/** A file of a length, with a criterion that takes some steps and says how many were done. */
function withCriterion(length: number) {
  const [some] = PROSE_REMARKS;
  if (!some) throw new Error('There is no remark to make a criterion of');
  let done = 0;
  function* checkInSteps(): Steps<CheckResult> {
    for (let i = 0; i < STEPS; i++) {
      done++;
      yield;
    }
    return pass();
  }
  const criterion = { ...asCriterion(some), id: 'T-01', check: () => pass(), checkInSteps };
  const file: SessionFile = newSessionFile('note.md', 'x'.repeat(length), null);
  const source = parseSource(file.path, file.text ?? '');
  const contribution = { path: file.path, kind: null, facts: [], links: [], anchors: [] };
  file.parsed = {
    ...{ source, kind: null, unrecognised: null, template: false, model: null, contribution },
    ...{ fixed: [], broke: null, unread: false },
  };
  const take = (most: number) => {
    const steps = decide(criterion, file, judging);
    for (let i = 0; i < most; i++) {
      const step = steps.next();
      if (step.done) return step.value.result.verdict;
    }
    return null;
  };
  return { file, take, done: () => done };
}

describe('a criterion that takes steps', () => {
  it('goes on where it was put down', () => {
    const { file, take, done } = withCriterion(READ_IN_STEPS);
    expect(take(4)).toBeNull();
    expect(done()).toBe(4);
    expect(take(3)).toBeNull();
    expect(take(100)).toBe('pass');
    expect(done()).toBe(STEPS);
    expect(file.begun.size).toBe(0);
  });

  it('begins anew when the file is judged anew', () => {
    const { file, take, done } = withCriterion(READ_IN_STEPS);
    take(4);
    forgetOutcomes(file);
    expect(take(100)).toBe('pass');
    expect(done()).toBe(4 + STEPS);
  });

  it('does not take them in a short file', () => {
    const { take, done } = withCriterion(100);
    expect(take(1)).toBe('pass');
    expect(done()).toBe(0);
  });

  it('asks nothing of the packet', () => {
    const inSteps = [...UNIVERSAL_CRITERIA, ...PROSE_REMARKS.map(asCriterion)].filter(
      (one) => one.mode === 'auto' && one.checkInSteps,
    );
    expect(inSteps.map(({ id }) => id)).toEqual(['GEN-05', 'PROSE-04']);
    for (const one of inSteps) expect(one.mode === 'auto' && one.readsPacket).toBe(false);
  });
});
