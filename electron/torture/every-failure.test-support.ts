import { failing } from '../kit/failing-file-system.test-support';
import { errorCode, type FileSystem } from '../kit/file-system';
import { LONG } from './long.test-support';

/** What a disk may answer. A write that fails takes half of its bytes first. */
export const FAILURE_CODES = [
  'ENOSPC',
  'EIO',
  'EACCES',
  'EPERM',
  'EROFS',
  'EMFILE',
  'EDQUOT',
  'EBUSY',
  'EXDEV',
  'EINTR',
] as const;

/** How an operation ended: with a value, or told as failed in words, or thrown by the file system. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'told'; readonly code: string; readonly message: string }
  | { readonly kind: 'thrown'; readonly error: Error };

export interface FailureRun<World> {
  /** Makes a world anew on the real disk, for each try. */
  readonly prepare: () => World | Promise<World>;
  /** Does the operation through the disk that fails. A `Result` that is not ok counts as told, an error with a code as thrown. */
  readonly act: (fs: FileSystem, world: World) => Promise<unknown>;
  /** Looks at what became of the world; `what` names the try. */
  readonly check: (world: World, outcome: Outcome, what: string) => void | Promise<void>;
}

interface Variant {
  readonly name: string;
  readonly code: string | null;
  readonly forEver: boolean;
}

const VARIANTS: readonly Variant[] = [
  ...FAILURE_CODES.flatMap((code) => [
    { name: code, code, forEver: false },
    { name: `${code} for ever`, code, forEver: true },
  ]),
  { name: 'short writes', code: null, forEver: false },
];

/** The short version tries one in so many of the variants at each operation, in turn, so that each is tried somewhere. */
const ONE_IN = LONG ? 1 : 13;

/**
 * Runs an operation with its 1st, 2nd, … file operation failing until none does, in every way of failing (requirement E4). Errors without a code
 * are bugs and are thrown. Resolves to how many tries ended in a failure.
 */
export async function everyFailure<World>(run: FailureRun<World>): Promise<number> {
  const operations = await countOperations(run);
  let failures = 0;
  for (let at = 1; at <= operations; at++) {
    for (const [index, variant] of VARIANTS.entries()) {
      if ((index + at) % ONE_IN !== 0) continue;
      const { code, forEver } = variant;
      const { fs, calls } = failing(code === null ? null : { at, code, forEver }, { shortWrites: !code });
      const world = await run.prepare();
      const outcome = await outcomeOf(run.act(fs, world));
      if (outcome.kind !== 'done') failures++;
      await run.check(world, outcome, `${variant.name} at operation ${at} (${calls[at - 1] ?? 'none'})`);
    }
  }
  return failures;
}

async function countOperations<World>(run: FailureRun<World>): Promise<number> {
  const { fs, calls } = failing(null);
  const world = await run.prepare();
  const outcome = await outcomeOf(run.act(fs, world));
  if (outcome.kind !== 'done') throw new Error(`It fails on a good disk: ${JSON.stringify(outcome)}`);
  await run.check(world, outcome, 'nothing failing');
  return calls.length;
}

async function outcomeOf(work: Promise<unknown>): Promise<Outcome> {
  try {
    const value = await work;
    if (typeof value === 'object' && value !== null && 'ok' in value && value.ok === false) {
      const { error } = value as unknown as { error: { code: string; message: string } };
      return { kind: 'told', code: error.code, message: error.message };
    }
    return { kind: 'done' };
  } catch (error) {
    if (!(error instanceof Error) || errorCode(error) === null) throw error;
    return { kind: 'thrown', error };
  }
}

/** What a failure that is told has to say: what and where, why, and what to do (requirement E6). */
export function saysWhatToDo(message: string, path: string): boolean {
  return (
    message.includes(`"${path}"`) &&
    message.endsWith('.') &&
    (/: [^;]+; [^;]+\.$/.test(message) ||
      /(Save again|try again|is kept|Nothing was overwritten)\b/.test(message))
  );
}
