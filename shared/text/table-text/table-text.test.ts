import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../edits/edit';
import { parseMarkdown } from '../markdown';
import {
  alignColumn,
  appendRows,
  cellAt,
  cellsFrom,
  cellText,
  columnsOf,
  deleteColumn,
  deleteRow,
  displayWidth,
  formatTable,
  goToCell,
  insertColumn,
  insertRow,
  linesOf,
  moveColumn,
  moveRow,
  neighbourCell,
  placeAt,
  type TableChange,
  tableAt,
  type WrittenTable,
  writeCell,
  writeTable,
} from '.';

const TABLE = `| Risk | Owner |
| --- | :-: |
| R-01 \\| split | \`a\\|b\` |
| R-02 |
`;

const read = (text: string, at = 0): WrittenTable => {
  const table = tableAt(linesOf(text), at);
  if (!table) throw new Error(`no table in ${text}`);
  return table;
};
const textsOf = (text: string, table: WrittenTable) =>
  [table.header, ...table.rows].map(({ cells }) =>
    cells.map((cell) => text.slice(cell.text.from, cell.text.to)),
  );
const made = (text: string, change: TableChange | null) => {
  if (!change) return null;
  const after = applyEdits(text, change.edits);
  const { from, to } = change.select;
  return `${after.slice(0, from)}«${after.slice(from, to)}»${after.slice(to)}`;
};

describe('a table as it is written', () => {
  it('has its cells between bars that are not escaped', () => {
    expect(textsOf(TABLE, read(TABLE))).toEqual([['Risk', 'Owner'], ['R-01 \\| split', '`a\\|b`'], ['R-02']]);
    expect(read(TABLE).alignments).toEqual(['none', 'center']);
  });

  it.each([
    [
      'in a quotation',
      '> | a | b |\n> | - | - |\n> | 1 | 2 |\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'in a list',
      '- | a | b |\n  | - | - |\n  | 1 | 2 |\n- next\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'under a paragraph',
      'text\na | b\n- | -\n1 | 2\n\n3 | 4',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['with one column', '| a |\n| - |\n| 1 |\n# heading\n', [['a'], ['1']]],
    [
      'with nothing in it',
      '| a | |\n|---|---|\n| | |\n',
      [
        ['a', ''],
        ['', ''],
      ],
    ],
  ])('is found %s', (_, text, cells) => {
    const table = read(text, text.indexOf('a |'));
    expect(textsOf(text, table)).toEqual(cells);
  });

  it('is none without a row of dashes of as many columns, or beyond its end', () => {
    expect(tableAt(linesOf('a | b\nc | d\n'), 2)).toBeNull();
    expect(tableAt(linesOf('| a | b |\n| --- |\n'), 2)).toBeNull();
    expect(tableAt(linesOf(`${TABLE}\nafter`), TABLE.length + 2)).toBeNull();
    expect(tableAt(linesOf(`> | a | b |\n| - | - |\n`), 4)).toBeNull();
    expect(tableAt(linesOf(''), 0)).toBeNull();
  });

  it('knows the cell of an offset, and the one after it', () => {
    const table = read(TABLE);
    const at = (needle: string) => placeAt(table, TABLE.indexOf(needle));
    expect([at('Risk'), at('Owner'), at('split'), at('a\\|b'), at('R-02')]).toEqual([
      { row: -1, column: 0 },
      { row: -1, column: 1 },
      { row: 0, column: 0 },
      { row: 0, column: 1 },
      { row: 1, column: 0 },
    ]);
    expect(neighbourCell(table, { row: -1, column: 1 }, 1)).toEqual({ row: 0, column: 0 });
    expect(neighbourCell(table, { row: 0, column: 0 }, -1)).toEqual({ row: -1, column: 1 });
    expect(neighbourCell(table, { row: 1, column: 1 }, 1)).toBeNull();
    expect(neighbourCell(table, { row: -1, column: 0 }, -1)).toBeNull();
    // The row of dashes counts as the header.
    expect(placeAt(table, TABLE.indexOf(':-:'))).toEqual({ row: -1, column: 1 });
  });
});

describe('editing a table', () => {
  const table = read(TABLE);

  it('selects the text of a cell, and adds what a short row lacks', () => {
    expect(made(TABLE, goToCell(table, { row: -1, column: 1 }))).toContain('| Risk | «Owner» |');
    expect(made(TABLE, goToCell(table, { row: 1, column: 1 }))).toContain('| R-02 | «» |\n');
    expect(goToCell(table, { row: 7, column: 0 })).toBeNull();
  });

  it('adds, removes and moves rows', () => {
    expect(made(TABLE, insertRow(table, 1, 0))).toMatch(/\| R-02 \|\n\| «» \| {2}\|\n$/);
    expect(made(TABLE, insertRow(table, -1, 1))).toContain('| :-: |\n|  | «» |\n| R-01');
    expect(made(TABLE, deleteRow(table, { row: 0, column: 1 }))).toBe(
      '| Risk | Owner |\n| --- | :-: |\n| «R-02» |\n',
    );
    expect(deleteRow(table, { row: -1, column: 0 })).toBeNull();
    const at = TABLE.indexOf('R-02') + 2;
    expect(made(TABLE, moveRow(table, 1, -1, at))).toBe(
      '| Risk | Owner |\n| --- | :-: |\n| R-«»02 |\n| R-01 \\| split | `a\\|b` |\n',
    );
    expect(moveRow(table, 0, -1, 0)).toBeNull();
  });

  it('adds, removes and moves columns', () => {
    expect(made(TABLE, insertColumn(table, 1, 0))).toBe(
      '| Risk |  | Owner |\n| --- | --- | :-: |\n| R-01 \\| split | «» | `a\\|b` |\n| R-02 |  |\n',
    );
    expect(made(TABLE, insertColumn(table, 2, -1))).toContain('| Risk | Owner | «» |\n| --- | :-: | --- |\n');
    expect(made(TABLE, deleteColumn(table, { row: 0, column: 0 }))).toBe(
      '| Owner |\n| :-: |\n| «`a\\|b`» |\n| |\n',
    );
    expect(made(TABLE, moveColumn(table, { row: 0, column: 0 }, 1))).toBe(
      '| Owner | Risk |\n| :-: | --- |\n| `a\\|b` | «R-01 \\| split» |\n|  | R-02 |\n',
    );
    expect(moveColumn(table, { row: 0, column: 1 }, 1)).toBeNull();
    expect(deleteColumn(read('| a |\n| - |\n'), { row: -1, column: 0 })).toBeNull();
  });

  it('works without bars at the ends', () => {
    const bare = 'a | b\n--- | ---\n1 | 2\n';
    expect(made(bare, insertRow(read(bare), 0, 1))).toBe('a | b\n--- | ---\n1 | 2\n  | «» \n');
    expect(made(bare, insertColumn(read(bare), 0, 0))).toBe('|  | a | b\n--- | --- | ---\n| «» | 1 | 2\n');
    expect(made(bare, deleteColumn(read(bare), { row: 0, column: 1 }))).toContain('a \n--- \n«1» \n');
  });

  it('works in quotations and lists, whose marks new rows have', () => {
    const quoted = '> | a | b |\n> | - | - |\n> | 1 | 2 |\n';
    expect(made(quoted, insertRow(read(quoted), 0, 1))).toBe(`${quoted}> |  | «» |\n`);
    const listed = '1. | a | b |\n   | - | - |\n   | 1 | 2 |\n';
    expect(made(listed, insertRow(read(listed), -1, 0))).toBe(
      '1. | a | b |\n   | - | - |\n   | «» |  |\n   | 1 | 2 |\n',
    );
    expect(made(listed, insertColumn(read(listed), 0, 0))).toContain('1. |  | a | b |\n   | --- | - | - |\n');
  });

  it('says how a column is aligned, as wide as it was', () => {
    const aligned = (alignment: 'left' | 'right' | 'center' | 'none', column: number) =>
      applyEdits(TABLE, alignColumn(table, column, alignment)).split('\n')[1];
    expect(aligned('right', 0)).toBe('| --: | :-: |');
    expect(aligned('center', 1)).toBe('| --- | :-: |');
    expect(aligned('none', 1)).toBe('| --- | --- |');
    expect(alignColumn(table, 1, 'center')).toEqual([]);
  });

  it('brings bars below each other when asked', () => {
    expect(applyEdits(TABLE, formatTable(table)).split('\n')).toEqual([
      '| Risk          | Owner  |',
      '| ------------- | :----: |',
      '| R-01 \\| split | `a\\|b` |',
      '| R-02          |        |',
      '',
    ]);
    expect(displayWidth('日本 é👍')).toBe(8);
  });
});

describe('pasted cells', () => {
  it('are told from text by their tabs', () => {
    expect(cellsFrom('a\tb\r\nc\t"d ""q""\ne"\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd "q"\ne'],
    ]);
    expect(cellsFrom('a\t"inch\nc\td')).toEqual([
      ['a', '"inch'],
      ['c', 'd'],
    ]);
    for (const text of ['no tabs', 'one\tline', 'a\tb\nc', '\tif (x)\n\treturn'])
      expect(cellsFrom(text)).toBeNull();
  });

  it('become a table', () => {
    expect(writeTable([['a|b', 'c'], ['d\ne\\']])).toBe('| a\\|b | c |\n| --- | --- |\n| d e\\\\ |  |');
  });
});

const cell = fc.string({
  unit: fc.constantFrom('a', 'ß', '日', ' ', '|', '\\', '`', '*', '1', '-', ':'),
  maxLength: 8,
});
const rows = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }))
  .chain(([columns, count]) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
      minLength: count,
      maxLength: count,
    }),
  );
const lead = fc.constantFrom('', '> ', '> > ', '   ');
const place = fc.tuple(fc.nat(20), fc.nat(20));

/** A table in a text, its last row short now and then, without bars at the ends now and then. */
const scene = fc
  .tuple(rows, lead, fc.boolean(), fc.boolean())
  .map(([cells, start, bars, before]) => {
    const lines = writeTable(cells)
      .split('\n')
      .map((line) => (bars || cells[0]?.length === 1 ? line : line.slice(2, -2)))
      .map((line) => start + line);
    const head = before ? 'Before | it\n\n' : '';
    return { text: `${head}${lines.join('\n')}\n\nAfter | it.\n`, at: head.length };
  })
  .filter(({ text, at }) => tableAt(linesOf(text), at) !== null);

const options = { numRuns: 300 };

describe('any table', () => {
  it('has the cells that the parser of the rubric finds', () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const text = `${writeTable(cells)}\n`;
        const parsed = parseMarkdown(text).tables[0];
        const own = read(text);
        const spans = (line: { cells: readonly { span?: unknown; text: unknown }[] }) => line.cells.length;
        expect([own.header, ...own.rows].map(spans)).toEqual(
          parsed ? [parsed.header, ...parsed.rows].map(spans) : [],
        );
        const texts = parsed
          ? [parsed.header, ...parsed.rows].map((row) =>
              row.cells.map(({ span }) => text.slice(span.from, span.to)),
            )
          : [];
        expect(textsOf(text, own)).toEqual(texts);
      }),
      options,
    );
  });

  it('keeps every character outside a cell that is written, and every other cell', () => {
    fc.assert(
      fc.property(scene, place, cell, ({ text, at }, [r, c], words) => {
        const table = read(text, at);
        const where = { row: (r % (table.rows.length + 1)) - 1, column: c % columnsOf(table) };
        const target = cellAt(table, where);
        if (!target) return;
        const edit = writeCell(target, words);
        const after = applyEdits(text, [edit]);
        expect(edit.from >= target.whole.from && edit.to <= target.whole.to).toBe(true);
        expect(after.slice(0, target.whole.from)).toBe(text.slice(0, target.whole.from));
        expect(after.slice(after.length - (text.length - target.whole.to))).toBe(text.slice(target.whole.to));
        const again = tableAt(linesOf(after), at);
        // A first cell without a bar can be written so that it opens something else.
        if (!again || again.rows.length !== table.rows.length || !table.delimiter.openBar) return;
        const expected = textsOf(text, table).map((row) => [...row]);
        (expected[where.row + 1] as string[])[where.column] = cellText(words);
        expect(textsOf(after, again)).toEqual(expected);
      }),
      options,
    );
  });

  it('is what it was after a row or column came and went, or was moved there and back', () => {
    fc.assert(
      fc.property(scene, place, ({ text, at }, [r, c]) => {
        const table = read(text, at);
        // A cell less at the end of a row reads the same, but is not written the same.
        if (table.rows.some((line) => line.cells.length !== columnsOf(table))) return;
        const row = (r % (table.rows.length + 1)) - 1;
        const column = c % columnsOf(table);
        const there = (change: TableChange | null) => {
          if (!change) return null;
          const after = applyEdits(text, change.edits);
          const again = tableAt(linesOf(after), at);
          // A row without bars at its ends may begin like a list or heading once it stands elsewhere.
          if (table.delimiter.openBar) expect(again).not.toBeNull();
          return again && { after, again };
        };
        const back = (step: ReturnType<typeof there>, undo: (t: WrittenTable) => TableChange | null) => {
          const change = step && undo(step.again);
          if (step && change) expect(applyEdits(step.after, change.edits)).toBe(text);
        };
        back(there(insertRow(table, row, column)), (t) => deleteRow(t, { row: row + 1, column }));
        if (column > 0 || table.delimiter.openBar)
          back(there(insertColumn(table, column, row)), (t) => deleteColumn(t, { row, column }));
        back(there(moveRow(table, row, 1, at)), (t) => moveRow(t, row, 1, at));
        if (table.delimiter.openBar)
          back(there(moveColumn(table, { row, column }, 1)), (t) => moveColumn(t, { row, column }, 1));
      }),
      options,
    );
  });

  it('keeps the texts of its cells when it is formatted, and is formatted once', () => {
    fc.assert(
      fc.property(scene, ({ text, at }) => {
        const table = read(text, at);
        const after = applyEdits(text, formatTable(table));
        const again = read(after, at);
        const full = textsOf(text, table).map((row) => [
          ...row,
          ...Array.from({ length: Math.max(0, columnsOf(table) - row.length) }, () => ''),
        ]);
        expect(textsOf(after, again)).toEqual(full);
        expect(again.alignments).toEqual(table.alignments);
        expect(formatTable(again)).toEqual([]);
      }),
      options,
    );
  });

  it('is told exactly where an edit of it may reach', () => {
    fc.assert(
      fc.property(scene, rows, ({ text, at }, more) => {
        const table = read(text, at);
        const edit = appendRows(
          table,
          more.map((row) => row.map(cellText)),
        );
        const after = applyEdits(text, [edit]);
        expect(after.startsWith(text.slice(0, table.to))).toBe(true);
        expect(after.endsWith(text.slice(table.to))).toBe(true);
      }),
      options,
    );
  });

  it('of a thousand rows is read and changed in a few milliseconds', () => {
    const text = writeTable(
      Array.from({ length: 1001 }, (_, n) => [`R-${n}`, 'words of a cell', '3', 'Ada']),
    );
    const lines = linesOf(text);
    const start = process.cpuUsage();
    for (let n = 0; n < 20; n++) {
      const table = tableAt(lines, text.length - 5);
      expect(table?.rows.length).toBe(1000);
      if (table) formatTable(table);
    }
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 20 / 1000).toBeLessThan(40);
  });
});
