import { expect, it, vi } from 'vitest';
import { openFile } from './files';
import { closeKit, openRecent } from './kits';
import { testStudio, typeAtEnd } from './studio.test-support';

const MEMO = 'RFC-001-note.md';
const OFF = 'version: 1\nname: Kit\ncriteria:\n  GEN-06: {severity: off, reason: They wish}\n';
const MORE = `${OFF}  GEN-07: {severity: off}\n`;
const FILES = { 'kit.yaml': OFF, [MEMO]: '# A note without any header\n' };

function opened(files: Readonly<Record<string, string>> = FILES) {
  const made = testStudio(files);
  const { studio, host } = made;
  const state = () => studio.store.getState();
  const verdict = (id = 'GEN-06') =>
    state()
      .checks.reports.get(MEMO)
      ?.criteria.find((criterion) => criterion.id === id);
  /** Everything is checked, and the criterion stands like that. */
  const stands = (reason: string | undefined, id = 'GEN-06') =>
    vi.waitFor(() => {
      expect(state().checks.progress).toBeNull();
      expect(verdict(id)).toBeDefined();
      expect(verdict(id)?.reason).toBe(reason);
    });
  const asked = () => vi.waitFor(() => expect(state().overlay).toEqual({ kind: 'standard' }));
  return { ...made, host, state, stands, asked };
}

const SWITCHED_OFF = 'Switched off in kit.yaml: They wish';

it('a kit’s own standard changes nothing before the user accepts it, and is asked for once', async () => {
  const { studio, host, state, stands, asked } = opened();
  await openRecent(studio, 'kit');
  await asked();
  await stands(undefined);
  expect(state().standard.offer?.changes).toMatchObject([{ id: 'GEN-06', to: 'off', reason: 'They wish' }]);
  // The dialog is left: the studio's standard holds.
  studio.store.setState({ overlay: null });
  await stands(undefined);

  await closeKit(studio);
  await openRecent(studio, 'kit');
  await asked();
  studio.store.setState({ overlay: null });
  studio.standard.choose('own');
  await stands(SWITCHED_OFF);

  await closeKit(studio);
  await openRecent(studio, 'kit');
  await stands(SWITCHED_OFF);
  expect(state().overlay).toBeNull();
  expect(host.standards.size).toBe(1);
});

it('who keeps the studio’s standard is not asked again, and can change their mind', async () => {
  const { studio, state, stands, asked } = opened();
  await openRecent(studio, 'kit');
  await asked();
  studio.store.setState({ overlay: null });
  studio.standard.choose('studio');
  await closeKit(studio);
  await openRecent(studio, 'kit');
  await stands(undefined);
  await vi.waitFor(() => expect(state().standard.choice).toBe('studio'));
  expect(state().overlay).toBeNull();
  studio.standard.choose('own');
  await stands(SWITCHED_OFF);
});

it('what others write into an accepted standard does not apply until it is accepted too', async () => {
  const { studio, host, state, stands, asked } = opened();
  await openRecent(studio, 'kit');
  await asked();
  studio.store.setState({ overlay: null });
  studio.standard.choose('own');
  await stands(SWITCHED_OFF);
  await host.touch('kit', 'kit.yaml', MORE);
  await asked();
  await stands(undefined);
  studio.store.setState({ overlay: null });
  studio.standard.choose('own');
  await stands('Switched off in kit.yaml', 'GEN-07');
  // The content that was accepted before comes back.
  await host.touch('kit', 'kit.yaml', OFF);
  await stands(SWITCHED_OFF);
  expect(state().overlay).toBeNull();
});

it('what the user types into it applies as it is typed, and is remembered', async () => {
  const { studio, host, state, stands } = opened({ ...FILES, 'kit.yaml': 'version: 1\nname: Kit\n' });
  await openRecent(studio, 'kit');
  await stands(undefined);
  await openFile(studio, 'kit.yaml');
  typeAtEnd(studio, 'kit.yaml', 'criteria:\n  GEN-06: {severity: off, reason: They wish}\n');
  await stands(SWITCHED_OFF);
  expect(state().overlay).toBeNull();
  await vi.waitFor(() => expect([...host.standards.values()]).toEqual(['own']), { timeout: 3000 });
});

it('a rubric that others changed is asked for although the user types in kit.yaml', async () => {
  const own =
    'own_kinds:\n  - {id: memo, title: Memo, files: ["RFC-001-note.md"], format: md, part: 1, rubric: r.yaml}\n';
  const rubric = (title: string) =>
    `version: 1\nrules:\n  - {id: MEMO-01, severity: must, title: ${title}, why: W, hint: H, pattern: {forbid: asap}}\n`;
  const { studio, host, state, asked } = opened({
    ...FILES,
    'kit.yaml': `version: 1\nname: Kit\n${own}`,
    'r.yaml': rubric('No haste'),
  });
  await openRecent(studio, 'kit');
  await asked();
  studio.store.setState({ overlay: null });
  studio.standard.choose('own');
  await vi.waitFor(() => expect(state().checks.reports.get(MEMO)?.kind).toBe('memo'));
  await openFile(studio, 'kit.yaml');
  typeAtEnd(studio, 'kit.yaml', 'glossary: [{term: lag, meaning: late}]\n');
  await vi.waitFor(() => expect(state().standard).toMatchObject({ choice: 'own', offer: { terms: 1 } }));
  await host.touch('kit', 'r.yaml', rubric('Nothing at all'));
  await asked();
  expect(state().standard.choice).toBeNull();
  studio.store.setState({ overlay: null });
  typeAtEnd(studio, 'kit.yaml', '# more\n');
  await vi.waitFor(() => expect(state().checks.progress).toBeNull());
  expect(state().standard.choice).toBeNull();
  await vi.waitFor(() => expect(state().checks.reports.get(MEMO)?.kind).not.toBe('memo'));
});
