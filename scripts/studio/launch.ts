import 'node:crypto';
import 'node:fs/promises';
import 'node:os';
import 'node:stream';
import 'node:util';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { isMainThread } from 'node:worker_threads';
import { cacheName, keepCompiled, readCompiled, SHORT_RUN } from './compiled-code';

/**
 * What `node dist/cli/studio.mjs` runs: the program beside it, with the code that an earlier run compiled. Node's own modules are
 * imported first, because the flags would have them compiled anew.
 */

/** Name of the program's file, by its content; set by the build. */
declare const PROGRAM: string;

interface Program {
  readonly finished: Promise<void>;
}

const launcher = fileURLToPath(import.meta.url);
const file = join(dirname(launcher), PROGRAM);
const cache = join(dirname(launcher), cacheName(PROGRAM));

const cachedData = readCompiled(cache);
if (isMainThread) {
  for (const flag of SHORT_RUN) setFlagsFromString(flag);
  // Code that is about to be kept must not be thrown away meanwhile for having run only once.
  if (!cachedData) setFlagsFromString('--no-flush-bytecode');
}
// The build writes nothing but ASCII into it.
const source = readFileSync(file, 'latin1');
const script = new Script(`(function (exports, module, require, programUrl) {${source}\n})`, {
  filename: file,
  ...(cachedData ? { cachedData } : {}),
});
const module = { exports: {} as Program };
script.runInThisContext()(module.exports, module, createRequire(import.meta.url), import.meta.url);
await module.exports.finished;
if (isMainThread && (!cachedData || script.cachedDataRejected)) {
  setFlagsFromString('--flush-bytecode');
  if (process.argv[2] === 'check' && (process.exitCode === 0 || process.exitCode === 1))
    keepCompiled(cache, script);
}
