import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { peopleIn } from '../../../rubric/people-in-text';
import { risingOrder } from '../../../rubric/repairs/sort-entries';
import type { MaybeFix } from '../../../rubric/repairs/write-value';
import { arrangeRows } from '../../../text/edits/arrange-rows';
import { dates } from '../../../text/quantities';
import { itemsIn } from '../../../text/sections';
import { cellSpan, type DecisionLog } from '../model';

/** DL-05. Without people in the packet, an owner is two capitalised words after "owner". */
export const sortedAndDated: AutoCriterion<DecisionLog> = {
  id: 'DL-05',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: true,
  title: 'Rows are sorted; open decisions have an owner and a date',
  failTitle: 'The log is out of order, or an open decision has no owner and date',
  why: 'An open decision without a date is one that will be made by accident.',
  hint: 'Sort by id, and give each open decision an owner and a due date that is not past.',
  sources: ['MADR'],
  check: ({ model, packet }) => {
    if (!model.table) return failBecause('DL-01');
    const problems: Problem[] = [];
    const sorted = sortRows(model);
    model.rows.forEach((row, i) => {
      const before = model.rows[i - 1];
      if (before && row.id !== '' && before.id > row.id)
        problems.push({
          span: cellSpan(row, 'id'),
          message: `${row.id} stands after ${before.id}`,
          ...sorted,
        });
    });
    const today = model.front.at('date').text;
    const items = model.open ? itemsIn(model.doc, model.open.body).filter((item) => item.depth === 0) : [];
    for (const item of items) {
      const text = model.doc.plain.slice(item.span.from, item.span.to);
      const owned =
        packet.people.length > 0
          ? peopleIn(text, packet.people).length > 0
          : /owner:?\s+\p{Lu}\p{L}+\s+\p{Lu}/iu.test(text);
      if (!owned) problems.push({ span: item.span, message: 'This open decision names no owner' });
      const due = dates(model.doc.plain, item.span).at(-1);
      if (!due) problems.push({ span: item.span, message: 'This open decision has no due date' });
      else if (today !== null && due.text < today)
        problems.push({ span: due, message: `Due ${due.text}, before the log's own date ${today}` });
    }
    return judge(
      problems,
      items.map((item) => item.span),
    );
  },
  examples: {
    pass: [
      {
        source:
          '---\ndate: "2024-04-12"\n---\n\n# Log\n\n| ID | Status |\n| --- | --- |\n| ADR-001 | accepted |\n\n## Open decisions\n\n- Tiering. Owner Ana Ruiz, due 2024-11-08.\n',
        evidence: ['Ana Ruiz'],
      },
    ],
    fail: [
      {
        source:
          '---\ndate: "2024-04-12"\n---\n\n# Log\n\n| ID | Status |\n| --- | --- |\n| ADR-002 | accepted |\n| ADR-001 | accepted |\n\n## Open decisions\n\n- Tiering. Owner Ana Ruiz, due 2024-01-08.\n',
        at: ['ADR-001', '2024-01-08'],
      },
    ],
  },
};

/** The repair that sorts the rows; none where one of them names no decision, since its place is not known. */
function sortRows({ doc, table, rows }: DecisionLog): MaybeFix {
  if (!table || rows.some((row) => row.id === '')) return {};
  const edits = arrangeRows(doc, table.table, risingOrder(rows.map((row) => row.id)));
  return edits ? { fix: { title: 'Sort the rows by id', edits } } : {};
}
