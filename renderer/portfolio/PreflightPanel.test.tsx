import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import type { PreflightReceipt } from '../../shared/ipc/payloads';
import { REDACTION_FILE } from '../../shared/rubric/own-files';
import { openRecent } from '../commands/kits';
import { testStudio } from '../commands/studio.test-support';
import { StudioProvider } from '../commands/studio-context';
import type { RunningTask } from '../host/host';
import { byRole, click, type Rendered, render, settle } from '../ui/render.test-support';
import { PreflightPanel } from './PreflightPanel';

// The first test loads all kinds.
vi.setConfig({ testTimeout: 60_000 });

const NOTE = 'notes/plan.md';
const RECEIPT: PreflightReceipt = {
  lines: [
    { level: 'problem', message: 'No font has it', path: NOTE, line: 3 },
    { level: 'ok', message: 'All is well' },
  ],
  changes: [
    {
      kind: 'term',
      original: 'Acme',
      pseudonym: 'Firm',
      count: 3,
      places: [{ path: NOTE, line: 1 }, { path: NOTE }],
    },
    { kind: 'term', original: 'Nobody', pseudonym: 'Someone', count: 0, places: [] },
  ],
  secrets: [{ what: 'A key', shown: 'AKIA…', count: 1, places: [{ path: NOTE, line: 3 }] }],
  list: REDACTION_FILE,
};

let shown: Rendered | null = null;
afterEach(async () => {
  await shown?.unmount();
  shown = null;
  vi.restoreAllMocks();
});

/** The panel over a kit in memory; what is asked of the host is answered by the test, in any order. */
async function panel(redact = false) {
  const { studio, host } = testStudio();
  await act(async () => void (await openRecent(studio, 'kit')));
  const asked: { request: unknown; cancelled: boolean; answer: (with_: unknown) => Promise<void> }[] = [];
  vi.spyOn(host, 'start').mockImplementation(((_channel: string, request: unknown) => {
    let resolve: (value: unknown) => void = () => undefined;
    const answer = new Promise((done) => {
      resolve = done;
    });
    const entry = {
      request,
      cancelled: false,
      answer: async (value: unknown) => act(async () => resolve(value)),
    };
    asked.push(entry);
    return { answer, cancel: () => (entry.cancelled = true) } as unknown as RunningTask<never>;
  }) as typeof host.start);
  const heard = { onRedact: vi.fn(), onGo: vi.fn() };
  const view = (wanted: boolean) => (
    <StudioProvider value={studio}>
      <PreflightPanel redact={wanted} composition={null} {...heard} />
    </StudioProvider>
  );
  shown = await render(view(redact));
  const page = shown.container;
  const press = (name: string | RegExp) => click(byRole(page, 'button', name));
  const question = async (count: number) => {
    await settle(() => expect(asked).toHaveLength(count));
    return asked[count - 1] as (typeof asked)[number];
  };
  return { studio, page, heard, press, question };
}

it('looks when asked, and shows what changes, what looks secret and what stands against the export', async () => {
  const { page, press, question } = await panel(true);
  expect(page.querySelectorAll('details')).toHaveLength(0);
  await press('Look before exporting');
  const asked = await question(1);
  expect(asked.request).toEqual({ kitId: 'kit', redact: true });
  expect(byRole(page, 'button', 'Looking…')).not.toBeNull();
  await asked.answer({ ok: true, value: RECEIPT });
  const [changes, secrets, lines] = [...page.querySelectorAll('details')];
  expect(changes?.textContent).toMatch(/^3 places change in the copyAcme becomes Firm, 3 ×/);
  expect(changes?.textContent).toContain(`${NOTE}:1${NOTE} (its name)and 1 more`);
  expect(changes?.textContent).toContain('Nobody becomes Someone, found nowhere');
  expect(secrets?.textContent).toContain('1 thing looks secret and would go out as it is');
  expect(secrets?.textContent).toContain('A key: AKIA…');
  expect(lines?.textContent).toContain('1 thing stands against this export; it is possible all the same');
  expect(lines?.textContent).toContain(`Problem: No font has it ${NOTE}, line 3`);
});

it('says nothing of names where none are hidden, and that the kit has no list where they are', async () => {
  const { page, press, question } = await panel(false);
  await press('Look before exporting');
  await (await question(1)).answer({ ok: true, value: { ...RECEIPT, secrets: [], list: null } });
  expect(page.textContent).not.toContain('becomes');
  expect(page.textContent).toContain('Nothing else looks secret.');
  expect(byRole(page, 'button', 'Write a list of what to hide')).toBeNull();
  await shown?.unmount();

  const other = await panel(true);
  await other.press('Look before exporting');
  await (await other.question(1)).answer({ ok: true, value: { ...RECEIPT, changes: [], list: null } });
  expect(other.page.textContent).toContain(
    'The kit has no list of what to hide, so nothing would be changed.',
  );
  expect(byRole(other.page, 'button', 'Write a list of what to hide')).not.toBeNull();
});

it('leads to the place of each line, after the dialog is gone', async () => {
  const { page, studio, heard, press, question } = await panel(true);
  await press('Look before exporting');
  await (await question(1)).answer({ ok: true, value: RECEIPT });
  await press(/^Problem: No font has it/);
  expect(heard.onGo).toHaveBeenCalledOnce();
  await settle(() => expect(studio.store.getState().tabs.order.map(({ path }) => path)).toContain(NOTE));
  await click([...page.querySelectorAll('button')].find(({ textContent }) => textContent === `${NOTE}:1`));
  expect(heard.onGo).toHaveBeenCalledTimes(2);
});

it('drops an answer that was overtaken by another question, and tells what failed', async () => {
  const { page, heard, press, question } = await panel(false);
  await press('Look before exporting');
  const first = await question(1);
  await act(async () => page.querySelector<HTMLInputElement>('input[type=checkbox]')?.click());
  expect(heard.onRedact).toHaveBeenCalledExactlyOnceWith(true);
  const second = await question(2);
  expect(second.request).toMatchObject({ redact: true });
  expect(first.cancelled).toBe(true);
  await first.answer({ ok: true, value: RECEIPT });
  expect(page.querySelectorAll('details')).toHaveLength(0);
  await second.answer({ ok: false, error: { code: 'export-failed', message: 'The list is broken.' } });
  expect(page.querySelector('[role=alert]')?.textContent).toBe('The list is broken.');
});
