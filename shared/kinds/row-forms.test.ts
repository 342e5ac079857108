import { describe, expect, it } from 'vitest';
import type { TableBlock } from '../preview/block';
import type { RowEdit, RowPlace } from '../preview/row-edit';
import { blocksOf } from '../rubric/blocks-of';
import type { CellAnswer } from '../rubric/plan-cell';
import { triedOut } from '../rubric/try-out';
import { applyEdits } from '../text/edits/edit';
import { actionItems } from './action-items';
import { cellsOf, type Form, readAs, write } from './cell-forms.test-support';
import { kitText } from './kit-fixture.test-support';
import { raciMatrix } from './raci-matrix';
import { reviewAgenda } from './review-agenda';
import { riskRegister } from './risk-register';
import { tradeoffMatrix } from './tradeoff-matrix';

const MATRIX: Form = { kind: tradeoffMatrix, path: 'examples/part1-design-doc/tradeoff-matrix.yaml' };
const REGISTER: Form = { kind: riskRegister, path: 'examples/part1-design-doc/risk-register.json' };
const RACI: Form = { kind: raciMatrix, path: 'examples/part3-architecture-review/raci-matrix.yaml' };
const AGENDA: Form = { kind: reviewAgenda, path: 'examples/part3-architecture-review/review-agenda.md' };
const ACTIONS: Form = { kind: actionItems, path: 'examples/part4-postmortem/action-items.yaml' };

/** The tables of each kind that get rows, what a row is, and what a new one is called by the file. */
const GROWING: readonly (readonly [form: Form, noun: string, fresh: RegExp])[] = [
  [MATRIX, 'criterion', /^Weight of C8 /],
  [MATRIX, 'option', /^Id of option \d/],
  [REGISTER, 'risk', /^Likelihood of R-13$/],
  [RACI, 'activity', /^MH in RA-13$/],
  [RACI, 'person', /^Key of person 18$/],
  [AGENDA, 'slot', /^Minutes of <item, in a few words>$/],
  [ACTIONS, 'action', /^Due of AI-13$/],
];

function tableOf({ kind, path }: Form, text: string, noun: string): TableBlock & { readonly grows: RowEdit } {
  const blocks = blocksOf(kind, readAs(path, text)) ?? [];
  const tables = blocks.flatMap((block) =>
    block.kind === 'table' ? [block] : block.kind === 'chart' ? [block.table] : [],
  );
  const [table, ...more] = tables.filter(({ grows }) => grows?.noun === noun);
  if (!table?.grows) throw new Error(`No table of ${path} gets a ${noun}`);
  expect(more).toEqual([]);
  return table as TableBlock & { readonly grows: RowEdit };
}

function plan(form: Form, text: string, rows: RowEdit, out: RowPlace | null): CellAnswer {
  const question = { rows, out, span: { from: 0, to: 0 } };
  return triedOut(form.kind, readAs(form.path, text), question) as CellAnswer;
}

function change(form: Form, text: string, noun: string, out: RowPlace | null): string {
  const answer = plan(form, text, tableOf(form, text, noun).grows, out);
  if (!('edits' in answer)) throw new Error(`Line ${answer.line}: ${answer.problem}`);
  return applyEdits(text, answer.edits);
}

const places = (form: Form, text: string, noun: string): readonly RowPlace[] =>
  tableOf(form, text, noun).rows.flatMap(({ place }) => (place ? [place] : []));

describe.each(GROWING.map((one) => [`${one[0].kind.id}, ${one[1]}`, one] as const))(
  'rows of the worked file: %s',
  (_, [form, noun, fresh]) => {
    const original = kitText(form.path);

    it('gets one more, whose cells can be written; taken out again the file is the same, byte for byte', () => {
      const before = cellsOf(form, original);
      const more = change(form, original, noun, null);
      const after = cellsOf(form, more);
      for (const [name, cell] of before) expect(after.get(name)?.edit.value, name).toBe(cell.edit.value);
      const added = [...after.keys()].filter((name) => !before.has(name));
      expect(
        added.some((name) => fresh.test(name)),
        added.join('\n'),
      ).toBe(true);
      const last = places(form, more, noun).at(-1);
      expect(last?.index).toBe(tableOf(form, original, noun).grows.count);
      expect(change(form, more, noun, last ?? null)).toBe(original);
      for (const name of added.slice(-12)) {
        const edit = after.get(name)?.edit;
        const typed =
          edit?.type === 'number'
            ? String(edit.min ?? 1)
            : edit?.type === 'choice'
              ? (edit.choices.at(-1)?.value ?? '')
              : edit?.type === 'date'
                ? '2024-05-17'
                : 'Some words';
        const written = write(form, more, name, typed);
        expect(written, name).toContain(typed);
        expect(written, name).not.toBe(more);
      }
    });

    it('loses any one of its rows and nothing else, or says why not', () => {
      const rows = tableOf(form, original, noun).rows.filter(({ place }) => place);
      for (const { place } of rows) {
        const answer = plan(form, original, tableOf(form, original, noun).grows, place ?? null);
        if (!('edits' in answer)) {
          expect(answer.problem).toMatch(/comment/);
          expect(answer.line).toBeGreaterThan(1);
          continue;
        }
        const after = applyEdits(original, answer.edits);
        const left = tableOf(form, after, noun).rows.filter((row) => row.place);
        expect(left.map((row) => row.place?.was)).toEqual(
          rows.filter((row) => row.place !== place).map((row) => row.place?.was),
        );
        // Whole lines went: each one that is left stood there before, in this order.
        const lines = original.split('\n');
        let at = 0;
        for (const line of after.split('\n')) {
          at = lines.indexOf(line, at) + 1;
          expect(at, line).toBeGreaterThan(0);
        }
      }
    });

    it('changes nothing when the text has moved on', () => {
      const { grows } = tableOf(form, original, noun);
      const [first, second] = places(form, original, noun);
      const stale = [
        plan(form, original, { ...grows, count: grows.count + 1 }, null),
        plan(form, original, grows, first && second ? { ...first, was: second.was } : null),
      ];
      for (const answer of stale)
        expect(answer).toMatchObject({ problem: expect.stringContaining('changed meanwhile') });
    });
  },
);

describe('files without a row yet', () => {
  it.each<readonly [Form, string, string, string]>([
    [{ kind: riskRegister, path: 'risk-register.yaml' }, 'risk', 'risks: []\n', 'risks:\n  - id: R-01\n'],
    [
      { kind: riskRegister, path: 'risk-register.yaml' },
      'risk',
      'title: T\n',
      'title: T\nrisks:\n  - id: R-01\n',
    ],
    [ACTIONS, 'action', 'items: # none\n', 'items: # none\n  - id: AI-01\n'],
    [RACI, 'activity', 'people: []\nactivities:\n', 'people: []\nactivities:\n  - id: RA-01\n'],
    [MATRIX, 'criterion', 'criteria: []\noptions: []\n', 'criteria:\n  - id: C1\n'],
  ])('%o %s %j', (form, noun, text, start) => {
    expect(change(form, text, noun, null).startsWith(start)).toBe(true);
  });
});

const HARD = `# the rows are real
criteria:
    # the first is about all
  - id: C1
    name: Speed # fast
    weight: 60
  -   id: 'C2'
      name: "Cost"
      weight: 40
options:
- id: a
  scores: {C1: {score: 4}, C2: {score: 3}} # both
- id: b
  scores:
    C1: &one {score: 2}
    C2: *one
    # kept
  weighted_total: 2
`;

describe('a hard matrix', () => {
  const form: Form = { kind: tradeoffMatrix, path: 'matrix.yaml' };

  it('gets a criterion in its list and in the scores of each option', () => {
    const after = change(form, HARD, 'criterion', null);
    expect(after).toBe(
      HARD.replace(
        '      weight: 40\n',
        `      weight: 40
  -   id: 'C3'
      name: "<name, in a few words>"
      weight: "<weight, a number>"
      rationale: "<rationale, in a few words>"
`,
      )
        .replace(
          'C2: {score: 3}}',
          'C2: {score: 3}, C3: {score: "<score, a whole number>", evidence: "<evidence, in a few words>"}}',
        )
        .replace(
          '    C2: *one\n',
          `    C2: *one
    C3:
      score: "<score, a whole number>"
      evidence: "<evidence, in a few words>"
`,
        ),
    );
    expect(change(form, after, 'criterion', places(form, after, 'criterion').at(-1) ?? null)).toBe(HARD);
  });

  it('loses one with its scores, but not the one that the file repeats', () => {
    const [first, second] = places(form, HARD, 'criterion');
    const { grows } = tableOf(form, HARD, 'criterion');
    expect(change(form, HARD, 'criterion', second ?? null)).toBe(
      HARD.replace(`  -   id: 'C2'\n      name: "Cost"\n      weight: 40\n`, '')
        .replace(', C2: {score: 3}}', '}')
        .replace('    C2: *one\n', ''),
    );
    expect(plan(form, HARD, grows, first ?? null)).toMatchObject({ line: expect.any(Number) });
  });
});
