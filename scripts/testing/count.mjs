import { relative } from 'node:path';

/**
 * Turns the JSON reports of the test runners into counts, and prints what failed in few lines. A runner
 * that ends badly without naming a failed test (a crash, a broken file) still counts as one failure: an
 * empty report must never look like success.
 */

const MESSAGE_LINES = 14;

/** Terminal colours make logs unreadable; written with a constructor because the pattern holds ESC. */
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

function printMessage(message, print) {
  const lines = String(message).replace(COLOURS, '').split('\n');
  const useful = lines.filter((line) => line.trim() !== '' && !/node_modules|node:internal/.test(line));
  for (const line of useful.slice(0, MESSAGE_LINES)) print(`    ${line}`);
}

function printTail(lines, print) {
  for (const line of lines.slice(-40)) print(line);
}

/** Counts a vitest report. `code` is the runner's exit code, `lines` its output. */
export function countVitest(report, { code, lines, root, print }) {
  if (report === undefined) {
    printTail(lines, print);
    return { passed: 0, failed: 1 };
  }
  let failed = report.numFailedTests;
  for (const file of report.testResults) {
    const name = relative(root, file.name);
    for (const test of file.assertionResults.filter(({ status }) => status === 'failed')) {
      print(`✗ ${name} › ${test.fullName}`);
      for (const message of test.failureMessages) printMessage(message, print);
    }
    // A file that does not even load has no tests to count.
    if (file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')) {
      failed += 1;
      print(`✗ ${name}`);
      printMessage(file.message ?? 'The file could not be run.', print);
    }
  }
  if (code !== 0 && failed === 0) {
    failed = 1;
    printTail(lines, print);
  }
  return { passed: report.numPassedTests, failed };
}

/** All specs of a Playwright report, with the names of the groups they are in. */
function specsOf(suite, path = []) {
  const here = suite.title ? [...path, suite.title] : path;
  return [
    ...(suite.specs ?? []).map((spec) => ({ ...spec, path: here })),
    ...(suite.suites ?? []).flatMap((inner) => specsOf(inner, here)),
  ];
}

/** Counts a Playwright report. A test that passed only when tried again is a failure: it hides a race. */
export function countPlaywright(report, { code, lines, print }) {
  if (report === undefined) {
    printTail(lines, print);
    return { passed: 0, failed: 1 };
  }
  let failed = report.stats.unexpected + report.stats.flaky;
  for (const spec of report.suites.flatMap((suite) => specsOf(suite)).filter(({ ok }) => !ok)) {
    print(`✗ ${[...spec.path, spec.title].join(' › ')}`);
    const errors = spec.tests.flatMap((test) => test.results.flatMap((result) => result.errors ?? []));
    for (const error of errors.slice(0, 2)) printMessage(error.message ?? error.value ?? '', print);
  }
  for (const error of report.errors ?? []) {
    failed += 1;
    printMessage(error.message ?? error.value ?? '', print);
  }
  if (code !== 0 && failed === 0) {
    failed = 1;
    printTail(lines, print);
  }
  return { passed: report.stats.expected, failed };
}
