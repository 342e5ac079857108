import { expect, it } from 'vitest';
import { kitPaths, kitText } from '../kinds/kit-fixture.test-support';
import type { KitReport } from '../rubric/report';
import { newCheckSession } from '../studio';
import { applyEdits } from '../text/edits/edit';
import { movePlan } from './move';

function session(texts: ReadonlyMap<string, string>) {
  const made = newCheckSession('Worked example');
  for (const [path, text] of texts) made.setFile(path, text);
  made.settle();
  return made;
}

/** What is found, wherever it is: by id and message, file names left out. */
const found = (report: KitReport) =>
  report.artifacts
    .flatMap((artifact) => artifact.findings.map(({ id, severity }) => `${id} ${severity}`))
    .sort();

const worked = new Map(kitPaths().map((path) => [path, kitText(path)]));
const before = session(worked);

it.each([
  [
    'examples/part1-design-doc/RFC-042-streaming-migration.md',
    'examples/part1-design-doc/deep/RFC-042-moved.md',
  ],
  ['examples/part4-postmortem', 'examples/after/part4-postmortem'],
])(
  'after %s became %s, the worked kit is judged as before',
  (from, to) => {
    const plan = movePlan({ paths: () => worked.keys(), parsed: (path) => before.parsed(path) }, from, to);
    if (!plan.ok) throw new Error(plan.reason);
    expect(plan.files.length).toBeGreaterThan(10);
    const moves = new Map(plan.moves);
    const edits = new Map(plan.files.map((file) => [file.path, file.edits]));
    const moved = new Map(
      [...worked].map(([path, text]) => [moves.get(path) ?? path, applyEdits(text, edits.get(path) ?? [])]),
    );
    const after = session(moved);
    expect(found(after.report())).toEqual(found(before.report()));
    const links = (check: typeof before, path: string) =>
      check.parsed(path)?.contribution.links.map(({ target }) => target ?? '') ?? [];
    for (const path of worked.keys()) {
      const now = links(after, moves.get(path) ?? path);
      const same = links(before, path).map((target) =>
        target === from || target.startsWith(`${from}/`) ? to + target.slice(from.length) : target,
      );
      // A bare name in data is a link only once it says a folder.
      expect(now.filter((target) => same.includes(target)).sort()).toEqual(
        expect.arrayContaining([...new Set(same)].sort()),
      );
      for (const target of now) expect(moves.has(target)).toBe(false);
    }
  },
  60_000,
);
