import { forEachDiagnostic } from '@codemirror/lint';
import { describe, expect, it, vi } from 'vitest';
import { bindFindings } from '../editor/bind-findings';
import { openFile } from './files';
import { applyFix } from './fixes';
import { openRecent } from './kits';
import { RFC_TEXT, testStudio } from './studio.test-support';

// The first test loads all kinds.
vi.setConfig({ testTimeout: 60_000 });

const RFC = 'RFC-007-streams.md';
const MODEL = 'notes/tradeoff-matrix.yaml';
const MATRIX = 'id: M\ntitle: Options\nowner: Ana Ruiz\n# when we scored\ndate: 3 October 2023\n';

async function checked(path: string, files: Readonly<Record<string, string>>) {
  const { studio } = testStudio(files);
  const stop = bindFindings(studio);
  await openRecent(studio, 'kit');
  await openFile(studio, path);
  const checks = () => studio.store.getState().checks;
  const report = () => {
    const found = checks().reports.get(path);
    if (!found) throw new Error('no report');
    return found;
  };
  const settled = (version: number) =>
    vi.waitFor(() => {
      expect(checks().progress).toBeNull();
      expect(checks().versions.get(path)).toBe(version);
    });
  await settled(1);
  return { studio, stop, report, settled };
}

/** The buttons that the editor shows at its marks. */
function quickFixes(studio: Awaited<ReturnType<typeof checked>>['studio'], path: string) {
  const state = studio.buffers.state(path);
  if (!state) throw new Error('not open');
  const found: { readonly name: string; run(): void }[] = [];
  forEachDiagnostic(state, ({ actions = [] }, from, to) => {
    for (const action of actions)
      found.push({ name: action.name, run: () => action.apply(null as never, from, to) });
  });
  return found;
}

describe('a repair', () => {
  it('inserts what is missing in its place, as one change of the text', async () => {
    const { studio, report, settled } = await checked(RFC, { [RFC]: RFC_TEXT });
    const missing = () => report().findings.filter((f) => f.id === 'RFC-02' && /missing/.test(f.message));
    const [finding] = missing();
    expect(finding?.fix?.title).toBe('Insert 12 sections');
    expect(applyFix(studio, report(), finding?.fix ?? { title: '', edits: [] })).toBe(true);
    await settled(2);
    expect(missing()).toEqual([]);
    expect(studio.buffers.text(RFC)).toMatch(
      /TODO: numbers\.\n\n## 2\. Context\n\n<[^#]*\n\n## 3\. Problem, quantified\n\n\| Symptom/,
    );
  });

  it('stands as a button at its mark in the editor', async () => {
    const { studio, stop, settled } = await checked(MODEL, { [MODEL]: MATRIX });
    const write = quickFixes(studio, MODEL).find(({ name }) => name === 'Write 2023-10-03');
    write?.run();
    expect(studio.buffers.text(MODEL)).toMatch(/# when we scored\ndate: "?2023-10-03"?\n$/);
    await settled(2);
    expect(quickFixes(studio, MODEL).map(({ name }) => name)).not.toContain('Write 2023-10-03');
    stop();
  });
});
