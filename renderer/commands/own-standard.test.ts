import { expect, it, vi } from 'vitest';
import { pathGroups } from '../kit/path-groups';
import { problemGroups } from '../kit/problems';
import { gradeWord } from '../look/finding-look';
import { rubricView } from '../rubric/rubric-view';
import { openRecent } from './kits';
import { testStudio } from './studio.test-support';

const MEMO = 'a.memo.md';
const WAIVERS = '.staffwright/waivers.yaml';
const FILES = {
  'kit.yaml':
    'version: 1\nname: Kit\nown_kinds:\n  - {id: memo, title: Memo, files: ["*.memo.md"], format: md, part: 1, rubric: memo.rubric.yaml}\n',
  'memo.rubric.yaml':
    'version: 1\nrules:\n  - {id: MEMO-01, severity: must, title: No haste, why: W, hint: H, pattern: {forbid: as soon as possible}}\n',
  [MEMO]: `---\nid: M-1\ntitle: Memo\nstatus: draft\nowner: Ada\ndate: "2024-03-12"\n---\n\n# Memo\n\nShip it as soon as possible.\n`,
  [WAIVERS]: `- finding: MEMO-01\n  path: ${MEMO}\n  quote: as soon as possible\n  before: Ship it\n  after: .\n  reason: A quotation\n  by: Ada\n  date: 2024-03-12\n`,
};

it('the window knows the kinds of the kit, and shows waivers wherever it shows a grade', async () => {
  const { studio } = testStudio(FILES);
  await openRecent(studio, 'kit');
  await vi.waitFor(() => expect(studio.store.getState().overlay).toEqual({ kind: 'standard' }));
  studio.standard.choose('own');
  const checks = () => studio.store.getState().checks;
  await vi.waitFor(() => {
    expect(checks().reports.size).toBe(4);
    expect(checks().progress).toBeNull();
    expect(checks().reports.get(MEMO)?.kind).toBe('memo');
  });
  const kind = checks().kinds.get('memo');
  const report = checks().reports.get(MEMO);
  if (!kind || !report) throw new Error('The memo has no kind or no report');
  expect(kind.criteria.get('MEMO-01')?.failTitle).toBe('Not met: No haste');

  const view = rubricView(report, kind);
  expect(view).toMatchObject({ grade: 'staff-ready', waivers: 1, failing: [] });
  expect(view.groups.flatMap((group) => group.rows).find((row) => row.id === 'MEMO-01')?.waived).toBe(
    'A quotation',
  );
  expect(gradeWord('staff-ready', view.waivers)).toBe('Staff-ready with 1 waiver');

  const rows = pathGroups(checks().reports.values(), checks().kinds)
    .flatMap((group) => group.parts)
    .flatMap((part) => part.rows);
  expect(rows).toMatchObject([{ path: MEMO, waivers: 1, counts: { must: 0 } }]);

  const shown = problemGroups(checks().reports.values()).flatMap((group) => group.rows);
  expect(shown.map(({ finding }) => [finding.severity, finding.message])).toEqual([
    ['info', '"as soon as possible" is not used here (waived: A quotation)'],
  ]);
});
