import { describe, expect, it } from 'vitest';
import { COUNTS, IMPACT } from './facts/incident';
import { INVENTORY } from './inventory.test-support';
import { KIT, kitFile, WORKED_PATHS } from './kit.test-support';

const readme = kitFile('README.md');

/** A section of level 3 with its table. */
function sprint(number: number): string {
  const from = readme.indexOf(`### Sprint ${number}:`);
  const next = readme.slice(from + 4).search(/^#{2,3} /m);
  return readme.slice(from, next < 0 ? undefined : from + 4 + next);
}

/** Minutes of the rows of a sprint's table. */
const minutesOf = (section: string): number[] =>
  [...section.matchAll(/\| (\d+) min \|$/gm)].map((row) => Number(row[1]));

describe('the README of the kit', () => {
  it.each([
    [1, '2.5 to 3 h', 150, 180, 4],
    [2, 'about 5.5 h', 300, 345, 8],
    [3, 'under 6 h', 300, 360, 7],
  ] as const)('sprint %i takes what its heading says and adds up', (number, said, least, most, rows) => {
    const section = sprint(number);
    expect(section.split('\n')[0]).toContain(said);
    const minutes = minutesOf(section);
    const total = minutes.reduce((a, b) => a + b, 0);
    expect(minutes).toHaveLength(rows);
    expect(total).toBeGreaterThanOrEqual(least);
    expect(total).toBeLessThanOrEqual(most);
    expect(section).toContain(`That is ${total} min`);
    expect(section).toContain(`**Checkpoint ${number},`);
  });

  it('sends a candidate to every template, each with a worked example beside it', () => {
    const templates = [...KIT.keys()].filter((path) => /^templates\/.+-template\./.test(path));
    expect(readme).toContain(`${templates.length} blanks`);
    const rows = [1, 2, 3].map(sprint).join('\n');
    expect(templates.filter((path) => !rows.includes(`(${path})`))).toEqual([]);
  });

  it('counts what is in the kit', () => {
    expect(readme).toContain(`${INVENTORY.length} files`);
    for (const part of [1, 2, 3, 4]) {
      const row = readme.split('\n').find((line) => line.startsWith(`| [examples/part${part}-`)) ?? '';
      expect(row).toContain(`${WORKED_PATHS.filter((path) => path.includes(`/part${part}-`)).length} files`);
    }
    expect(readme).toContain('479 log, counter and metric records');
  });

  it('gives times that the path as a whole keeps: five weeks at three hours', () => {
    const total = [1, 2, 3].flatMap((number) => minutesOf(sprint(number))).reduce((a, b) => a + b, 0);
    expect(readme).toContain('At three hours a week the path takes five weeks');
    expect(Math.ceil(total / 180)).toBe(5);
  });
});

describe('the learner’s brief', () => {
  const brief = kitFile('scenarios/BRIEF.md');

  it('gives the task, the unit values and what a good reconstruction finds', () => {
    for (const heading of [
      '## Your task',
      '## What you have',
      '## Unit values',
      '## What a good reconstruction finds',
      '## How long to take',
    ]) {
      expect(brief).toContain(`\n${heading}\n`);
    }
    const values = brief.slice(
      brief.indexOf('## Unit values'),
      brief.indexOf('## What a good reconstruction finds'),
    );
    for (const value of ['10 events', '$6.60', '12 %', '$1.10', '$58,300', '$1,284.10'])
      expect(values).toContain(value);
    const finds = brief.slice(
      brief.indexOf('## What a good reconstruction finds'),
      brief.indexOf('## Checks you can make alone'),
    );
    expect(finds.match(/^\d+\. /gm)).toHaveLength(12);
  });

  it('counts the records as they are in the file', () => {
    const scenario = JSON.parse(kitFile('scenarios/incident_scenario.json')) as Record<
      string,
      { points?: unknown[] }[]
    >;
    const length = (key: string) => scenario[key]?.length ?? -1;
    expect(brief).toContain(`| ${length('pipeline_counters')} windows of 5 min |`);
    expect(brief).toContain(
      `| ${length('metrics')} series of ${scenario['metrics']?.[0]?.points?.length} points |`,
    );
    expect(brief).toContain(`| \`logs\` | ${length('logs')} |`);
    expect(brief).toContain(`| ${length('deploys')} and ${length('config_changes')} |`);
    expect(brief).toContain(`| \`alerts\` | ${length('alerts')} |`);
    expect(brief).toContain(`| ${length('chat')} and ${length('tickets')} |`);
    expect(brief).toContain(`| \`queries\` | ${length('queries')} |`);
    expect(brief).toContain(`| \`replay_progress\` | ${length('replay_progress')} |`);
  });

  it('holds none of the answers', () => {
    const counts = [
      ...Object.values(IMPACT),
      COUNTS.accepted,
      COUNTS.checkout,
      ...COUNTS.byStage,
      COUNTS.beforeDetection,
      COUNTS.afterDetection,
      2_955_706,
      1_565_190,
      939_114,
      13_812,
      600_256,
      4_767_466,
    ]
      // The two ledger amounts are given; everything computed from counts is not.
      .filter((value) => value !== IMPACT['IM-08'] && value !== IMPACT['IM-09'])
      .flatMap((value) => [String(value), value.toLocaleString('en'), value.toFixed(2)]);
    const times = [
      '09:05',
      '09:15',
      '09:20',
      '09:25',
      '09:35',
      '09:40',
      '12:35',
      '14:20',
      '14:34',
      '14:49',
      '14:58',
      '15:10',
      '16:28',
      '16:35',
      '21:55',
      '23:20',
    ];
    const durations = [365, 315, 50, 14, 405, 320, 855].map((minutes) => `${minutes} min`);
    const words = [
      'checkout',
      'order-enricher',
      'enricher',
      'amount_cents',
      'amount_minor',
      'AMOUNT_NULL',
      'IS NOT NULL',
      'BACKWARD',
      'FULL_TRANSITIVE',
      'schema-registry',
      '4.18.0',
      '2.31.1',
      'CHG-7719',
      'session-context',
      'ads-attribution',
      'version 8',
      'v8',
      'null',
      'currency',
      'Spring Pantry',
      'new-basket-ui',
      'rollout',
      'rollback',
      'CF-0',
      'R-03',
      'D-01',
      'TW-01',
    ];
    // The comparison at the end names the files of the answers; it stands after everything a learner reads first.
    const before = brief.slice(0, brief.indexOf('## Afterwards'));
    expect(before.length).toBeGreaterThan(4000);
    expect([...counts, ...times, ...durations, ...words].filter((answer) => before.includes(answer))).toEqual(
      [],
    );
    expect(before).not.toMatch(/\]\(\.\.\/examples/);
  });

  it('is the only door from the scenario to the answers, and says when to open it', () => {
    expect(brief).toContain('Do not open the four files linked at the end');
    expect(brief.slice(brief.indexOf('## Afterwards')).match(/\]\(\.\.\/examples\//g)).toHaveLength(4);
  });
});

describe('the worked documents can be read in the time a committee gives them, at 220 words a minute', () => {
  /** Words that are read: no header block, no diagram source, no addresses of links. */
  function readingMinutes(path: string): number {
    const text = kitFile(path)
      .replace(/^---\n[\s\S]*?\n---\n/, '')
      .replace(/^```[\s\S]*?^```$/gm, '')
      .replace(/\]\([^)]*\)/g, ']');
    return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length / 220;
  }

  it.each([
    ['examples/part1-design-doc/RFC-042-streaming-migration.md', 25],
    ['examples/part4-postmortem/INC-2024-0312-postmortem.md', 21],
    ...WORKED_PATHS.filter((path) => /\/adr-\d{3}-[\w-]+\.md$/.test(path)).map((path) => [path, 5] as const),
  ] as const)('%s: %i min', (path, most) => {
    expect(readingMinutes(path)).toBeLessThanOrEqual(most);
    expect(readingMinutes(path)).toBeGreaterThan(most * 0.7);
  });
});
