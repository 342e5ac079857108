import { describe, expect, it, vi } from 'vitest';
import { copySectionAsStart } from './copy-section';
import { openFile } from './files';
import { openExample, openRecent } from './kits';
import { RFC_TEXT, testStudio } from './studio.test-support';

const RFC = 'RFC-007-streams.md';

async function opened(files?: Readonly<Record<string, string>>, path = RFC) {
  const { studio } = testStudio(files);
  await openRecent(studio, 'kit');
  await openFile(studio, path);
  await vi.waitFor(() => expect(studio.store.getState().checks.reports.get(path)?.kind).toBeTruthy(), 4000);
  return studio;
}

const said = (studio: Awaited<ReturnType<typeof opened>>) =>
  studio.store
    .getState()
    .notices.list.map(({ text }) => text)
    .join(' ');

describe('copying a section of the example as a start', () => {
  it('puts it under its heading, marked, and the rubric does not count it', async () => {
    const studio = await opened({ [RFC]: RFC_TEXT.replace(/We propose.*\n/, '') });
    studio.buffers.reveal(RFC, { from: RFC_TEXT.indexOf('## 1.'), to: RFC_TEXT.indexOf('## 1.') }, false);
    await copySectionAsStart(studio);
    expect(studio.buffers.text(RFC)).toContain(
      '## 1. Summary and ask\n\n<!-- From the worked example: 1. Summary',
    );
    expect(studio.buffers.text(RFC)).toContain('-->\n\nWe propose the example.');
    await vi.waitFor(
      () =>
        expect(
          studio.store
            .getState()
            .checks.reports.get(RFC)
            ?.criteria.find(({ id }) => id === 'GEN-08')?.verdict,
        ).toBe('fail'),
      4000,
    );
  });

  it('is refused in a file that cannot be edited', async () => {
    const { studio } = testStudio();
    await openExample(studio);
    const path = 'examples/RFC-042-example.md';
    await openFile(studio, path);
    const before = studio.buffers.text(path);
    await copySectionAsStart(studio);
    expect(studio.buffers.text(path)).toBe(before);
    expect(said(studio)).toContain('is read-only');
  });

  it('is refused where the example has none of the kind', async () => {
    const studio = await opened({ 'risk-register.json': '{}' }, 'risk-register.json');
    await copySectionAsStart(studio);
    expect(studio.buffers.text('risk-register.json')).toBe('{}');
    expect(said(studio)).toContain('no worked example');
  });
});
