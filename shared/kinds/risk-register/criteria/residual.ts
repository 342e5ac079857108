import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { register, risk } from '../example-register';
import { placeOf, product, type Rating, type Register, type Risk } from '../model';

/** RR-07. Compares likelihood × impact before and after; wrong products are RR-01's. */
export const residual: AutoCriterion<Register> = {
  id: 'RR-07',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Residual risk is never above inherent, and below it where we mitigate',
  failTitle: 'A residual score does not fit its response',
  why: 'A mitigation that lowers nothing is an activity; a residual above the inherent score says that the plan makes things worse.',
  hint: 'Lower a residual factor that the mitigation really changes, or change the response to accept.',
  sources: ['NIST30'],
  check: ({ model }) => {
    if (model.risks.length === 0) return failBecause('RR-08');
    return judge(
      model.risks.flatMap(flaw),
      model.risks.slice(0, 5).map((item) => item.residual.at.keySpan),
    );
  },
  examples: {
    pass: [
      { source: register(risk()), evidence: ['residual'] },
      { source: register(risk({ response: 'accept', residual: { likelihood: 3, impact: 4, score: 12 } })) },
    ],
    fail: [
      { source: register(risk({ residual: { likelihood: 3, impact: 4, score: 12 } })), at: ['12'] },
      {
        source: register(risk({ response: 'accept', residual: { likelihood: 4, impact: 4, score: 16 } })),
        at: ['16'],
      },
      { source: register(risk({ residual: undefined })), at: ['"R-01"'] },
    ],
  },
};

function worth(rating: Rating): number | null {
  return product(rating) ?? rating.score;
}

function flaw(item: Risk): Problem[] {
  const before = worth(item);
  const after = worth(item.residual);
  if (before === null) return [];
  if (after === null) {
    const at = item.residual.at;
    return [{ span: at.exists ? at.keySpan : placeOf(item), message: `${item.id} states no residual score` }];
  }
  const at = item.residual.at.at('score');
  const span = at.exists ? at.span : item.residual.at.keySpan;
  if (after > before)
    return [{ span, message: `${item.id}: residual ${after} is above the inherent ${before}` }];
  if (after === before && item.response === 'mitigate') {
    return [{ span, message: `${item.id} is mitigated, yet its residual score stays at ${after}` }];
  }
  return [];
}
