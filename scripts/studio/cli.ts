import { CHECK_USAGE, check } from './check';

const USAGE = `Staffwright command line

  check [kit]           checks a kit by the rubric (text or JSON)
  export [kit] --out D  writes portfolio.pdf and portfolio.zip without a window

${CHECK_USAGE}

Usage: npm run studio -- export [kit] --out <folder> [--paper A4|Letter] [--overwrite]`;

/** Entry of the bundled command line; `export` and `open` are started by its caller, since they need Electron. */
async function run(argv: readonly string[]): Promise<number> {
  const [command = 'help', ...args] = argv;
  switch (command) {
    case 'check':
      return check(
        args,
        (text) => process.stdout.write(text),
        (text) => process.stderr.write(text),
      );
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

process.exitCode = await run(process.argv.slice(2));
