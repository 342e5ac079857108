import { grouped } from '../../preview/number-text';
import { labelOf } from '../../rubric/model-money';
import { moneyVerdict } from '../../rubric/money-verdict';
import type { ConsistencyRule } from '../../rubric/rule';
import { ADR, adrText, MODEL, modelText, RFC } from './example-files';

/**
 * Values are what the model states, what its formulas give where that is something else (the difference is the model's own finding), and the
 * differences between options or between a case and the base. Bounds ("≤ $4.30M") claim nothing and are left alone.
 */
export const quotedMoney: ConsistencyRule = {
  id: 'X-09',
  severity: 'must',
  title: 'Quoted money equals the model',
  failTitle: 'Money is quoted that the model does not give',
  why: 'Executives remember one number; when finance finds another in the model, everything else in the packet is read with that in mind.',
  hint: 'Copy the value from the model, at the precision you need; if the model is the one that is wrong, correct it there first.',
  kinds: [
    'rfc',
    'adr',
    'objection-playbook',
    'consensus-doc',
    'executive-summary',
    'support-doc',
    'tco-model',
  ],
  check: (packet) => {
    const verdict = moneyVerdict(packet);
    if (typeof verdict === 'string') return { verdict: 'not-evaluated', reason: verdict };
    const place = ({ record }: (typeof verdict.claims)[number]) => ({ path: record.path, span: record.span });
    if (verdict.gaps.length === 0) return { verdict: 'pass', evidence: verdict.claims.map(place) };
    return {
      verdict: 'fail',
      problems: verdict.gaps.map(({ claim, message, nearest, fix }) => ({
        ...place(claim),
        message,
        related: nearest
          ? [
              {
                path: nearest.path,
                span: nearest.span,
                message: `${labelOf(nearest)}: ${grouped(nearest.value)}`,
              },
            ]
          : [],
        ...(fix ? { fix } : {}),
      })),
    };
  },
  examples: {
    pass: [
      example('Blue has an NPV of $1,050,000, or $1.05M; red is $50k cheaper.'),
      // A case of the sensitivity block, an assumption, and the sum of two values in one sentence.
      example(
        'At the low case blue has an NPV of $900,000. Blue and red cost $1,050,000 and $1,000,000, together $2,050,000.',
      ),
      // Another subject: the option is only part of a name, or no more than mentioned.
      example(
        'The NPV of blue is $1.05M. We pay $40 a month for Blue support, and an outage of Blue took $250. Sales of $17M wait for the migration.\n\n| Item | Price |\n| --- | --- |\n| Licences for blue tools | $12 |',
      ),
      // No claim about the model: a bound, another currency, another subject, and what the problem costs.
      example(
        'Blue has an NPV of $1.05M and stays ≤ $1.5M. Blue was quoted at €7. The desk cost $12. Blue ends $400 of credits.',
      ),
      example(
        'About $1,100,000 is the five-year cost of blue, $87,500 a month.\n\n| Option | NPV |\n| --- | --- |\n| Blue | $1.05M |\n| Red | 1,000,000 |',
      ),
      example('## Problem\n\nBlue loses $17 a day.\n\n## Cost\n\nThe NPV is $1,000,000.'),
    ],
    fail: [
      example('Blue has an NPV of $1,050,001.', '$1,050,001'),
      example('Red costs $1.05M over five years.', '$1.05M'),
      example('Migration costs $77,000.', '$77,000'),
      example(
        '| Option | 2031 | NPV |\n| --- | --- | --- |\n| Blue | $1,000,000 | $1,050,000 |\n| Red | $1,000,000 | 1,500,000 |',
        '$1,000,000',
        '1,500,000',
      ),
      {
        files: {
          [MODEL]: modelText(),
          [ADR]: `${adrText()}\n- Bad, because blue is $60,000 dearer than red.\n`,
        },
        at: [[ADR, '$60,000']],
      },
    ],
  },
};

function example(text: string, ...at: readonly string[]) {
  const files = { [MODEL]: modelText(), [RFC]: `---\nid: RFC-007\n---\n\n# Blue\n\n${text}\n` };
  return { files, at: at.map((t) => [RFC, t] as const) };
}
