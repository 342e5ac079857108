import { relativeLink } from '../../domain/kit-path';
import type { Problem } from '../../rubric/criterion';
import type { Packet } from '../../rubric/packet';
import { insertRow } from '../../text/edits/cell';
import type { Column, DecisionLog } from './model';

type Adr = ReturnType<Packet['definitions']>[number];

/** The repair that writes the row of an ADR from its header, behind the last row with a smaller number; the columns are those the log has. */
export function missingRow(log: DecisionLog, path: string, adr: Adr): Pick<Problem, 'fix'> {
  const { table } = log;
  if (!table) return {};
  const { header } = table.table;
  const cells = header.cells.map(() => '');
  const put = (column: Column, text: string) => {
    const at = table.cell(header, column);
    const index = at ? header.cells.indexOf(at) : -1;
    if (index >= 0) cells[index] = text;
  };
  const text = (field: string) => String(adr.data[field] ?? '');
  const list = (field: string) => [adr.data[field] ?? []].flat().join(', ');
  // Linked where the other rows are; a log without links stays one.
  const linked = log.rows.some((row) =>
    log.doc.text.slice(row.row.span.from, row.row.span.to).includes(']('),
  );
  put('id', linked ? `[${adr.id}](${encodeURI(relativeLink(path, adr.path))})` : adr.id);
  put('title', adr.title);
  put('status', text('status'));
  put('type', text('reversibility').replace(/^type-(\d)$/, 'Type $1'));
  put('date', text('date'));
  put('decider', list('decision-makers'));
  put('confidence', text('confidence'));
  put('supersedes', list('supersedes'));
  put('supersededBy', list('superseded-by'));
  put('revisit', list('revisit'));
  const behind = log.rows.filter((row) => row.id !== '' && row.id < adr.id).length - 1;
  return {
    fix: { title: `Add the row of ${adr.id}`, edits: [insertRow(log.doc, table.table, behind, cells)] },
  };
}
