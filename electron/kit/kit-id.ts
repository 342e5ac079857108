import { sha256 } from './content-hash';

/**
 * The id of a kit: the same folder opened the same way has the same id at every start, so that its journal and session are found again. The
 * folder itself cannot be read from it. `root` with links resolved.
 */
export function kitIdOf(root: string, readOnly: boolean): string {
  return sha256(`${readOnly ? 'read-only' : 'read-write'}\0${root}`).slice(0, 32);
}
