import 'node:crypto';
import 'node:fs/promises';
import 'node:os';
import 'node:stream';
import 'node:util';
import 'node:zlib';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { CheckEngine } from './check-engine';
import { runCheck } from './check-run';
import { cacheName, keepCompiled, readCompiled, SHORT_RUN } from './compiled-code';
import { cacheFolder } from './kept/cache-folder';
import { help, helperFrom } from './kit-helper';

/**
 * What `node dist/cli/studio.mjs` runs. A check begins right here: what an earlier run kept needs no engine. The rest is the program beside it,
 * run with the code that an earlier run compiled. Node's own modules are imported first, because the flags would have them compiled anew.
 */

/** Name of the program's file, by its content; set by the build. */
declare const PROGRAM: string;

interface Program {
  readonly engine: CheckEngine;
  run(argv: readonly string[]): Promise<number>;
}

const launcher = fileURLToPath(import.meta.url);
const file = join(dirname(launcher), PROGRAM);
const compiled = join(dirname(launcher), cacheName(PROGRAM));

let loaded: Program | null = null;
/** The script, where its compiled code is still to be kept. */
let uncompiled: Script | null = null;

function program(): Program {
  if (loaded) return loaded;
  const cachedData = readCompiled(compiled);
  // Code that is about to be kept must not be thrown away meanwhile for having run only once.
  if (isMainThread && !cachedData) setFlagsFromString('--no-flush-bytecode');
  // The build writes nothing but ASCII into it.
  const source = readFileSync(file, 'latin1');
  const script = new Script(`(function (exports, module, require, programUrl) {${source}\n})`, {
    filename: file,
    ...(cachedData ? { cachedData } : {}),
  });
  if (!cachedData || script.cachedDataRejected) uncompiled = script;
  const module = { exports: {} as Program };
  script.runInThisContext()(module.exports, module, createRequire(import.meta.url), import.meta.url);
  loaded = module.exports;
  return loaded;
}

const engine = () => program().engine;

async function runHere(argv: readonly string[]): Promise<number> {
  const [command, ...args] = argv;
  if (command !== 'check') return program().run(argv);
  const folder = cacheFolder();
  return runCheck(
    args,
    (text) => void process.stdout.write(text),
    (text) => void process.stderr.write(text),
    {
      engine,
      startHelper: helperFrom(new URL(import.meta.url)),
      cache: folder === null ? null : { folder, program: PROGRAM },
    },
  );
}

if (!isMainThread) {
  if (parentPort) await help(workerData, parentPort, engine);
} else {
  for (const flag of SHORT_RUN) setFlagsFromString(flag);
  process.exitCode = await runHere(process.argv.slice(2));
  if (uncompiled) {
    setFlagsFromString('--flush-bytecode');
    if (process.argv[2] === 'check' && (process.exitCode === 0 || process.exitCode === 1))
      keepCompiled(compiled, uncompiled);
  }
}
