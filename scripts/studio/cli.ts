import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { CONSISTENCY_RULES } from '../../shared/consistency';
import { KINDS } from '../../shared/kinds';
import { RubricCatalogue } from '../../shared/rubric/catalogue';
import { studioRegistry } from '../../shared/studio';
import { check } from './check';
import { CHECK_USAGE } from './check-arguments';
import { EXPLAIN_USAGE, explain } from './explain';
import { KIT_USAGE, kitZip } from './kit';
import { help, helperFrom } from './kit-helper';
import { NEW_USAGE, newArtifact } from './new-artifact';

/** The kit that ships with the studio: the repository's root, from the source and from the bundle alike. */
const STARTER = fileURLToPath(new URL('../../', import.meta.url));

const USAGE = `Staffwright command line

  check [kit]           checks a kit by the rubric (text, JSON, SARIF, GitHub annotations)
  explain <id>          what a criterion or rule looks for, with examples
  new <kind> [kit]      starts an artifact from its template
  kit [--out D]         packs the starter kit as a zip
  export [kit] --out D  writes portfolio.pdf and portfolio.zip without a window

${CHECK_USAGE}

${EXPLAIN_USAGE}

${NEW_USAGE}

${KIT_USAGE}

Usage: npm run studio -- export [kit] --out <folder> [--paper A4|Letter] [--overwrite]`;

/** Entry of the bundled command line; `export` and `open` are started by its caller, since they need Electron. */
async function run(argv: readonly string[]): Promise<number> {
  const [command = 'help', ...args] = argv;
  const write = (text: string) => void process.stdout.write(text);
  const complain = (text: string) => void process.stderr.write(text);
  switch (command) {
    case 'check':
      return check(args, write, complain, { startHelper: helperFrom(new URL(import.meta.url)) });
    case 'explain':
      return explain(args, new RubricCatalogue(KINDS, CONSISTENCY_RULES), write, complain);
    case 'new': {
      const today = new Date().toISOString().slice(0, 10);
      return newArtifact(args, { registry: studioRegistry, starter: STARTER, today, write, complain });
    }
    case 'kit':
      return kitZip(args, STARTER, write, complain);
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(`${USAGE}\n`);
      return 0;
    default:
      process.stderr.write(`Unknown command "${command}".\n\n${USAGE}\n`);
      return 2;
  }
}

async function begin(): Promise<void> {
  if (isMainThread) process.exitCode = await run(process.argv.slice(2));
  else if (parentPort) await help(workerData, parentPort);
}

/** The launcher waits for it. */
export const finished = begin();
