import { describe, expect, it } from 'vitest';
import { newCheckSession } from '../../shared/studio';
import { headingKey, parseMarkdown } from '../../shared/text/markdown';
import { INVENTORY } from './inventory.test-support';
import { KIT, kitFile, shortPath, WORKED_PATHS } from './kit.test-support';

/** The unpacked kit, checked once: on import, so that it is no part of any test's time. */
const session = newCheckSession('kit');
for (const [path, text] of KIT) session.setFile(path, text);
session.settle();

describe('the 63 worked examples', () => {
  it('are those of the inventory and no others', () => {
    expect(INVENTORY).toHaveLength(63);
    expect(WORKED_PATHS.map(shortPath).sort()).toEqual(INVENTORY.map(({ path }) => path).sort());
  });

  it('are told apart by part: 16, 18, 14 and 15', () => {
    const perPart = [1, 2, 3, 4].map(
      (part) => WORKED_PATHS.filter((path) => path.includes(`/part${part}-`)).length,
    );
    expect(perPart).toEqual([16, 18, 14, 15]);
  });

  it('are recognised as the kinds of the inventory', () => {
    const found = INVENTORY.map(({ path }) => [path, session.artifact(`examples/${path}`)?.kind]);
    expect(found).toEqual(INVENTORY.map(({ path, kind }) => [path, kind]));
  });

  it('check clean: no finding of any weight, in the kit as it is unpacked', () => {
    const report = session.report();
    for (const folder of ['examples/', 'scenarios/', 'templates/'])
      expect(report.artifacts.filter(({ path }) => path.startsWith(folder)).length).toBeGreaterThan(0);
    const found = [
      ...report.artifacts
        .filter((artifact) => !artifact.counterExample)
        .flatMap((artifact) => artifact.findings),
      ...report.rules.flatMap((rule) => rule.findings),
    ].filter((finding) => finding.severity !== 'info');
    expect(found.map((finding) => `${finding.id} ${finding.message}`)).toEqual([]);
    expect(report.summary).toMatchObject({ must: 0, should: 0, could: 0, error: 0 });
  });
});

describe('working papers have the sections they are required to have, in order', () => {
  it.each(
    INVENTORY.filter(({ kind }) => kind === 'support-doc').map((entry) => [entry.path, entry] as const),
  )('%s', (path, { sections }) => {
    expect(sections.length).toBeGreaterThan(2);
    const headings = parseMarkdown(kitFile(`examples/${path}`))
      .sections.filter(({ heading }) => heading.level === 2)
      .map(({ heading }) => heading.key);
    const places = sections.map((name) => headings.findIndex((key) => key.startsWith(headingKey(name))));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});
