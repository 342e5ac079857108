import { type BrowserWindow, dialog, shell } from 'electron';
import type { HostError } from '../../shared/ipc/contract';
import { ok, type Result } from '../../shared/util/result';
import { fail } from '../kit/host-failure';
import { checkLink } from './link-check';

/** Asks the user, showing scheme, host and the whole address, and only then hands it to the system. */
export async function openLink(
  window: BrowserWindow,
  raw: string,
): Promise<Result<Record<never, never>, HostError>> {
  const link = checkLink(raw);
  if (!link.ok) return fail('bad-request', link.error);
  const { title, lines, address } = link.value;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: title,
    detail: lines.join('\n'),
    buttons: ['Open', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (response !== 0) return fail('cancelled', 'The address was not opened.');
  try {
    await shell.openExternal(address);
  } catch {
    return fail('io', 'The system has no program for this address.');
  }
  return ok({});
}
