import {
  type AutoCriterion,
  failBecause,
  judge,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import { ids } from '../../../text/quantities';
import { chains, FACTORS } from '../example-whys';
import type { Whys } from '../model';

/** FW-04. The last line of a chain is its last paragraph or list item. */
export const endsAtFactor: AutoCriterion<Whys> = {
  id: 'FW-04',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'Every chain ends at a contributing factor',
  failTitle: 'A chain does not end at a known factor',
  why: 'A chain is worth its length only if somebody can act at its end; the factor is where the action is attached.',
  hint: 'Close each chain with "Actionable at:" and the ids of the factors it reaches, or write the factor that is missing.',
  sources: ['HOWIE'],
  check: ({ model, packet }) => {
    if (model.chains.length === 0) return failBecause('FW-01');
    const known = new Set(packet.definitions('CF').map((factor) => factor.id));
    const problems: Problem[] = [];
    const found = model.chains.flatMap(({ section, last }) => {
      const hits = last ? ids(model.doc.plain, 'CF', last) : [];
      if (hits.length === 0)
        problems.push({
          span: last ?? section.heading.span,
          message: `The last line of "${section.heading.text}" names no contributing factor (CF-nn)`,
        });
      return hits;
    });
    for (const hit of found) {
      if (known.size > 0 && !known.has(hit.text))
        problems.push({
          span: hit,
          message: `${hit.text} is not among the contributing factors of the packet`,
        });
    }
    if (problems.length === 0 && known.size === 0)
      return notEvaluated(
        'Whether the factors exist is known when the packet defines them (contributing-factors.yaml)',
      );
    problems.sort((a, b) => a.span.from - b.span.from);
    return judge(problems, found);
  },
  examples: {
    pass: [
      {
        source: chains(['a? — because b', '!Actionable at: CF-01, CF-02']),
        packet: FACTORS,
        evidence: ['CF-01', 'CF-02'],
      },
    ],
    fail: [
      {
        source: chains(['a? — because b', '!Actionable at: CF-07'], ['a? — because CF-01', 'b?']),
        packet: FACTORS,
        at: ['CF-07', 'Why 2: b?'],
      },
      { source: '# Whys\n\nA deploy went wrong.\n' },
    ],
  },
};
