import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { PERIOD } from '../../../text/periods';
import { sentencesIn } from '../../../text/prose';
import { amounts, has, matches, QTY, quantities } from '../../../text/quantities';
import type { Rfc } from '../model';

const LEAST_QUANTITIES = 5;
const INACTION = '(?:doing nothing|status quo costs|if we do not)';

/** RFC-04. */
export const problemQuantified: AutoCriterion<Rfc> = {
  id: 'RFC-04',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'The problem is quantified',
  failTitle: 'The problem is not quantified',
  why: 'Without measured pain in units and money the committee cannot tell a staff-level problem from a preference for a technology.',
  hint: 'Add a symptom table with measure, baseline period, source and annual cost, and say what doing nothing costs.',
  sources: ['GDD', 'RUST'],
  check: ({ model }) => {
    const section = model.section('problem');
    if (!section) return failBecause('RFC-02');
    const { doc } = model;
    const heading = section.heading.span;
    const problems: Problem[] = [];
    const figures = quantities(doc.plain, section.body);
    if (figures.length === 0) {
      problems.push({
        span: heading,
        message: `The problem is told without a number; ${LEAST_QUANTITIES} quantities are wanted, money among them`,
      });
    } else if (figures.length < LEAST_QUANTITIES) {
      problems.push({
        span: heading,
        message: `The problem holds ${figures.length} of ${LEAST_QUANTITIES} quantities`,
      });
    }
    const money = amounts(doc.plain, section.body);
    if (money.length === 0 && figures.length > 0)
      problems.push({
        span: heading,
        message: 'The problem names no amount of money, such as $1,140,000 a year',
      });
    const periods = matches(doc.plain, PERIOD, section.body);
    if (periods.length === 0) {
      problems.push({
        span: heading,
        message: 'The problem names no baseline period: a quarter, a range of two dates, or "since" a time',
      });
    }
    const inaction = sentencesIn(doc, section.body).filter((s) => has(s.text, INACTION, 'i'));
    const priced = inaction.find((s) => has(s.text, QTY));
    if (inaction.length === 0) {
      problems.push({
        span: heading,
        message: 'No sentence says what doing nothing costs',
        hint: 'Write "Doing nothing costs … a year" with the amount.',
      });
    } else if (!priced) {
      for (const s of inaction.slice(0, 1))
        problems.push({ span: s.span, message: 'This sentence about doing nothing holds no quantity' });
    }
    return judge(problems, [...(priced ? [priced.span] : []), ...periods.slice(0, 1), ...money.slice(0, 1)]);
  },
  examples: {
    pass: [
      {
        source:
          '## Problem\n\nIn Q3 2023 p50 was 52 min, p95 94 min, and 40 of 2,208 runs failed, 1.81 %. We had 31 pages/month.\n\nDoing nothing costs $1,140,000 a year.\n',
        evidence: ['Doing nothing costs $1,140,000 a year.', 'Q3 2023'],
      },
      {
        source:
          '## Problem\n\nSince 2023-07-01 to 2023-09-30: 1 h, 2 h, 3 h, 4 h. The status quo costs $5 a day.\n',
      },
      {
        source: '## Problem\n\nSince late 2022: 1 h, 2 h, 3 h, 4 h, 5 h. The status quo costs $5 a day.\n',
        evidence: ['Since late 2022'],
      },
    ],
    fail: [
      {
        source: '## Problem\n\nBatch is slow. Doing nothing is bad.\n',
        at: ['## Problem', '## Problem', 'Doing nothing is bad.'],
      },
      {
        source:
          '## Problem\n\nSince orders grow, 1 h, 2 h, 3 h, 4 h and $6 are lost. Doing nothing costs $5 a day.\n',
        at: ['## Problem'],
      },
      { source: '## Problem\n\nIn Q3 2023, 52 min.\n', at: ['## Problem', '## Problem', '## Problem'] },
      { source: '## Problem\n\nIn Q3 2023: 1 h, 2 h, 3 h, 4 h, 5 h and $6.\n', at: ['## Problem'] },
      { source: '## Context\n\nNo problem.\n', at: [] },
    ],
  },
};
