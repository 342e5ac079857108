import { expect, test } from 'vitest';
import { DEFAULT_COMPOSITION } from '../../shared/portfolio/composition';
import { portfolioManifest } from '../../shared/portfolio/manifest';
import { planPortfolio } from '../../shared/portfolio/plan';
import { ASSESSMENTS_FILE } from '../../shared/rubric/assessments/assessment';
import { parseSource } from '../../shared/rubric/parse-source';
import { newCheckSession, studioRegistry } from '../../shared/studio';
import { standing } from './book';

const PATH = 'part2-adr-catalog/adr-001-kafka.md';
const ADR = '---\ndate: 2023-11-10\n---\n# ADR-001: Kafka\n';

function exported(answers: string) {
  const session = newCheckSession('The kit');
  session.setFile(PATH, ADR);
  session.setFile(ASSESSMENTS_FILE, answers);
  session.settle();
  const report = session.report();
  const plan = planPortfolio(report, {
    registry: studioRegistry,
    source: (path) => (path === PATH ? parseSource(path, ADR) : null),
    composition: DEFAULT_COMPOSITION,
    author: '',
  });
  const planned = plan.parts[0]?.artifacts[0];
  if (!planned) throw new Error('The ADR is not printed');
  return {
    planned,
    manifest: portfolioManifest(report, [], [], {
      studio: '1.0.0',
      chromium: '1',
      paper: 'A4',
      audience: 'committee',
      grades: true,
    }).artifacts.find(({ path }) => path === PATH),
  };
}

const answer = (word: string) =>
  `- {criterion: AD-14, path: ${PATH}, answer: ${word}, note: Why, by: Ada Example, date: 2024-03-20}\n`;

test('an export counts what a person judged, and says that a person did', () => {
  const without = exported('').planned;
  const yes = exported(answer('yes'));
  const partly = exported(answer('partly'));
  expect([without.assessed, yes.planned.assessed, partly.planned.assessed]).toEqual([0, 1, 1]);
  expect([yes.planned.met, yes.planned.judged]).toEqual([without.met + 1, without.judged + 1]);
  expect([partly.planned.met, partly.planned.judged]).toEqual([without.met, without.judged + 1]);
  expect(standing(without, ' criteria')).toBe(`Draft, ${without.met} of ${without.judged} criteria`);
  expect(standing(yes.planned, ' criteria')).toBe(
    `Draft, ${without.met + 1} of ${without.judged + 1} criteria (1 self-assessed)`,
  );
  expect(exported('').manifest).not.toHaveProperty('assessed');
  expect(yes.manifest).toMatchObject({ grade: 'draft', assessed: 1 });
  expect(yes.manifest?.failing).toContain('AD-01');
});
