import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const fileOf = (path: string): URL => new URL(`../${path}`, import.meta.url);

/** The requirements, by letter and number. */
const COUNTS: Readonly<Record<string, number>> = { A: 14, B: 10, C: 6, D: 7, E: 11, F: 6 };
const IDS = Object.entries(COUNTS).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`),
);

interface Row {
  readonly id: string;
  readonly proof: string;
}

/** The rows of the table of requirements, in order. */
function rowsOf(page: string): Row[] {
  return page.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const [, id = '', requirement = '', , proof = ''] = cells;
    return /^[A-F]\d+$/.test(id) && requirement !== '' ? [{ id, proof }] : [];
  });
}

/** The rows of the table of limits: the limit, and the proof. */
function limitsOf(page: string): Row[] {
  const [, section = ''] = /\n## Limits\n([\s\S]*?)\n## /.exec(page) ?? [];
  return section.split('\n').flatMap((line) => {
    const [, id = '', proof = ''] = line.split('|').map((cell) => cell.trim());
    return proof === '' || id === 'Limit' || /^-+$/.test(id) ? [] : [{ id, proof }];
  });
}

/** What is wrong with the proof of a row, in words. */
function problemsOf({ id, proof }: Row): string[] {
  if (/^open: \S.{8,}/.test(proof)) return [];
  const named = [...proof.matchAll(/`([^`]+?) › ([^`]+)`/g)];
  if (named.length === 0) return [`${id} names no test and does not say why`];
  return named.flatMap(([, path = '', title = '']) => {
    if (!existsSync(fileOf(path))) return [`${id} names ${path}, which is not there`];
    const source = readFileSync(fileOf(path), 'utf8');
    return source.includes(title) ? [] : [`${id}: ${path} has no "${title}"`];
  });
}

describe('the table of security requirements', () => {
  const page = readFileSync(fileOf('docs/security.md'), 'utf8');
  const rows = rowsOf(page);

  it('has a row for each, once and in order', () => {
    expect(rows.map(({ id }) => id)).toEqual(IDS);
  });

  it('names tests that are there', () => {
    expect(rows.flatMap(problemsOf)).toEqual([]);
    const open = rows.filter(({ proof }) => proof.startsWith('open:')).map(({ id }) => id);
    if (open.length > 0) console.info(`${open.length} of ${IDS.length} are open: ${open.join(', ')}`);
  });

  it('says of each limit which test tries one less, as much and one more', () => {
    const limits = limitsOf(page);
    expect(limits.length).toBeGreaterThan(10);
    expect(limits.flatMap(problemsOf)).toEqual([]);
  });

  it('would be found out of date', () => {
    const row = (proof: string) => problemsOf({ id: 'A1', proof });
    expect(row('')).toHaveLength(1);
    expect(row('open:')).toHaveLength(1);
    expect(row('`scripts/nothing.test.ts › x`')).toHaveLength(1);
    expect(row(`\`scripts/check-layers.test.ts › ${'no such'} title\``)).toHaveLength(1);
    expect(row('`scripts/check-layers.test.ts › planted violations are found`')).toEqual([]);
  });
});
