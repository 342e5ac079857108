import { type AutoCriterion, judge, type Problem } from '../../../rubric/criterion';
import { factors } from '../example-factors';
import type { Factors } from '../model';

const COUNT = { least: 4, most: 12 } as const;
const LEAST_CATEGORIES = 3;
const WANTED_KINDS = ['latent', 'detection'] as const;

/** CTF-01. Carries the finding when the file holds no factor. */
export const enoughFactors: AutoCriterion<Factors> = {
  id: 'CTF-01',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Four to twelve factors of several kinds',
  failTitle: 'The factors are too few, too many or all of one kind',
  why: 'A single root cause leaves everything else as it was. The conditions that waited, and those that hid the harm, are where the next incident is prevented.',
  hint: 'Ask what was already true before the trigger (latent), and what kept anyone from seeing it (detection).',
  sources: ['HOWIE'],
  check: ({ model }) => {
    const span = model.root.at('factors').keySpan;
    const problems: Problem[] = [];
    const count = model.factors.length;
    if (count < COUNT.least || count > COUNT.most)
      problems.push({
        span: model.factors[COUNT.most]?.at.at('id').span ?? span,
        message: `The file holds ${count} factors; ${COUNT.least} to ${COUNT.most} are wanted`,
      });
    const categories = [...new Set(model.factors.flatMap((factor) => factor.category ?? []))];
    if (categories.length < LEAST_CATEGORIES) {
      const names = categories.length === 0 ? '' : ` (${categories.join(', ')})`;
      problems.push({
        span,
        message: `The factors come from ${categories.length} categories of ${LEAST_CATEGORIES}${names}`,
      });
    }
    const evidence = WANTED_KINDS.flatMap((kind) => {
      const found = model.factors.find((factor) => factor.kind === kind);
      if (!found) problems.push({ span, message: `No factor is of the kind ${kind}` });
      return found ? [found.at.at('kind').span] : [];
    });
    return judge(problems, evidence);
  },
  examples: {
    pass: [
      {
        source: factors(
          'category: Schema and code, kind: latent',
          'category: Measurement, kind: detection',
          'category: Process and change, kind: active',
          'category: Process and change, kind: active',
        ),
        evidence: ['latent', 'detection'],
      },
    ],
    fail: [
      { source: 'factors: []\n', at: ['factors', 'factors', 'factors', 'factors'] },
      {
        source: factors(
          'category: Schema and code, kind: latent',
          'category: Measurement, kind: latent',
          'category: Measurement, kind: active',
          'category: Measurement, kind: active',
        ),
        at: ['factors', 'factors'],
      },
    ],
  },
};
