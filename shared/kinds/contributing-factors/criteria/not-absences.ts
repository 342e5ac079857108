import { type AutoCriterion, failBecause, judge } from '../../../rubric/criterion';
import { factors } from '../example-factors';
import type { Factors } from '../model';

const MOST_SHARE = 0.5;
const ABSENCE = /^\s*(?:no|lack|missing|absence)(?!\p{L})/iu;

/** CTF-07. */
export const notAbsences: AutoCriterion<Factors> = {
  id: 'CTF-07',
  mode: 'auto',
  severity: 'could',
  scope: 'value',
  readsPacket: false,
  title: 'Most factors say what was there',
  failTitle: 'Most factors only say what was missing',
  why: '"No alert" lists what a better world has; what stood in its place explains why the world at hand looked good enough.',
  hint: 'Say what existed instead: which alerts watched what, which rule let the change through.',
  sources: ['ALLS'],
  check: ({ model }) => {
    const { factors } = model;
    if (factors.length === 0) return failBecause('CTF-01');
    const titles = factors.map(({ at }) => at.at('title'));
    const absent = titles.filter((at) => ABSENCE.test(at.text ?? ''));
    if (absent.length / factors.length <= MOST_SHARE)
      return judge(
        [],
        titles.filter((at) => !absent.includes(at)).map((at) => at.span),
      );
    return judge(
      absent.map((at) => ({
        span: at.span,
        message: `This title names an absence, as ${absent.length} of ${factors.length} do; at most half may`,
      })),
    );
  },
  examples: {
    pass: [
      {
        source: factors('title: No alert on completeness', 'title: Alerts follow lag and errors'),
        evidence: ['Alerts follow lag'],
      },
    ],
    fail: [
      {
        source: factors('title: No alert', 'title: Lack of tests', 'title: Normal rollout'),
        at: ['No alert', 'Lack of tests'],
      },
      { source: 'factors: []\n' },
    ],
  },
};
