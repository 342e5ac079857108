import { expect, test } from 'vitest';
import { Addresses } from './addresses';
import { buildBodies } from './bodies';
import { planOf } from './export.test-support';
import { Figures } from './figures';
import { Listing } from './listing';
import { ScreenFigures } from './web/screen-figures';

const FILES = {
  'part3-architecture-review/review-agenda.md': `---
id: AGENDA-1
meeting: {date: "2024-03-12", start: "14:00", end: "14:20"}
---

# Review

## Roles

| Role | Name |
| --- | --- |
| Captain | Ada |

## Agenda

Times are UTC.

| Start | Minutes | Item | Lead | Output |
| --- | --- | --- | --- | --- |
| 14:00 | 5 | Opening | Ada | question |
| 14:05 | 15 | Dissent round | Bo | dissents |

After it.
`,
  'part3-architecture-review/consensus-doc.md': `# Consensus

## Positions

| Name | Position | Score | Reason |
| --- | --- | --- | --- |
| Ada | consent | 4 | It pays back early |
| Bo | disagree-and-commit | -2 | Not sure of it |
`,
  'part2-adr-catalog/decision-log.md': `# Decision log

| Id | Title | Status | Type | Date | Supersedes | Superseded by |
| --- | --- | --- | --- | --- | --- | --- |
| ADR-001 | One | accepted | 1 | 2023-11-10 | | |
| ADR-002 | Two | proposed | 2 | 2023-12-10 | | |
`,
};

async function printed(files: Readonly<Record<string, string>>, screen = false) {
  const { plan, source } = planOf(files);
  const figures = screen ? new ScreenFigures(new Map()) : new Figures(new Map(), 'A4');
  const bodies = await buildBodies({
    plan,
    source,
    image: () => null,
    figures,
    tables: new Listing('table'),
    addresses: new Addresses(),
    onArtifact: () => undefined,
  });
  const artifacts = plan.parts.flatMap((part) => part.artifacts);
  const body = (name: string) =>
    bodies.get(artifacts.find(({ path }) => path.endsWith(name))?.id ?? '')?.markup ?? '';
  return { artifacts, body, figures };
}

test.each(['review-agenda.md', 'consensus-doc.md', 'decision-log.md'])(
  '%s is printed with its picture right ahead of the table it is drawn from',
  async (name) => {
    const { body } = await printed(FILES);
    const markup = body(name);
    expect(markup.match(/<figure /g)).toHaveLength(1);
    expect(markup).toMatch(/<\/figure>\s*<table[^>]*><caption>/);
    expect(markup).toMatch(/<svg[^>]*role="img"[^>]*aria-label="[^"]{20,}/);
    const web = await printed(FILES, true);
    expect(web.body(name).match(/<figure /g)).toHaveLength(1);
  },
);

test('the picture stands below the words of its section, numbered and listed by its title', async () => {
  const { body, figures } = await printed({
    'review-agenda.md': FILES['part3-architecture-review/review-agenda.md'],
  });
  const markup = body('review-agenda.md');
  const order = [
    'Captain',
    'Times are UTC',
    '<figure id="figure-1"',
    'Figure 1 · The time of the meeting',
    'Dissent round</td>',
    'After it',
  ];
  const places = order.map((words) => markup.indexOf(words));
  expect(
    places.every((place) => place >= 0),
    places.join(),
  ).toBe(true);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
  expect(figures.listed.map(({ title }) => title)).toEqual(['The time of the meeting']);
});

test('what cannot be drawn leaves the table alone, and nothing is said of it in print', async () => {
  const { artifacts, body } = await printed({
    'review-agenda.md': '# Review\n\n## Agenda\n\n| Minutes | Item |\n| --- | --- |\n| some | Opening |\n',
    'decision-log.md': '# Decision log\n',
  });
  for (const artifact of artifacts) expect(artifact.charts).toBeUndefined();
  expect(body('review-agenda.md')).not.toMatch(/<figure|Not drawn/);
  expect(body('decision-log.md')).not.toMatch(/<figure|Not drawn/);
});

test('a table of writers only is not printed', async () => {
  const { artifacts } = await printed({
    'part4-postmortem/action-items.yaml': 'id: AI-1\nitems: []\n',
  });
  expect(artifacts[0]?.blocks?.map(({ kind }) => kind)).toEqual(['paragraph']);
});
