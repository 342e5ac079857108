import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { linksIn } from '../../../text/sections';
import { contains } from '../../../text/span';
import { block } from '../example-block';
import type { Playbook } from '../model';

/** OP-05. A link that leads nowhere is told by GEN-03, an amount that differs from the model by X-09. */
export const evidenceResolves: AutoCriterion<Playbook> = {
  id: 'OP-05',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  rules: ['X-09'],
  title: 'Evidence can be opened and says the same number',
  failTitle: 'Evidence cannot be opened, or says another number',
  why: 'The asker will open the link. What they find there decides whether they ask a second question or make up their mind.',
  hint: 'Link the cell of the model, the row of the table or the section that holds the number.',
  sources: ['HOWIE'],
  check: ({ model, packet, source }) => {
    if (model.objections.length === 0) return failBecause('OP-01');
    const shown = model.objections.flatMap((objection) => {
      const field = objection.field('evidence');
      return field ? [{ id: objection.id, span: field.value }] : [];
    });
    if (shown.length === 0) return failBecause('OP-03');
    const problems: Problem[] = shown
      .filter(({ span }) => linksIn(model.doc, span).length === 0)
      .map(({ id, span }) => ({ span, message: `The evidence of ${id} has no link to open` }));
    if (problems.length > 0) return judge(problems);
    const broken = packet
      .outgoing(source.path)
      .some(
        ({ target, span }) =>
          target !== null &&
          !packet.files.has(target) &&
          !isFolder(target, packet.files) &&
          shown.some((e) => contains(e.span, span)),
      );
    if (broken) return failBecause('GEN-03');
    return judge(
      [],
      shown.map(({ span }) => span),
    );
  },
  examples: {
    pass: [
      { source: block({}), packet: { 'kit/tco-5yr-model.yaml': 'id: TCO-1\n' }, evidence: ['$445,740'] },
      { source: block({ Evidence: '[the paper](https://example.org/paper), 40 %' }) },
    ],
    fail: [
      { source: block({ Evidence: 'The model says $445,740.' }), at: ['The model says $445,740.'] },
      { source: block({}), at: [] },
      { source: block({ Evidence: '' }), at: [] },
    ],
  },
};

function isFolder(target: string, files: ReadonlySet<string>): boolean {
  return target === '' || [...files].some((file) => file.startsWith(`${target}/`));
}
