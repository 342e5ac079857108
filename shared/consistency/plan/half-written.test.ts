import { expect, it } from 'vitest';
import { kitText } from '../../kinds/kit-fixture.test-support';
import { newCheckSession } from '../../studio';
import { PLAN_RULES } from '.';

const FILES = [
  'examples/part1-design-doc/RFC-042-streaming-migration.md',
  'examples/part1-design-doc/rollout-plan.yaml',
  'examples/part1-design-doc/risk-register.json',
  'examples/part1-design-doc/rollback-runbook.md',
  'examples/part1-design-doc/diagrams/rollout-gantt.mmd',
  'examples/part1-design-doc/diagrams/data-flow-target.mmd',
  'examples/part3-architecture-review/consensus-doc.md',
  'examples/part3-architecture-review/review-agenda.md',
  'examples/part4-postmortem/INC-2024-0312-postmortem.md',
  'examples/part4-postmortem/action-items.yaml',
];

function verdicts(change: (text: string, path: string) => string): (string | undefined)[] {
  const session = newCheckSession('Kit');
  for (const path of FILES) session.setFile(path, change(kitText(path), path));
  session.settle();
  const { rules } = session.report();
  return PLAN_RULES.map(({ id }) => rules.find((rule) => rule.id === id)?.verdict);
}

it('line ends change no verdict', () => {
  expect(verdicts((text) => text.replace(/\n/g, '\r\n'))).toEqual(verdicts((text) => text));
});

it.each(FILES)('a half-written %s breaks no rule', (path) => {
  for (const share of [0, 0.3, 0.7]) {
    const cut = (text: string, file: string) =>
      file === path ? text.slice(0, Math.floor(text.length * share)) : text;
    expect(verdicts(cut)).not.toContain('error');
  }
});

it('a plan without dates is held against nothing', () => {
  const blank = (text: string, path: string) =>
    path.endsWith('rollout-plan.yaml') ? text.replace(/"\d{4}-\d{2}-\d{2}"/g, '"<date>"') : text;
  const of = (id: string) => verdicts(blank)[PLAN_RULES.findIndex((rule) => rule.id === id)];
  expect([of('X-13'), of('X-14'), of('X-30')]).toEqual(['pass', 'not-evaluated', 'pass']);
});
