import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { putNumber, putText } from '../../../rubric/repairs/write-value';
import { register, risk } from '../example-register';
import { placeOf, product, type Rating, type Register, type Risk } from '../model';

/** RR-01. The residual score is a score too and must be its own product. */
export const arithmetic: AutoCriterion<Register> = {
  id: 'RR-01',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Score and level are arithmetic',
  failTitle: 'A score or a level is not what its factors give',
  why: 'A score that is not likelihood times impact was wished for; from there on the order of the register means nothing.',
  hint: 'Write likelihood × impact, and the level whose band holds it.',
  sources: ['NIST30'],
  check: ({ model }) => {
    if (model.risks.length === 0) return failBecause('RR-08');
    const problems = model.risks.flatMap((item) => [
      ...scoreProblems(item, item, item.id),
      ...scoreProblems(item, item.residual, `${item.id}, residual`),
      ...levelProblems(model, item),
    ]);
    return judge(
      problems,
      model.risks.slice(0, 5).map((item) => item.at.at('score').span),
    );
  },
  examples: {
    pass: [{ source: register(risk()), evidence: ['12'] }],
    fail: [
      { source: register(risk({ score: 13 })), at: ['13'] },
      { source: register(risk({ level: 'medium' })), at: ['"medium"'] },
      { source: register(risk({ residual: { likelihood: 2, impact: 4, score: 6 } })), at: ['6'] },
      { source: register(risk({ likelihood: undefined })), at: ['"R-01"'] },
      { source: register(risk({ score: undefined, level: undefined })), at: ['"R-01"', '"R-01"'] },
      { source: register(risk({ score: '12' })), at: ['"12"'] },
    ],
  },
};

function scoreProblems(item: Risk, rating: Rating, name: string): Problem[] {
  const exact = product(rating);
  if (exact === null) {
    // A missing residual is RR-07's.
    if (rating !== item) return [];
    const missing = rating.likelihood === null ? 'likelihood' : 'impact';
    return [{ span: placeOf(item), message: `${name} states no ${missing}, so its score cannot be checked` }];
  }
  if (rating.score === exact) return [];
  const at = rating.at.at('score');
  const sum = `${rating.likelihood} × ${rating.impact} = ${exact}`;
  if (!at.exists) {
    const message = `${name} states no score; ${sum}`;
    return [{ span: placeOf(item), message, ...putNumber(rating.at, 'score', String(exact)) }];
  }
  return [
    {
      span: at.span,
      message: `${name}: stated score ${rating.score ?? at.spelled ?? 'nothing'}, computed ${sum}`,
      ...putNumber(rating.at, 'score', String(exact)),
    },
  ];
}

function levelProblems(model: Register, item: Risk): Problem[] {
  const exact = product(item);
  const wanted = exact === null ? null : model.levelOf(exact);
  if (exact === null || wanted === null || item.level === wanted) return [];
  const at = item.at.at('level');
  const stated = at.text;
  if (stated === null)
    return [
      {
        span: placeOf(item),
        message: `${item.id} states no level; a score of ${exact} is ${wanted}`,
        ...putText(item.at, 'level', wanted),
      },
    ];
  return [
    {
      span: at.span,
      message: `${item.id} is called ${stated}, but a score of ${exact} is ${wanted}`,
      ...putText(item.at, 'level', wanted),
    },
  ];
}
