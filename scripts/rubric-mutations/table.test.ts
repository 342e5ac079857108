import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CONSISTENCY_RULES } from '../../shared/consistency';
import { KINDS } from '../../shared/kinds';
import type { MutationRow } from '../../shared/kinds/mutation-rows.test-support';
import { RubricCatalogue } from '../../shared/rubric/catalogue';
import { PROOFS } from './proofs';
import { mutationPage, mutationTable } from './table';

const catalogue = new RubricCatalogue(KINDS, CONSISTENCY_RULES);
const automatic = catalogue.criteria.filter(({ criterion }) => criterion.mode === 'auto');
const ids = [...automatic.map(({ criterion }) => criterion.id), ...CONSISTENCY_RULES.map(({ id }) => id)];

const row = (id: string): MutationRow => ({
  id,
  path: 'examples/a.md',
  changed: ['examples/a.md'],
  name: 'the owner is gone',
  change: ['takes out “owner | team”'],
  findings: 2,
  text: '## Owner\n',
  line: 3,
  severity: 'must',
  message: 'Nobody owns <it>',
  also: ['X-22', 'examples/b.md DOC-03 not-evaluated'],
});
const yes = () => true;

describe('the table of mutations', () => {
  const whole = mutationTable(catalogue, ids.map(row), {}, yes);

  it('is whole when every automatic criterion of every kind and every rule has a row', () => {
    expect(whole.checks.map(({ id }) => id)).toEqual(ids);
    expect([whole.missing, whole.unknown]).toEqual([[], []]);
  });

  it.each(['GEN-03', 'TM-01', 'X-42'])('refuses %s without one', (gone) => {
    const table = mutationTable(catalogue, ids.filter((id) => id !== gone).map(row), PROOFS, yes);
    expect(table.missing).toEqual([gone]);
    expect(mutationPage(table)).toContain(`| ${gone} `);
  });

  it('refuses a row of a check that is no more', () => {
    expect(mutationTable(catalogue, [...ids, 'TM-99'].map(row), {}, yes).unknown).toEqual(['TM-99']);
  });

  it('lets go without a row only what something else proves, by a test that passed', () => {
    const rest = ids.filter((id) => id !== 'SC-06' && id !== 'TM-01').map(row);
    const proofs = { ...PROOFS, 'TM-01': ['a.test.ts', 'a claim'] as const };
    expect(mutationTable(catalogue, rest, proofs, yes).missing).toEqual(['TM-01']);
    expect(mutationTable(catalogue, rest, proofs, () => false).missing).toEqual(['TM-01', 'SC-06']);
  });

  it('shows the change, the marked text, the finding and what comes with it', () => {
    const line = mutationPage(whole)
      .split('\n')
      .find((text) => text.startsWith('| TM-01 '));
    expect(line).toMatch(
      /^\| TM-01 [^|]+ \| examples\/a\.md \| the owner is gone; takes out “owner \\\| team” \| examples\/a\.md line 3: “## Owner ”, and 1 more \| must: Nobody owns \\<it> \| X-22, examples\/b\.md DOC-03 not-evaluated \|$/,
    );
  });
});

it('every proof by another test names one that is there', () => {
  for (const [file, title] of Object.values(PROOFS)) {
    const path = fileURLToPath(new URL(`../../${file}`, import.meta.url));
    expect(existsSync(path), file).toBe(true);
    expect(readFileSync(path, 'utf8'), title).toContain(`it('${title}'`);
  }
});
