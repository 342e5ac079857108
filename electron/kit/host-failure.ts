import type { ErrorCode, HostError } from '../../shared/ipc/contract';
import { err, type Result } from '../../shared/util/result';
import { errorCode } from './file-system';

/** A failed {@link Result} for the page. `file` is a kit path, `line` counts from 1. */
export function fail(
  code: ErrorCode,
  message: string,
  place: { readonly file?: string; readonly line?: number } = {},
): Result<never, HostError> {
  return err({ code, message, ...place });
}

/** Why an operation failed and what to do, in words that follow "… could not be saved: ". */
const REASONS: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOENT: ['not-found', 'it is not there any more; look at its folder'],
  ENOTDIR: ['not-found', 'a part of its path is not a folder; look at its folder'],
  EISDIR: ['not-found', 'it is a folder, not a file; choose another name'],
  ELOOP: [
    'outside-kit',
    'it is a link that leads nowhere or was put there meanwhile; look at its folder and try again',
  ],
  EEXIST: ['exists', 'a file of this name is there already; choose another name'],
  ENOTEMPTY: ['exists', 'the folder is not empty any more; look at what is in it'],
  EACCES: ['read-only', 'this user has no permission for it; allow it for the file and its folder'],
  EPERM: ['read-only', 'the system does not allow it; unlock the file and its folder'],
  EROFS: ['read-only', 'the disk is read-only; make it writable, or use another folder'],
  ENOSPC: ['no-space', 'the disk is full; make room and try again'],
  EDQUOT: ['no-space', 'your share of the disk is used up; make room and try again'],
  EFBIG: ['too-large', 'the disk does not take files this large; divide the text'],
  EMFILE: ['busy', 'too many files are open; close some and try again'],
  ENFILE: ['busy', 'too many files are open on this machine; close some and try again'],
  EBUSY: ['busy', 'another program is using it; try again'],
  ETXTBSY: ['busy', 'another program is using it; try again'],
  EXDEV: ['io', 'it is mounted on its own and cannot be replaced; use another name'],
  EINTR: ['busy', 'the system interrupted it; try again'],
  ENOTSUP: ['io', 'its attributes cannot be carried over on this disk; use another name'],
  ENAMETOOLONG: ['bad-request', 'its name is too long for this disk; choose a shorter one'],
  EIO: ['io', 'the disk reported an error; try again, and check the disk when it comes back'],
};

/**
 * Explains a failed file operation: what (`"notes.md" could not be saved`), why, and what to do. Throws what is not a failure of the file
 * system: that is a bug, and must not be told to the user as a full disk.
 */
export function explain(error: unknown, what: string, file?: string): Result<never, HostError> {
  const code = errorCode(error);
  if (code === null) throw error;
  const [kind, reason] =
    REASONS[code] ?? (['io', `the system reported ${code}; try again, or use another folder`] as const);
  return fail(kind, `${what}: ${reason}.`, file === undefined ? {} : { file });
}
