import type { MutationRow } from '../../shared/kinds/mutation-rows.test-support';
import type { RubricCatalogue } from '../../shared/rubric/catalogue';

/** A check that must have a proof, in the order of the table. */
interface Check {
  readonly id: string;
  readonly title: string;
  /** What it belongs to: every kind, one kind, or the rules over several files. */
  readonly of: string;
  /** Set when something else than a change of a text proves it. */
  readonly provedBy?: string;
}

/** Proofs of criteria whose verdict no text can show, as test file and title: `SC-06` by a test of the generator. */
export type Proofs = Readonly<Record<string, readonly [file: string, title: string]>>;

export interface MutationTable {
  readonly checks: readonly (Check & { readonly rows: readonly MutationRow[]; readonly proof?: string })[];
  /** Ids that nothing proves; not empty means that the rubric may not be published. */
  readonly missing: readonly string[];
  /** Rows whose id no check has: a test that proves nothing any more. */
  readonly unknown: readonly string[];
}

/** Joins the checks of the studio with the proofs of one run. `passed` says whether a test of that run passed. */
export function mutationTable(
  catalogue: RubricCatalogue,
  rows: readonly MutationRow[],
  proofs: Proofs,
  passed: (file: string, title: string) => boolean,
): MutationTable {
  const checks = checksOf(catalogue).map((check) => {
    const [file, title] = proofs[check.id] ?? [];
    const exempt = check.provedBy !== undefined && file !== undefined && title !== undefined;
    return {
      ...check,
      rows: rows.filter((row) => row.id === check.id),
      ...(exempt && passed(file, title) ? { proof: `${file}: ${title}` } : {}),
    };
  });
  const known = new Set(checks.map(({ id }) => id));
  return {
    checks,
    missing: checks
      .filter((check) => check.rows.length === 0 && check.proof === undefined)
      .map(({ id }) => id),
    unknown: [...new Set(rows.map(({ id }) => id))].filter((id) => !known.has(id)),
  };
}

function checksOf({ criteria, rules }: RubricCatalogue): readonly Check[] {
  return [
    ...criteria.flatMap(({ criterion, kind }) => {
      if (criterion.mode !== 'auto') return [];
      const { id, title, provedBy } = criterion;
      return [
        { id, title, of: kind?.title ?? 'Every kind', ...(provedBy === undefined ? {} : { provedBy }) },
      ];
    }),
    ...rules.map(({ id, title }) => ({ id, title, of: 'Rules over several files' })),
  ];
}

/** The table as a page: one row a proof, grouped as the rubric is. */
export function mutationPage(table: MutationTable): string {
  const proofs = table.checks.reduce((sum, check) => sum + check.rows.length, 0);
  const lines = [
    '# What makes each check fail',
    '',
    `Every automatic criterion and every rule, with changes of the worked examples that it notices: ${table.checks.length} checks, ${proofs} changes.`,
    'Each change was made and judged in the whole kit. Apart from the check itself, the verdicts in the last column changed and no others.',
  ];
  let of = '';
  for (const check of table.checks) {
    if (check.of !== of) {
      of = check.of;
      lines.push('', `## ${of}`, '', HEAD, RULE);
    }
    const id = `${check.id} ${check.title}`;
    if (check.proof !== undefined) lines.push(row([id, '', check.proof, '', '', '']));
    for (const proof of check.rows) lines.push(rowOf(id, proof));
    if (check.rows.length === 0 && check.proof === undefined)
      lines.push(row([id, '', '**nothing**', '', '', '']));
  }
  return `${lines.join('\n')}\n`;
}

const HEAD = '| Check | File | Change | Marked | Finding | Changes with it |';
const RULE = '| --- | --- | --- | --- | --- | --- |';

function rowOf(id: string, proof: MutationRow): string {
  const change = [...(proof.name === '' ? [] : [proof.name]), ...proof.change].join('; ');
  const more = proof.findings > 1 ? `, and ${proof.findings - 1} more` : '';
  const marked = `${proof.path} line ${proof.line}: ${short(proof.text)}${more}`;
  const cells = [id, proof.changed.join(', '), change, marked, `${proof.severity}: ${proof.message}`];
  return row([...cells, proof.also.join(', ')]);
}

function short(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return `“${flat.length > 80 ? `${flat.slice(0, 79)}…` : flat}”`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(cell).join(' | ')} |`;
}

/** Quoted text of the files is no Markdown of this page. */
function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\|<`*_[\]]/g, '\\$&');
}
