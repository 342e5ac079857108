import { readdirSync, readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { parseSource } from '../rubric/parse-source';
import { newCheckSession, studioRegistry } from '../studio';
import { DEFAULT_COMPOSITION, NO_CANDIDATE } from './composition';
import { memoPath, newMemo } from './new-memo';
import { planPortfolio } from './plan';

// The whole worked kit is checked.
vi.setConfig({ testTimeout: 60_000 });

const ROOT = new URL('../../', import.meta.url);
const TEMPLATE = readFileSync(new URL('templates/promo-packet-template.md', ROOT), 'utf8');

const files = new Map<string, string>();
for (const part of readdirSync(new URL('examples/', ROOT)).filter((name) => /^part\d-/.test(name)))
  for (const name of readdirSync(new URL(`examples/${part}/`, ROOT)))
    if (/\.(?:md|yaml|json)$/.test(name))
      files.set(`examples/${part}/${name}`, readFileSync(new URL(`examples/${part}/${name}`, ROOT), 'utf8'));

const PATH = 'examples/promo-packet.md';

function memoFor(name: string) {
  const session = newCheckSession('Worked');
  for (const [path, text] of files) session.setFile(path, text);
  session.settle();
  const source = (path: string) => {
    const text = files.get(path);
    return text === undefined ? null : parseSource(path, text);
  };
  const plan = planPortfolio(session.report(), {
    registry: studioRegistry,
    source,
    composition: DEFAULT_COMPOSITION,
    author: name,
  });
  const candidate = { ...NO_CANDIDATE, name, level: 'Principal engineer' };
  const text = newMemo({ template: TEMPLATE, path: PATH, candidate, plan, source });
  session.setFile(PATH, text);
  session.settle();
  const report = session.artifact(PATH);
  if (!report) throw new Error('The memo was not judged');
  return { text, report, verdict: (id: string) => report.criteria.find((one) => one.id === id)?.verdict };
}

it('holds what the kit says, leads where it says, and keeps the rest of the template', () => {
  const { text, report, verdict } = memoFor('Ines Okonkwo-Vale');
  expect(report.kind).toBe('promo-packet');
  expect(text).toContain('candidate: "Ines Okonkwo-Vale"');
  expect(text).toContain('target_level: "Principal engineer"');
  expect(text).toContain('period: "<first month to last month>"');
  expect(text).toContain('# <candidate, level and cycle, in one line>');
  // Every link and every path of the manifest is there, one artifact of each part at least.
  expect(report.findings.filter(({ id }) => id === 'GEN-03')).toEqual([]);
  expect(verdict('PP-01')).toBe('pass');
  // The numbers of the scope have their sources, the reading guide was counted.
  expect(verdict('PP-03')).toBe('pass');
  const scope = text.slice(text.indexOf('## Scope'), text.indexOf('## Evidence'));
  expect([...scope.matchAll(/^- .*\d.* \(\[[^\n]+\]\(part\d-[^)]+#[^)]+\)\)$/gm)].length).toBeGreaterThan(3);
  expect(report.findings.filter(({ id }) => id === 'PP-07').map(({ message }) => message)).toEqual([]);
  expect(verdict('PP-07')).toBe('pass');
  const people = text.slice(text.indexOf('## Who can speak'), text.indexOf('## Reading guide'));
  expect(people).toMatch(/^- \p{Lu}\S+ \p{Lu}\S+, \w+ of RFC-042/mu);
  expect(people).not.toContain('Ines');
  // Roles are what the headers say.
  expect(text).toMatch(
    /path: "part1-design-doc\/RFC-042-streaming-migration\.md"\n.*\n.*\n\s+my_role: (?:author|co-author)\n/,
  );
});

it('leaves blank what nobody said', () => {
  const { text } = memoFor('');
  expect(text).toContain('candidate: "<full name>"');
  expect(text).toContain('my_role: "<author, co-author, facilitator or reviewer>"');
});

it('is made from any template', () => {
  const plan = { ...memoPlan(), parts: [] };
  for (const template of [
    '',
    'No header',
    '---\nmanifest: []\n---\n',
    '---\n- a\n---\n## Scope\n',
    '\r\n## Scope\r\n- a\r\n',
  ])
    expect(newMemo({ template, path: PATH, candidate: NO_CANDIDATE, plan, source: () => null })).toBe(
      template,
    );
});

function memoPlan() {
  const session = newCheckSession('Empty');
  session.settle();
  return planPortfolio(session.report(), {
    registry: studioRegistry,
    source: () => null,
    composition: DEFAULT_COMPOSITION,
    author: '',
  });
}

it.each([
  [['examples/part1-a/x.md', 'examples/part4-b/c/y.md'], 'examples/m.md'],
  [['part1-a/x.md', 'part2-a/x.md'], 'm.md'],
  [['docs/a.md', 'docs/deep/b.md'], 'docs/m.md'],
  [['docs/a.md', 'plans/b.md'], 'm.md'],
  [[], 'm.md'],
])('stands above the parts of %j', (paths, expected) => {
  expect(memoPath(paths, 'm.md')).toBe(expected);
});
