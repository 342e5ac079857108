import type { Fact } from '../../rubric/fact';
import { methodFacts } from '../../rubric/impact-methods';
import { movedFact } from '../../rubric/moved-fact';
import type { PieceText } from '../../text/markdown/piece';
import { inPieces } from '../../text/markdown/pieces';
import { numbersIn } from '../../text/measures';
import { movedSpan, type Span } from '../../text/span';
import { type Columns, findTable, type TableView, viewTable } from '../../text/tables';
import type { Postmortem } from './model';

type Column = 'id' | 'measure' | 'value' | 'method';

const COLUMNS: Columns<Column> = {
  id: ['id', 'ref'],
  measure: ['measure', 'what', 'impact'],
  value: ['value', 'amount', 'size', 'how much'],
  method: ['how measured', 'how it was measured', 'how counted', 'method', 'how'],
};

/** The rows of the impact table with the first number of their value, and how they say it was counted. */
export function impactFacts({ doc, section }: Postmortem): readonly Fact[] {
  const impact = section('impact');
  const view = impact ? findTable<Column>(doc, impact.body, COLUMNS, ['value']) : null;
  if (!view) return [];
  const tables = inPieces(doc, rowsOfTables, movedRows);
  return tables.find(({ table }) => table.from === view.table.span.from)?.facts ?? [];
}

/** The rows of a table, and where it stands. */
interface Rows {
  readonly table: Span;
  readonly facts: readonly Fact[];
}

function rowsOfTables({ tables, plain }: PieceText): Rows[] {
  return tables.flatMap((table) => {
    const view = viewTable(table, COLUMNS);
    return view.has('value') ? [{ table: table.span, facts: rowsOf(view, plain) }] : [];
  });
}

function movedRows({ table, facts }: Rows, by: number): Rows {
  return { table: movedSpan(table, by), facts: facts.map((fact) => movedFact(fact, by)) };
}

function rowsOf(view: TableView<Column>, plain: string): Fact[] {
  return view.table.rows.flatMap((row): Fact[] => {
    const cell = view.cell(row, 'value');
    const [value] = cell ? numbersIn(plain, cell.span) : [];
    const name = view.text(row, 'measure') || view.text(row, 'id');
    const id = /(?<![A-Za-z0-9-])IM-\d{2,4}(?!\d)/.exec(`${view.text(row, 'id')} ${name}`)?.[0] ?? name;
    if (!value || id === '') return [];
    const { from, to, text, tolerance, dimension } = value;
    const how = view.cell(row, 'method');
    return [
      {
        type: 'record',
        set: 'impact-row',
        id,
        fields: { name, value: value.value, tolerance, dimension, unit: value.unit, text },
        places: {},
        span: { from, to },
      },
      ...(how
        ? methodFacts(id, plain.slice(how.span.from, how.span.to), (part) => ({
            from: how.span.from + part.from,
            to: how.span.from + part.to,
          }))
        : []),
    ];
  });
}
