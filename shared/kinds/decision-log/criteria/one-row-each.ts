import { type AutoCriterion, fail, judge, notEvaluated, type Problem } from '../../../rubric/criterion';
import { missingRow } from '../missing-row';
import { type DecisionLog, logSpan } from '../model';

/** DL-01. */
export const oneRowEach: AutoCriterion<DecisionLog> = {
  id: 'DL-01',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'One row per ADR, none missing or doubled',
  failTitle: 'The log and the ADR files do not match',
  why: 'A log that lacks a decision is a log nobody may rely on; readers go back to asking in chat.',
  hint: 'Regenerate the table from the ADR folder.',
  sources: ['AWSADR'],
  check: ({ model, source, packet }) => {
    if (!model.table)
      return fail({ span: logSpan(model), message: 'The log has no table with ID and Status' });
    const problems: Problem[] = [];
    const seen = new Set<string>();
    for (const row of model.rows) {
      const span = row.cell('id')?.span ?? row.row.span;
      if (row.id === '') problems.push({ span, message: 'This row names no ADR' });
      else if (seen.has(row.id)) problems.push({ span, message: `${row.id} stands twice in the log` });
      seen.add(row.id);
    }
    const adrs = packet.definitions('ADR');
    if (adrs.length === 0) {
      return problems.length > 0
        ? judge(problems)
        : notEvaluated('The packet holds no ADR to compare the log with');
    }
    const known = new Set(adrs.map((adr) => adr.id));
    for (const row of model.rows) {
      if (row.id !== '' && !known.has(row.id)) {
        problems.push({
          span: row.cell('id')?.span ?? row.row.span,
          message: `${row.id} has no ADR file in the packet`,
        });
      }
    }
    for (const adr of adrs) {
      if (seen.has(adr.id)) continue;
      const message = `${adr.id} "${adr.title}" has no row in the log`;
      const related = [{ path: adr.path, span: adr.span, message: adr.title }];
      const span = model.table.table.header.span;
      problems.push({ span, message, related, ...missingRow(model, source.path, adr) });
    }
    return judge(
      problems,
      model.rows.map((row) => row.cell('id')?.span ?? row.row.span),
    );
  },
  examples: {
    pass: [
      {
        source: '# Log\n\n| ID | Title | Status |\n| --- | --- | --- |\n| ADR-001 | Use Kafka | accepted |\n',
        packet: { 'kit/adr-001-x.md': '---\nid: ADR-001\ntitle: Use Kafka\n---\n\n# Use Kafka\n' },
        evidence: ['ADR-001'],
      },
    ],
    fail: [
      {
        source:
          '# Log\n\n| ID | Title | Status |\n| --- | --- | --- |\n| ADR-002 | Use MSK | accepted |\n| ADR-002 | Use MSK | accepted |\n',
        packet: { 'kit/adr-001-x.md': '---\nid: ADR-001\ntitle: Use Kafka\n---\n\n# Use Kafka\n' },
        at: ['ADR-002', 'ADR-002', 'ADR-002', '| ID | Title | Status |'],
      },
      { source: '# Log\n\nSee the folder.\n', at: ['# Log'] },
    ],
  },
};
