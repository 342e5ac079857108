import {
  type AutoCriterion,
  failBecause,
  judge,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import { type Column, cellSpan, type DecisionLog, type LogRow } from '../model';

const FIELDS = ['status', 'date', 'title'] as const satisfies readonly Column[];

/** DL-02. */
export const rowsEqualFrontMatter: AutoCriterion<DecisionLog> = {
  id: 'DL-02',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'Each row equals its ADR',
  failTitle: 'A row says something else than its ADR',
  why: 'Two versions of a decision are no decision; whoever finds the second one stops trusting the first.',
  hint: 'Regenerate the row from the front matter of the ADR.',
  sources: ['AWSADR'],
  check: ({ model, packet }) => {
    if (!model.table) return failBecause('DL-01');
    const adrs = new Map(packet.definitions('ADR').map((adr) => [adr.id, adr]));
    if (adrs.size === 0) return notEvaluated('The packet holds no ADR to compare the log with');
    const problems: Problem[] = [];
    for (const row of model.rows) {
      const adr = adrs.get(row.id);
      if (!adr) continue;
      for (const field of FIELDS) {
        const wanted = field === 'title' ? adr.title : String(adr.data[field] ?? '');
        const found = row.text(field).trim();
        if (found === wanted.trim()) continue;
        problems.push({
          span: cellSpan(row, field),
          message: `${row.id}: the log says ${field} "${found}", the ADR says "${wanted}"`,
          related: [{ path: adr.path, span: adr.span, message: `${field} "${wanted}"` }],
          ...copied(row, field, wanted.trim()),
        });
      }
    }
    return judge(
      problems,
      model.rows.map((row) => row.row.span),
    );
  },
  examples: {
    pass: [
      {
        source:
          '# Log\n\n| ID | Title | Status | Date |\n| --- | --- | --- | --- |\n| ADR-001 | Use Kafka | accepted | 2023-11-10 |\n',
        packet: {
          'kit/adr-001-x.md':
            '---\nid: ADR-001\ntitle: Use Kafka\nstatus: accepted\ndate: "2023-11-10"\n---\n\n# Use Kafka\n',
        },
      },
    ],
    fail: [
      {
        source:
          '# Log\n\n| ID | Title | Status | Date |\n| --- | --- | --- | --- |\n| ADR-001 | Use Kafka | proposed | 2023-11-11 |\n',
        packet: {
          'kit/adr-001-x.md':
            '---\nid: ADR-001\ntitle: Use Kafka\nstatus: accepted\ndate: "2023-11-10"\n---\n\n# Use Kafka\n',
        },
        at: ['proposed', '2023-11-11'],
      },
    ],
  },
};

/** Writes the value of the header into the cell; an empty header gives nothing to copy. */
function copied(row: LogRow, field: Column, wanted: string): Pick<Problem, 'fix'> {
  const cell = row.cell(field);
  if (!cell || wanted === '') return {};
  const insert = wanted.replaceAll('|', '\\|');
  return { fix: { title: `Copy from ${row.id}`, edits: [{ ...cell.span, insert }] } };
}
