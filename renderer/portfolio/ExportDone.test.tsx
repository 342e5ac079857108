import { afterEach, expect, it, vi } from 'vitest';
import type { ExportReceipt } from '../../shared/ipc/payloads';
import { testStudio } from '../commands/studio.test-support';
import { StudioProvider } from '../commands/studio-context';
import { type Rendered, render } from '../ui/render.test-support';
import { ExportDone } from './ExportDone';

const RECEIPT: ExportReceipt = {
  exportId: 'e1',
  files: [{ file: 'pdf', path: '/out/portfolio.pdf', pages: 12 }],
  preflight: [{ level: 'ok', message: 'All is well' }],
  faults: 0,
};

let shown: Rendered | null = null;
afterEach(async () => {
  await shown?.unmount();
  shown = null;
});

async function done(change: Partial<ExportReceipt>) {
  const { studio } = testStudio();
  shown = await render(
    <StudioProvider value={studio}>
      <ExportDone receipt={{ ...RECEIPT, ...change }} onClose={vi.fn()} />
    </StudioProvider>,
  );
  const { container } = shown;
  return {
    summary: container.querySelector('[role=status]')?.textContent,
    alert: container.querySelector('[role=alert]')?.textContent ?? null,
    lines: [...container.querySelectorAll('[aria-label=Preflight] li')].map(({ textContent }) => textContent),
  };
}

it('says of sound files that they are, and of the packet what stands against it', async () => {
  expect(await done({})).toMatchObject({ summary: '12 pages, 1 file, read back and verified.', alert: null });
  await shown?.unmount();
  const remarks = await done({
    preflight: [...RECEIPT.preflight, { level: 'problem', message: 'A must fails' }],
  });
  expect(remarks).toMatchObject({
    summary: '12 pages, 1 file, read back and verified, 1 remark.',
    alert: null,
  });
});

it('says plainly what is wrong in the files themselves, before everything else', async () => {
  const { summary, alert, lines } = await done({
    preflight: [
      { level: 'problem', message: 'This row of a table is not in the PDF: a | b', path: 'a.md', line: 9 },
      { level: 'warning', message: 'Page 3 is nearly empty' },
    ],
    faults: 1,
  });
  expect(summary).toBe('12 pages, 1 file, read back with 1 fault and 1 remark.');
  expect(alert).toContain('something of the kit is missing or cut off');
  expect(lines[0]).toContain('Problem: This row of a table is not in the PDF: a | b a.md, line 9');
});
