import { type AutoCriterion, fail, notApplicable, notEvaluated, pass } from '../../../rubric/criterion';
import { businessDays, dayNumber } from '../../../text/quantities';
import type { Postmortem } from '../model';

const MOST_DAYS = 10;

/** PM-12. */
export const publishedPromptly: AutoCriterion<Postmortem> = {
  id: 'PM-12',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Published within ten business days',
  failTitle: 'Published late',
  why: 'After two weeks the people who were there remember the story instead of the screens, and the same incident may already have come back.',
  hint: 'Publish what is known now and amend it later; put the day under `published`.',
  sources: ['SREW10'],
  check: ({ model }) => {
    const at = model.header.at('published');
    const status = model.header.at('status').text;
    if (!at.exists && status !== 'published') return notApplicable('The report is not published yet');
    const resolved = model.header.at('resolved');
    const from = dayNumber(resolved.text ?? '');
    if (from === null)
      return notEvaluated(
        'The days to publication can be counted when the header says when the incident was resolved (PM-01)',
      );
    const to = dayNumber(at.text ?? '');
    if (to === null) {
      if (at.exists)
        return fail({
          span: at.span,
          message: `"${at.spelled ?? ''}" is no date; write when the report was published, such as 2024-03-22`,
        });
      return fail({
        span: model.header.at('status').span,
        message: 'The status is published, but `published` says no day',
      });
    }
    const days = businessDays(from, to);
    if (days < 0)
      return fail({
        span: at.span,
        message: `Published on ${at.text ?? ''}, before the incident was resolved`,
      });
    if (days > MOST_DAYS)
      return fail({
        span: at.span,
        message: `Published ${days} business days after the resolution; at most ${MOST_DAYS} are wanted`,
      });
    return pass(at.span, resolved.span);
  },
  examples: {
    pass: [{ source: header('published', '2024-03-26'), evidence: ['2024-03-26'] }],
    fail: [
      { source: header('published', '2024-03-27'), at: ['2024-03-27'] },
      { source: header('published', '2024-03-11'), at: ['2024-03-11'] },
      {
        source: '---\nstatus: published\nresolved: "2024-03-12T23:20Z"\n---\n\n# Report\n',
        at: ['published'],
      },
    ],
  },
};

function header(status: string, published: string): string {
  return `---\nstatus: ${status}\nresolved: "2024-03-12T23:20Z"\npublished: "${published}"\n---\n\n# Report\n`;
}
