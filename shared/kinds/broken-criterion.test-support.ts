import { expect } from 'vitest';
import { kitText, type Mutated, mutate, type NewFinding } from './kit-fixture.test-support';
import { recordMutation } from './mutation-rows.test-support';
import { describeChange } from './text-change.test-support';

/** A change of the worked kit and everything it may do to the verdicts. */
export interface Broken {
  readonly id: string;
  /** The file that is judged. */
  readonly path: string;
  readonly change: (text: string) => string;
  /** The file to change, when it is another one. */
  readonly in?: string;
  /** What the change means, when its words alone don't say it. */
  readonly name?: string;
}

export interface BrokenAt extends Broken {
  /** The exact texts that the findings mark, in text order. */
  readonly at: readonly string[];
  /** Criteria of the file that fail because of the same finding and have none of their own. */
  readonly because?: readonly string[];
  /** Findings of rules that rightly come with it in the file, as id and marked text. */
  readonly rules?: readonly (readonly [rule: string, text: string])[];
  /** The rule that decides the criterion and has the finding. */
  readonly by?: string;
  /** Everything else in the kit whose verdict rightly changes with it. */
  readonly also?: readonly string[];
}

/** The change makes the criterion fail at the expected texts, and every other verdict of the kit stays as it was but for those that are named. */
export function expectBreaks(broken: BrokenAt): Mutated {
  const { id, path, change, at, because = [], rules = [], by, also = [] } = broken;
  const mutated = mutate(broken.in ?? path, change, path);
  const own = by ?? id;
  const ofRule = (f: NewFinding) => f.id.startsWith('X-') && f.id !== own;
  const told = (f: NewFinding) => [f.id, f.text];
  expect(mutated.findings.filter((f) => !ofRule(f)).map(told)).toEqual(at.map((text) => [own, text]));
  expect(mutated.findings.filter(ofRule).map(told)).toEqual(rules);
  const expected = new Set([id, own, ...because, ...rules.map(([rule]) => rule), ...also]);
  expect(mutated.failing).toEqual([...expected].sort());
  recordBroken(broken, mutated, own);
  return mutated;
}

/** Notes a change whose effect was asserted as a proof of the criterion. */
export function recordBroken(broken: Broken, mutated: Mutated, by: string = broken.id): void {
  const first = mutated.findings.find((f) => f.id === by);
  if (!first) throw new Error(`${broken.id} has no finding to show for this change`);
  const changed = broken.in ?? broken.path;
  const before = kitText(changed);
  recordMutation({
    id: broken.id,
    path: broken.path,
    changed: [changed],
    name: broken.name ?? testTitle(broken.id),
    change: [describeChange(before, broken.change(before))],
    findings: mutated.findings.filter((f) => f.id === by).length,
    text: first.text,
    line: first.line,
    severity: first.severity,
    message: first.message,
    also: mutated.failing.filter((id) => id !== broken.id),
  });
}

/** What the title of the running test says besides the criterion and the file; empty when it says no more. */
function testTitle(id: string): string {
  const title = expect.getState().currentTestName?.split(' > ').at(-1) ?? '';
  const rest = title.startsWith(id) ? title.slice(id.length).replace(/^:? /, '') : title;
  return rest.startsWith('in ') ? '' : rest;
}
