import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { words } from '../../../text/prose';
import type { Agenda } from '../model';

const LEAST_WORDS = 3;

/** AG-04. */
export const slotsHaveOutputs: AutoCriterion<Agenda> = {
  id: 'AG-04',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Every slot has a lead and an output',
  failTitle: 'A slot has no lead or no output',
  why: 'A slot without an output is a conversation, and a conversation fills whatever time it is given.',
  hint: 'Ask of each slot: what exists after it that did not exist before?',
  sources: ['Seed'],
  check: ({ model }) => {
    if (model.slots.length === 0) return failBecause('AG-01');
    const problems: Problem[] = [];
    for (const slot of model.slots) {
      if (!/\p{L}/u.test(slot.lead))
        problems.push({ span: filled(slot.leadCell, slot.row), message: `"${slot.item}" has no lead` });
      const count = words(slot.output);
      if (count < LEAST_WORDS)
        problems.push({
          span: filled(slot.outputCell, slot.row),
          message: `"${slot.item}": the output has ${count} words of ${LEAST_WORDS}`,
        });
    }
    return judge(
      problems,
      model.slots.map((slot) => filled(slot.outputCell, slot.row)),
    );
  },
  examples: {
    pass: [
      {
        source: table('| 14:00 | 20 | Read | Ana Ruiz | silent | list of comments |'),
        evidence: ['list of comments'],
      },
    ],
    fail: [{ source: table('| 14:00 | 20 | Read | Ana Ruiz | silent | notes |'), at: ['notes'] }],
  },
};

function filled<T extends { readonly span: { readonly from: number; readonly to: number } }>(
  cell: T | null,
  row: T | { readonly span: { readonly from: number; readonly to: number } },
) {
  return cell && cell.span.to > cell.span.from ? cell.span : row.span;
}

function table(row: string): string {
  return `# Review\n\n## Agenda\n\n| Start | Minutes | Item | Lead | Method | Output |\n| --- | --- | --- | --- | --- | --- |\n${row}\n`;
}
