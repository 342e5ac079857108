/**
 * Writes `scenarios/incident_scenario.json`, or with `--check` compares it with what the generator would write.
 *
 * Run from the repository root. Exit status: 0 written or equal, 1 different or missing, 2 wrong arguments.
 */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildScenario, serialize } from './build';

const TARGET = join('scenarios', 'incident_scenario.json');

/** Content of the file, or undefined when there is none. */
function readTarget(): string | undefined {
  try {
    return readFileSync(TARGET, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Number of the first line that differs, counted from 1. */
function firstDifference(expected: string, found: string): number {
  const expectedLines = expected.split('\n');
  const foundLines = found.split('\n');
  const index = expectedLines.findIndex((line, at) => line !== foundLines[at]);
  return (index === -1 ? expectedLines.length : index) + 1;
}

function main(args: readonly string[]): number {
  const [mode, ...rest] = args;
  if (rest.length > 0 || (mode !== undefined && mode !== '--check')) {
    console.error('usage: generate.ts [--check]');
    return 2;
  }
  const text = serialize(buildScenario());
  if (mode === undefined) {
    mkdirSync(dirname(TARGET), { recursive: true });
    writeFileSync(TARGET, text);
    console.log(`wrote ${TARGET}`);
    return 0;
  }
  const found = readTarget();
  if (found === text) return 0;
  console.error(
    found === undefined
      ? `${TARGET} is missing; run the generator`
      : `${TARGET} differs from the generator at line ${firstDifference(text, found)}; run the generator`,
  );
  return 1;
}

process.exitCode = main(process.argv.slice(2));
