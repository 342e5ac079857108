import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** One proof of the published table: a change of the worked kit that a criterion or rule notices, and nothing else that it should not. */
export interface MutationRow {
  readonly id: string;
  /** The file of the first finding. */
  readonly path: string;
  /** The files that were changed. */
  readonly changed: readonly string[];
  /** What the change means, where somebody said it; else empty. */
  readonly name: string;
  /** What the change does to each of the files, in words. */
  readonly change: readonly string[];
  /** How many findings there are; what follows is the first. */
  readonly findings: number;
  readonly text: string;
  readonly line: number;
  readonly severity: string;
  readonly message: string;
  /** What else changed its verdict with it, and rightly so. */
  readonly also: readonly string[];
}

const rows: MutationRow[] = [];

/** Called when everything about the change was asserted. */
export function recordMutation(row: MutationRow): void {
  rows.push(row);
}

/** Set by the unit suite, to an empty folder: rows of an earlier run can't prove anything about this one. */
const FOLDER = process.env.STAFFWRIGHT_MUTATION_ROWS;

/** Writes what one test file proved; `write-mutation-rows.test-support.ts` calls it at the end of each. */
export function writeMutationRows(): void {
  const proved = rows.splice(0);
  const file = expect.getState().testPath;
  if (!FOLDER || !file || proved.length === 0) return;
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const test = file.slice(root.length).replaceAll('\\', '/');
  mkdirSync(FOLDER, { recursive: true });
  const name = `${test.replaceAll('/', '--').replace(/\.test\.ts$/, '')}.json`;
  writeFileSync(join(FOLDER, name), `${JSON.stringify({ test, rows: proved }, null, 1)}\n`);
}
