import { type AutoCriterion, judge, type Problem } from '../../../rubric/criterion';
import { MOMENT_LINES, timeline } from '../example-timeline';
import { entriesOfKind, MOMENTS, type Timeline } from '../model';

/** TL-02. Carries the finding when the file holds no entry. */
export const fiveMoments: AutoCriterion<Timeline> = {
  id: 'TL-02',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Start, detection, declaration, mitigation and resolution are marked once each',
  failTitle: 'A moment of the incident is marked not once',
  why: 'Every duration that anybody will quote is a difference of two of these; when one is missing or stands twice, each reader picks their own.',
  hint: 'Give the entry of that moment its kind, and the others another one.',
  sources: ['SREB'],
  check: ({ model, source }) => {
    const problems: Problem[] = [];
    const entries = model.root.at('entries');
    for (const moment of MOMENTS) {
      const [first, ...others] = entriesOfKind(model, moment);
      if (!first)
        problems.push({
          span: entries.exists ? entries.keySpan : model.root.keySpan,
          message: `No entry has the kind ${moment}`,
        });
      for (const other of first ? others : [])
        problems.push({
          span: other.at.at('kind').span,
          message: `${moment} is marked ${others.length + 1} times; it happens once`,
          related: [
            { path: source.path, span: (first ?? other).at.at('kind').span, message: `the first ${moment}` },
          ],
        });
    }
    return judge(
      problems,
      MOMENTS.flatMap((moment) => entriesOfKind(model, moment).map((entry) => entry.at.at('kind').span)),
    );
  },
  examples: {
    pass: [{ source: timeline(MOMENT_LINES), evidence: ['impact-start', 'resolution'] }],
    fail: [
      {
        source: timeline([...MOMENT_LINES.slice(0, 4), '10:20 mitigation Rolled back again']),
        at: ['mitigation', 'entries'],
      },
      { source: 'entries: []\n', at: ['entries', 'entries', 'entries', 'entries', 'entries'] },
    ],
  },
};
