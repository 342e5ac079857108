import { fileURLToPath } from 'node:url';
import { CONSISTENCY_RULES } from '../../shared/consistency';
import { KINDS } from '../../shared/kinds';
import { RubricCatalogue } from '../../shared/rubric/catalogue';
import { studioRegistry } from '../../shared/studio';
import { CACHE_USAGE, cacheCommand } from './cache-command';
import { CHECK_USAGE } from './check-arguments';
import { EXPLAIN_USAGE, explain } from './explain';
import { cacheFolder } from './kept/cache-folder';
import { KIT_USAGE, kitZip } from './kit';
import { NEW_USAGE, newArtifact } from './new-artifact';

/** The kit that ships with the studio: the repository's root, from the source and from the bundle alike. */
const STARTER = fileURLToPath(new URL('../../', import.meta.url));

const USAGE = `Staffwright command line

  check [kit]           checks a kit by the rubric (text, JSON, SARIF, GitHub annotations)
  explain <id>          what a criterion or rule looks for, with examples
  new <kind> [kit]      starts an artifact from its template
  kit [--out D]         packs the starter kit as a zip
  export [kit] --out D  writes portfolio.pdf and portfolio.zip without a window
  cache [clear]         what earlier checks found and keep for the next; deletes it

${CHECK_USAGE}

${EXPLAIN_USAGE}

${NEW_USAGE}

${KIT_USAGE}

${CACHE_USAGE}

Usage: npm run studio -- export [kit] --out <folder> [--paper A4|Letter] [--overwrite]`;

export { engine } from './engine';

/** The commands but `check`, which the launcher runs, and `export` and `open`, which need Electron and are started by its caller. */
export async function run(argv: readonly string[]): Promise<number> {
  const [command = 'help', ...args] = argv;
  const write = (text: string) => void process.stdout.write(text);
  const complain = (text: string) => void process.stderr.write(text);
  switch (command) {
    case 'explain':
      return explain(args, new RubricCatalogue(KINDS, CONSISTENCY_RULES), write, complain);
    case 'new': {
      const today = new Date().toISOString().slice(0, 10);
      return newArtifact(args, { registry: studioRegistry, starter: STARTER, today, write, complain });
    }
    case 'kit':
      return kitZip(args, STARTER, write, complain);
    case 'cache':
      return cacheCommand(args, cacheFolder(), write, complain);
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
