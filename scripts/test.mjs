import { build } from './build.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { main } from './setup/process.mjs';
import { suites } from './testing/suites.mjs';

/**
 * `npm test [-- suite …] [-- switches]`: every check there is, one suite after the other, so that output
 * stays readable and timings mean something. Ends with one line: `N passed, N failed`. A suite that counts
 * nothing counts as one; one that cannot run, or finds no test, counts as failed.
 * Switches after the suite names go to the suite, e.g. `npm test -- e2e -g "restores the window"`.
 */

/** Splits the arguments into suite names and what is passed on to the runner of the only named suite. */
function parseArguments(args) {
  const known = new Set(suites.map(({ name }) => name));
  const first = args.findIndex((arg) => !known.has(arg));
  const names = first === -1 ? args : args.slice(0, first);
  const extra = first === -1 ? [] : args.slice(first);
  return { names, extra };
}

async function runSuite(suite, extra) {
  const started = performance.now();
  process.stdout.write(`▶ ${suite.name}: ${suite.title}\n`);
  let result;
  try {
    result = await suite.run({ extra, print: (line) => process.stdout.write(`  ${line}\n`) });
  } catch (error) {
    process.stdout.write(`  ${error?.message ?? error}\n`);
    result = { passed: 0, failed: 1 };
  }
  if (result.passed + result.failed === 0) {
    process.stdout.write('  No test ran, which counts as a failure.\n');
    result = { passed: 0, failed: 1 };
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const mark = result.failed === 0 ? '✓' : '✗';
  process.stdout.write(
    `${mark} ${suite.name}: ${result.passed} passed, ${result.failed} failed (${seconds} s)\n`,
  );
  return result;
}

main(async () => {
  const { names, extra } = parseArguments(process.argv.slice(2));
  if (extra.length > 0 && names.length !== 1) {
    console.error(`Suites are ${suites.map(({ name }) => name).join(', ')}; "${extra[0]}" is none of them.`);
    return 2;
  }
  const chosen = suites.filter(({ name }) => names.length === 0 || names.includes(name));
  const total = { passed: 0, failed: 0 };
  try {
    await ensureDependencies();
    const parts = [...new Set(chosen.flatMap(({ needs }) => needs))];
    if (parts.length > 0) await build({ parts });
  } catch (error) {
    // Type errors and failing units say more than a failed build: go on, and count the build itself.
    console.error(error.message);
    total.failed += 1;
  }
  for (const suite of chosen) {
    const { passed, failed } = await runSuite(suite, extra);
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});
