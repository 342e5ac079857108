import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONSISTENCY_RULES } from '../../shared/consistency';
import { KINDS } from '../../shared/kinds';
import type { MutationRow } from '../../shared/kinds/mutation-rows.test-support';
import { RubricCatalogue } from '../../shared/rubric/catalogue';
import { PROOFS } from './proofs';
import { mutationPage, mutationTable } from './table';

/**
 * `npm run rubric:mutations`: writes `out/rubric-mutations.md` and `.json` from what the last whole run of the unit tests proved, and fails
 * naming every check that nothing proves.
 */

/** What the unit suite notes about its run, beside the rows of the tests. */
interface Run {
  readonly whole: boolean;
  /** Where the report of the run lies, which says which tests passed. */
  readonly report: string;
}

interface UnitReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'out', 'mutations');
const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

function publish(): number {
  const note = join(folder, 'run.json');
  const run = existsSync(note) ? read<Run>(note) : null;
  if (!run?.whole || !existsSync(run.report)) {
    const why = run ? 'Only a part of the unit tests has run' : 'The unit tests have not run';
    process.stdout.write(`${why}: there is no whole table to publish. Run \`npm test -- unit mutations\`.\n`);
    return 1;
  }
  const rows = readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'run.json')
    .sort()
    .flatMap((name) => read<{ rows: readonly MutationRow[] }>(join(folder, name)).rows);
  const tests = read<UnitReport>(run.report).testResults;
  const passed = (file: string, title: string) =>
    tests.some(
      (test) =>
        test.name.replaceAll('\\', '/').endsWith(`/${file}`) &&
        test.assertionResults.some((result) => result.title === title && result.status === 'passed'),
    );
  const table = mutationTable(new RubricCatalogue(KINDS, CONSISTENCY_RULES), rows, PROOFS, passed);
  writeFileSync(join(root, 'out', 'rubric-mutations.md'), mutationPage(table));
  writeFileSync(join(root, 'out', 'rubric-mutations.json'), `${JSON.stringify(table, null, 1)}\n`);
  for (const id of table.missing)
    process.stdout.write(`${id}: no change of a worked example makes it fail.\n`);
  for (const id of table.unknown) process.stdout.write(`${id}: is proved, but is no criterion or rule.\n`);
  process.stdout.write(
    `out/rubric-mutations.md: ${table.checks.length - table.missing.length} of ${table.checks.length} checks proved by ${rows.length} changes\n`,
  );
  return table.missing.length + table.unknown.length === 0 ? 0 : 1;
}

process.exitCode = publish();
