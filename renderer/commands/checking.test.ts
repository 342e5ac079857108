import { describe, expect, it, vi } from 'vitest';
import { applyFix } from './fixes';
import { openRecent } from './kits';
import { testStudio, typeAtEnd } from './studio.test-support';

const RFC = 'RFC-007-streams.md';

async function checked() {
  const made = testStudio();
  await openRecent(made.studio, 'kit');
  const checks = () => made.studio.store.getState().checks;
  await vi.waitFor(() => {
    expect(checks().reports.size).toBe(2);
    expect(checks().progress).toBeNull();
    expect(checks().versions.get(RFC)).toBe(1);
  });
  return { ...made, checks };
}

describe('checking', () => {
  it('reports every file, with kind and findings', async () => {
    const { checks } = await checked();
    const report = checks().reports.get(RFC);
    expect(report?.kind).toBe('rfc');
    expect(report?.findings.map((finding) => finding.id)).toContain('GEN-02');
    expect(checks().kinds.get('rfc')?.criteria.get('GEN-02')?.why).not.toBe('');
  });

  it('follows typing, and names the version of the text it judged', async () => {
    const { studio, checks } = await checked();
    const at = studio.buffers.text(RFC)?.indexOf('TODO') ?? 0;
    studio.buffers.dispatch(RFC, { changes: { from: at, to: at + 'TODO: numbers.'.length } });
    await vi.waitFor(() => expect(checks().versions.get(RFC)).toBe(studio.buffers.version(RFC)));
    expect(
      checks()
        .reports.get(RFC)
        ?.findings.map((finding) => finding.id),
    ).not.toContain('GEN-02');
  });

  it('forgets what was typed when the tab is closed without saving', async () => {
    const { studio, checks } = await checked();
    typeAtEnd(studio, RFC, '\nXXX\n');
    const findings = () =>
      checks()
        .reports.get(RFC)
        ?.findings.filter((finding) => finding.id === 'GEN-02').length;
    await vi.waitFor(() => expect(findings()).toBe(2));
    studio.buffers.close(RFC);
    await vi.waitFor(() => expect(findings()).toBe(1));
  });

  it('refuses a fix whose text was edited since', async () => {
    const { studio, checks } = await checked();
    const report = checks().reports.get(RFC);
    if (!report) throw new Error('no report');
    const fix = { title: 'Insert', edits: [{ from: 0, to: 0, insert: 'x' }] };
    typeAtEnd(studio, RFC, 'typed');
    expect(applyFix(studio, report, fix)).toBe(false);
    await vi.waitFor(() => expect(checks().versions.get(RFC)).toBe(2));
    const fresh = checks().reports.get(RFC);
    if (!fresh) throw new Error('no report');
    expect(applyFix(studio, fresh, fix)).toBe(true);
    expect(studio.buffers.text(RFC)?.startsWith('x---')).toBe(true);
  });
});
