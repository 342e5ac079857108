import type { HostError } from '../../shared/ipc/contract';
import { type Notice, withNotice } from '../state/notices-slice';
import { update } from '../state/studio-state';
import type { Studio } from './studio';

export function notify(
  studio: Pick<Studio, 'store'>,
  tone: Notice['tone'],
  text: string,
  place: Notice['place'] = null,
): void {
  update(studio.store, 'notices', (notices) => withNotice(notices, { tone, text, place }));
}

/** Shows a refusal of the host in its own words, with file and line. A cancelled dialog is no failure. */
export function notifyError(studio: Pick<Studio, 'store'>, error: HostError): void {
  if (error.code === 'cancelled') return;
  const place = error.file === undefined ? null : { path: error.file, line: error.line ?? null };
  notify(studio, 'problem', error.message, place);
}
