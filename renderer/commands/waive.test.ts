import { describe, expect, it, vi } from 'vitest';
import { openFile } from './files';
import { openRecent } from './kits';
import type { Studio } from './studio';
import { RFC_TEXT, testStudio, typeAtEnd } from './studio.test-support';
import { canWaive, lastWaivedBy, waive } from './waive';

vi.setConfig({ testTimeout: 60_000 });

const RFC = 'RFC-007-streams.md';
const WAIVERS = '.staffwright/waivers.yaml';
const WORDS = { reason: 'Agreed with the reviewers', by: 'Ada Quist', date: '2026-03-12' };

function placeholder(studio: Studio) {
  const found = studio.store
    .getState()
    .checks.reports.get(RFC)
    ?.findings.find((finding) => finding.id === 'GEN-02');
  if (!found) throw new Error('No placeholder was found');
  return found;
}

async function opened() {
  const made = testStudio();
  await openRecent(made.studio, 'kit');
  await vi.waitFor(() => placeholder(made.studio), { timeout: 30_000 });
  return made;
}

describe('waiving a finding', () => {
  it('writes the waiver into the kit, and the finding no longer counts', async () => {
    const { studio, kit } = await opened();
    const finding = placeholder(studio);
    expect(canWaive(studio, finding)).toBe(true);
    expect(await waive(studio, finding, WORDS)).toBe(true);
    expect(kit.files.get(WAIVERS)).toContain('quote: "TODO"');
    expect(kit.files.get(WAIVERS)).toContain('reason: "Agreed with the reviewers"');
    await vi.waitFor(() => expect(placeholder(studio).waived?.by).toBe('Ada Quist'));
    expect(canWaive(studio, placeholder(studio))).toBe(false);
    expect(lastWaivedBy(studio)).toBe('Ada Quist');
  });

  it('adds to waivers that are open and edited, and saves them', async () => {
    const { studio, kit } = await opened();
    await waive(studio, placeholder(studio), WORDS);
    await openFile(studio, WAIVERS);
    typeAtEnd(studio, WAIVERS, '# a note of mine\n');
    const other = studio.store
      .getState()
      .checks.reports.get(RFC)
      ?.findings.find((finding) => finding.id !== 'GEN-02');
    if (!other) throw new Error('There is no second finding');
    expect(await waive(studio, other, { ...WORDS, reason: 'Second' })).toBe(true);
    const text = kit.files.get(WAIVERS) ?? '';
    expect(text).toContain('# a note of mine');
    expect(text.match(/^- finding:/gm)).toHaveLength(2);
  });

  it('does nothing when the text moved on', async () => {
    const { studio, kit } = await opened();
    await openFile(studio, RFC);
    await vi.waitFor(() => expect(studio.store.getState().checks.versions.get(RFC)).toBe(1));
    const finding = placeholder(studio);
    typeAtEnd(studio, RFC, 'more words\n');
    expect(await waive(studio, finding, WORDS)).toBe(false);
    expect(kit.files.has(WAIVERS)).toBe(false);
    expect(studio.buffers.text(RFC)).toBe(`${RFC_TEXT}more words\n`);
  });
});
