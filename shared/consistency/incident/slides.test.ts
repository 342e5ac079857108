import { describe } from 'vitest';
import { swap } from '../../kinds/kit-fixture.test-support';
import { without } from '../../kinds/worked-example.test-support';
import { describeRule } from '../rule-mutations.test-support';
import { slidesQuotePostmortem } from './x-37-slides-quote-postmortem';

const FOLDER = 'examples/part4-postmortem/';
const SLIDES = `${FOLDER}executive-summary.md`;
const POSTMORTEM = `${FOLDER}INC-2024-0312-postmortem.md`;
const IMPACT = `${FOLDER}impact-assessment.yaml`;

describe('X-37', () => {
  describeRule(slidesQuotePostmortem, [
    {
      name: 'a slide quotes another amount',
      change: { [SLIDES]: swap('$39,015.90 cannot', '$39,051.90 cannot') },
      at: [[SLIDES, '$39,051.90']],
      related: [[POSTMORTEM, '$39,015.90']],
      also: ['examples/part4-postmortem/executive-summary.md EX-06'],
    },
    {
      name: 'a headline rounds the wrong way',
      change: { [SLIDES]: swap('— 5.37 million', '— 5.36 million') },
      at: [[SLIDES, '5.36 million']],
      also: ['examples/part4-postmortem/executive-summary.md EX-06'],
    },
    {
      name: 'the notes quote another share',
      change: { [SLIDES]: swap('by 88.8 %', 'by 89.8 %') },
      at: [[SLIDES, '89.8 %']],
      related: [[POSTMORTEM, '88.8 %']],
      also: ['examples/part4-postmortem/executive-summary.md EX-06'],
    },
    {
      name: 'the ask of the header costs something else',
      change: { [SLIDES]: swap('at $35,333, and release', 'at $35,000, and release') },
      at: [[SLIDES, '$35,000']],
      also: ['examples/part4-postmortem/executive-summary.md EX-06'],
    },
    {
      name: 'the effort that is asked for is not that of the actions',
      change: { [SLIDES]: swap('Approve 6 weeks', 'Approve 11 weeks') },
      at: [[SLIDES, '11 weeks']],
      also: ['examples/part4-postmortem/executive-summary.md EX-06'],
    },
    {
      name: 'the postmortem corrects a count that the slides still quote',
      change: {
        [POSTMORTEM]: (text) => text.replaceAll('64 tickets', '71 tickets'),
        [IMPACT]: (text) => text.replace('value: 64\n', 'value: 71\n'),
      },
      at: [[SLIDES, '64 tickets']],
      also: ['examples/part4-postmortem/executive-summary.md EX-06'],
    },
    {
      name: 'a slide is missing, which EX-01 says',
      change: { [SLIDES]: without('Slide 2') },
      at: [],
      also: [
        'examples/part4-postmortem/executive-summary.md EX-01',
        'examples/part4-postmortem/executive-summary.md EX-03',
      ],
    },
  ]);
});
