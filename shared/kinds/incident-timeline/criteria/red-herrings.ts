import { type AutoCriterion, fail, failBecause, pass } from '../../../rubric/criterion';
import { timeline } from '../example-timeline';
import { entriesOfKind, type Timeline } from '../model';

const LEAST = 2;

/** TL-06. */
export const redHerrings: AutoCriterion<Timeline> = {
  id: 'TL-06',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'What misled people is in the timeline',
  failTitle: 'The timeline tells only what turned out to matter',
  why: 'In hindsight the cause is obvious. The entries that looked like causes and were none show what people stood in front of.',
  hint: 'Add what was believed for a while and ruled out, with the kind red-herring.',
  sources: ['HOWIE'],
  check: ({ model }) => {
    if (model.entries.length === 0) return failBecause('TL-02');
    const found = entriesOfKind(model, 'red-herring');
    if (found.length >= LEAST) return pass(...found.map(({ at }) => at.at('text').span));
    return fail({
      span: model.root.at('entries').keySpan,
      message: `${found.length} entries have the kind red-herring; at least ${LEAST} are wanted`,
    });
  },
  examples: {
    pass: [
      {
        source: timeline(['09:20 red-herring A flag opens', '09:30 red-herring A broker is patched']),
        evidence: ['A broker is patched'],
      },
    ],
    fail: [
      { source: timeline(['09:20 red-herring A flag opens', '09:30 signal A row lost']), at: ['entries'] },
      { source: 'entries: []\n' },
    ],
  },
};
