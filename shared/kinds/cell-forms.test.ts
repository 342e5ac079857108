import { describe, expect, it } from 'vitest';
import type { CellEdit } from '../preview/cell-edit';
import { planCell } from '../rubric/plan-cell';
import { patience, rounds, seeded } from '../util/seeded.test-support';
import { actionItems } from './action-items';
import { type Cell, cellsOf, type Form, readAs, write } from './cell-forms.test-support';
import { kitText } from './kit-fixture.test-support';
import { raciMatrix } from './raci-matrix';
import { reviewAgenda } from './review-agenda';
import { riskRegister } from './risk-register';
import { tradeoffMatrix } from './tradeoff-matrix';

const FORMS: readonly Form[] = [
  { kind: tradeoffMatrix, path: 'examples/part1-design-doc/tradeoff-matrix.yaml' },
  { kind: riskRegister, path: 'examples/part1-design-doc/risk-register.json' },
  { kind: raciMatrix, path: 'examples/part3-architecture-review/raci-matrix.yaml' },
  { kind: reviewAgenda, path: 'examples/part3-architecture-review/review-agenda.md' },
  { kind: actionItems, path: 'examples/part4-postmortem/action-items.yaml' },
];

const NAMES = [
  'Jo Fry',
  "Ann O'Neil",
  'Fry, Jo',
  'a: b',
  '# c',
  'x | y',
  '"Q"',
  '中文',
  'no',
  '12',
  'Ω & <b>',
];

/** Something that may be typed into a cell. */
function typedInto(edit: CellEdit, below: (n: number) => number): string {
  switch (edit.type) {
    case 'number': {
      const least = Math.ceil(edit.min ?? 1);
      const number = least + below((edit.max ?? 100) - least + 1);
      return edit.whole || number === edit.max ? String(number) : `${number}${['', '.5', '.25'][below(3)]}`;
    }
    case 'choice': {
      const values = [...edit.choices.map(({ value }) => value), ...(edit.optional ? [''] : [])];
      return values[below(values.length)] ?? '';
    }
    case 'date':
      return new Date(Date.UTC(2024, below(12), 1 + below(28))).toISOString().slice(0, 10);
    case 'text':
      return NAMES[below(NAMES.length)] ?? '';
  }
}

describe.each(FORMS.map((form) => [form.kind.id, form] as const))(
  'cells of the worked file: %s',
  (_, form) => {
    const original = kitText(form.path);

    it(
      'says what it says, but for the cell that was changed; changed back it is the same, byte for byte',
      () => {
        const below = seeded(7);
        const before = cellsOf(form, original);
        const names = [...before.keys()];
        expect(names.length).toBeGreaterThan(20);
        for (let round = rounds(20); round > 0; round--) {
          const name = names[below(names.length)] ?? '';
          const edit = before.get(name)?.edit as CellEdit;
          const typed = typedInto(edit, below);
          const changed = write(form, original, name, typed);
          const after = cellsOf(form, changed);
          const said =
            after.get(name) ??
            [...after.values()].find(
              ({ edit: { path }, span }) =>
                typeof path === 'number' && span.from === before.get(name)?.span.from,
            );
          expect(said?.edit.value, `${name} ${typed}`).toBe(typed);
          const others = (cells: ReadonlyMap<string, Cell>) =>
            [...cells.values()]
              .filter((cell) => cell !== before.get(name) && cell !== said)
              .map((cell) => cell.edit.value);
          expect(others(after)).toEqual(others(before));
          const back = write(form, changed, said?.edit.name ?? '', edit.value);
          if (typed === '') {
            // What was taken out comes back where its neighbours' order has it.
            expect([...cellsOf(form, back).values()].map((cell) => cell.edit.value)).toEqual(
              [...before.values()].map((cell) => cell.edit.value),
            );
            continue;
          }
          const { from, to } = (before.get(name) as Cell).span;
          // Text that had to be quoted stays so.
          const quoted = `${original.slice(0, from)}${JSON.stringify(edit.value)}${original.slice(to)}`;
          expect([original, quoted], `${name} ${typed}`).toContain(back);
        }
      },
      patience(60_000),
    );

    it('asks without writing, and writes nothing where nothing differs', () => {
      const source = readAs(form.path, original);
      for (const cell of cellsOf(form, original).values())
        for (const typed of [null, cell.edit.value])
          expect(planCell(source, { ...cell, typed }), cell.edit.name).toEqual({ edits: [] });
    });

    it('answers with a reason and a line when the text has moved on', () => {
      const moved = `${form.path.endsWith('.md') ? 'A line.' : ''}\n${original}`;
      const [cell] = cellsOf(form, original).values();
      const stale = {
        ...(cell as Cell),
        edit: { ...(cell as Cell).edit, value: 'something else' },
        typed: null,
      };
      expect(planCell(readAs(form.path, moved), stale)).toMatchObject({
        problem: expect.stringContaining('changed meanwhile'),
        line: expect.any(Number),
      });
    });
  },
);
