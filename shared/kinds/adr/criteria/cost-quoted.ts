import { resolveLink } from '../../../domain/kit-path';
import { type AutoCriterion, judge, notApplicable, type Problem } from '../../../rubric/criterion';
import { amounts, numericValue } from '../../../text/quantities';
import { linksIn } from '../../../text/sections';
import { missingSection } from '../missing-section';
import type { Adr } from '../model';

const LIMIT = 50_000;

/** AD-11. */
export const costQuoted: AutoCriterion<Adr> = {
  id: 'AD-11',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: true,
  title: 'The cost is quoted from the model',
  failTitle: 'The cost is not tied to the model',
  why: 'A figure typed into an ADR drifts from the model behind it; the link lets a reader see which of the two is right.',
  hint: 'Quote the total of the TCO model in the cost section and link the model.',
  sources: ['Seed'],
  check: ({ model, source, packet }) => {
    const { doc } = model;
    const large = amounts(doc.plain).filter((m) => numericValue(m.text) > LIMIT);
    if (!model.type1 && large.length === 0)
      return notApplicable('Only type-1 decisions and those above $50,000 must quote the cost model');
    const section = model.section('cost');
    if (!section) return missingSection(model, 'cost');
    const problems: Problem[] = [];
    const quoted = amounts(doc.plain, section.body);
    if (quoted.length === 0)
      problems.push({ span: section.heading.span, message: 'The cost section holds no amount of money' });
    const link = linksIn(doc, section.body).find((l) => {
      const target = resolveLink(source.path, l.url);
      return (
        target !== null && (packet.kindOf(target) === 'tco-model' || /(?:^|\/)tco[^/]*\.ya?ml$/i.test(target))
      );
    });
    if (!link)
      problems.push({ span: section.heading.span, message: 'The cost section has no link to the TCO model' });
    return judge(problems, [...quoted.slice(0, 2), ...(link ? [link.span] : [])]);
  },
  examples: {
    pass: [
      {
        source:
          '---\nreversibility: type-1\n---\n\n## Cost\n\n$4,182,509 by the [model](tco-5yr-model.yaml).\n',
        evidence: ['$4,182,509', 'tco-5yr-model.yaml'],
      },
    ],
    fail: [
      {
        source: '---\nreversibility: type-1\n---\n\n## Cost\n\nSee the [model](tco-5yr-model.yaml).\n',
        at: ['## Cost'],
      },
      {
        source: '---\nreversibility: type-2\n---\n\n## Context\n\nIt costs $60,000.\n\n## Cost\n\n$60,000.\n',
        at: ['## Cost'],
      },
      { source: '---\nreversibility: type-1\n---\n\n## Dissent\n\nNone.\n', at: ['## Dissent'] },
    ],
  },
};
