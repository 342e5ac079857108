import { blameProblems } from '../../../rubric/blameless-text';
import { type AutoCriterion, failBecause, judge, notEvaluated } from '../../../rubric/criterion';
import type { DataReader } from '../../../rubric/read-data';
import { factors } from '../example-factors';
import type { Factors } from '../model';

/** CTF-04. Who accepted a factor is named, since it is theirs; everywhere else names count. */
export const blameless: AutoCriterion<Factors> = {
  id: 'CTF-04',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'The factors are blameless',
  failTitle: 'A factor puts the incident on people',
  why: 'A factor that is a person cannot be mended; the condition that made their choice sensible can, and it is still there.',
  hint: 'Make the system the subject, and write roles instead of names.',
  sources: ['ETSY'],
  check: ({ model, packet }) => {
    if (model.factors.length === 0) return failBecause('CTF-01');
    const problems = model.factors.flatMap(({ name, at }) =>
      textsOf(at).flatMap(({ field, counterfactual }) =>
        blameProblems(at.tree.text, field.span, packet, { where: name, counterfactual }),
      ),
    );
    if (problems.length === 0 && packet.people.length === 0)
      return notEvaluated(
        'The packet names no people (RACI matrix, timeline), so names cannot be told from other words',
      );
    return judge(
      problems,
      model.factors.map(({ at }) => at.at('title').span),
    );
  },
  examples: {
    pass: [
      {
        source: factors(
          'title: The filter keeps no account, counterfactual: {if_absent: It would have paged at 09:20}, accepted: {by: Kofi Darrow, reason: Rare}',
        ),
        packet: { 'kit/raci-matrix.yaml': people() },
        evidence: ['keeps no account'],
      },
    ],
    fail: [
      {
        source: factors(
          'title: Human error in review, description: "Kofi Darrow should have asked"',
          'known_before: {bool: true, where: "Kofi Darrow said so"}',
        ),
        packet: { 'kit/raci-matrix.yaml': people() },
        at: ['Human error', 'Kofi Darrow', 'should have', 'Kofi Darrow'],
      },
      { source: 'factors: []\n' },
    ],
  },
};

function textsOf(
  at: DataReader,
): readonly { readonly field: DataReader; readonly counterfactual: boolean }[] {
  const plain = [
    at.at('title'),
    at.at('description'),
    at.at('how_it_contributed'),
    at.at('known_before', 'where'),
    at.at('accepted', 'reason'),
  ];
  return [
    ...plain.map((field) => ({ field, counterfactual: false })),
    { field: at.at('counterfactual', 'if_absent'), counterfactual: true },
  ].filter(({ field }) => field.text !== null);
}

function people(): string {
  return 'people:\n  - {key: KD, name: Kofi Darrow, role: Senior Data Engineer, team: Streaming, level: 1}\n';
}
