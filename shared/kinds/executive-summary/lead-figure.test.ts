import { expect, test } from 'vitest';
import { leadFigure } from './lead-figure';

test.each([
  ['Demand fell by 12 % and cost $58,300 of discounts.', '$58,300', ''],
  ['Decide by 2024-03-22; decider: VP.', '2024-03-22', ''],
  ['It goes live on 2024-03-22 and fires after 15 min.', '15', 'min'],
  ['Found after 315 min, stopped 50 min later.', '315', 'min'],
  ['On 2024-03-12 we lost 5,367,722 events, 37.98 % of them.', '5,367,722', 'events'],
  ['Attribution for 295,571 order lines is lost.', '295,571', ''],
  ['1,912 of 6,340 grocers saw it.', '1,912', ''],
  ['5.37 million order events were dropped.', '5.37 million', ''],
  ['The check was written on 2024-02-01.', '2024-02-01', ''],
])('%s', (text, value, unit) => {
  expect(leadFigure(text)).toEqual({ value, unit });
});

test.each(['Nothing was checked.', 'See AI-04, CF-02 and INC-2024-0312.', 'Phase 2 resumes.', ''])(
  'no figure in: %s',
  (text) => {
    expect(leadFigure(text)).toBeNull();
  },
);
