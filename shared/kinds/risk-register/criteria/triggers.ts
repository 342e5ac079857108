import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { has, QTY } from '../../../text/quantities';
import { register, risk } from '../example-register';
import { isGrave, placeOf, type Register, type Risk } from '../model';

const LEAST_SHARE = 0.8;

/** RR-04. */
export const triggers: AutoCriterion<Register> = {
  id: 'RR-04',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Triggers are observable',
  failTitle: 'A risk has no observable trigger',
  why: 'A risk without a metric and a value is noticed by its consequence, which is what the register was meant to prevent.',
  hint: 'Name a metric someone already collects and the value that worries you, with its unit.',
  sources: ['NIST30'],
  check: ({ model }) => {
    if (model.risks.length === 0) return failBecause('RR-08');
    const blind = model.risks.filter((item) => lacking(item) !== null);
    const seen = model.risks.length - blind.length;
    const enough = seen / model.risks.length >= LEAST_SHARE;
    const problems = blind
      .filter((item) => isGrave(item) || !enough)
      .map((item) =>
        problem(item, enough ? '' : ` (${seen} of ${model.risks.length} risks have both, 80 % are wanted)`),
      );
    const good = model.risks.filter((item) => lacking(item) === null);
    return judge(
      problems,
      good.slice(0, 5).map((item) => item.at.at('trigger', 'threshold').span),
    );
  },
  examples: {
    pass: [{ source: register(risk()), evidence: ['> 24 h'] }],
    fail: [
      {
        source: register(risk({ trigger: { metric: 'time to replay', threshold: 'too long' } })),
        at: ['"too long"'],
      },
      { source: register(risk({ trigger: { threshold: '> 24 h' } })), at: ['"trigger"'] },
      { source: register(risk(), risk({ id: 'R-02', level: 'low', trigger: undefined })), at: ['"R-02"'] },
    ],
  },
};

function lacking(item: Risk): 'trigger' | 'metric' | 'threshold' | 'quantity' | null {
  const at = item.at.at('trigger');
  if (!at.exists) return 'trigger';
  if (at.at('metric').text === null) return 'metric';
  const threshold = at.at('threshold').spelled;
  if (threshold === null) return 'threshold';
  return has(threshold, QTY) ? null : 'quantity';
}

function problem(item: Risk, share: string): Problem {
  const at = item.at.at('trigger');
  const what = lacking(item);
  const grave = isGrave(item) ? ` is ${item.weight} and` : '';
  if (what === 'quantity') {
    return {
      span: at.at('threshold').span,
      message: `The threshold of ${item.id} holds no number with a unit${share}`,
    };
  }
  return {
    span: at.exists ? at.keySpan : placeOf(item),
    message: `${item.id}${grave} has no ${what === 'trigger' ? 'trigger' : `${what} in its trigger`}${share}`,
  };
}
