import { type AutoCriterion, fail, failBecause, pass } from '../../../rubric/criterion';
import { timeline } from '../example-timeline';
import { momentOf, type Timeline } from '../model';

const LEAST = 3;

/** TL-05. */
export const unseenSignals: AutoCriterion<Timeline> = {
  id: 'TL-05',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'What was visible and believed before the detection is told',
  failTitle: 'The time before the detection is almost empty',
  why: 'The silence before somebody noticed is where the next incident is shortened: which signs were there, who could see them, and why they looked harmless.',
  hint: 'Ask what was visible between start and detection and to whom, and add it as a signal or a belief.',
  sources: ['ETSY'],
  check: ({ model }) => {
    const start = momentOf(model, 'impact-start');
    const end = momentOf(model, 'detection');
    if (!start || !end) return failBecause('TL-02');
    const told = model.entries.filter(
      ({ kind, minute }) =>
        (kind === 'signal' || kind === 'belief') &&
        minute !== null &&
        minute >= start.minute &&
        minute <= end.minute,
    );
    if (told.length >= LEAST) return pass(...told.map(({ at }) => at.at('text').span));
    return fail({
      span: end.at.at('kind').span,
      message: `Between impact-start and detection stand ${told.length} signals and beliefs; at least ${LEAST} are wanted`,
    });
  },
  examples: {
    pass: [
      {
        source: timeline([
          '09:05 impact-start x',
          '09:05 signal The counter rises',
          '09:10 belief The promotion has ended',
          '09:20 signal The forecast falls',
          '09:30 detection y',
        ]),
        evidence: ['The forecast falls'],
      },
    ],
    fail: [
      {
        source: timeline([
          '08:50 signal Early',
          '09:05 impact-start x',
          '09:10 belief The promotion has ended',
          '09:20 red-herring A patch',
          '09:30 detection y',
          '09:40 signal Late',
        ]),
        at: ['detection'],
      },
      { source: 'entries: []\n' },
    ],
  },
};
