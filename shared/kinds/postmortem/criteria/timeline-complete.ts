import { type AutoCriterion, fail, failBecause, judge, type Problem } from '../../../rubric/criterion';
import type { Postmortem } from '../model';
import { MOMENTS, rowsAt } from '../timeline';

const LEAST_ROWS = 15;

/** PM-05. */
export const timelineComplete: AutoCriterion<Postmortem> = {
  id: 'PM-05',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'The timeline is in UTC, sorted and complete',
  failTitle: 'The timeline is incomplete or out of order',
  why: 'The timeline is where a reader checks the story. A gap between the trigger and the first signal is where the lesson usually is.',
  hint: 'Import the rows from timeline.yaml: UTC times in the first column, in order, with the trigger, the start of the impact, detection, declaration, mitigation, recovery and resolution tagged.',
  sources: ['SREB'],
  check: ({ model }) => {
    const section = model.section('timeline');
    if (!section) return failBecause('PM-02');
    const { timeline } = model;
    if (!timeline)
      return fail({
        span: section.heading.span,
        message: `The timeline has no table; at least ${LEAST_ROWS} rows are wanted`,
      });
    const problems: Problem[] = [];
    const header = timeline.table.header.span;
    if (timeline.otherZone)
      problems.push({
        span: timeline.otherZone.span,
        message: `The timeline is in ${timeline.otherZone.zone}; write its times in UTC`,
      });
    else if (!timeline.utc)
      problems.push({
        span: section.heading.span,
        message: 'Neither the times nor a heading say that the timeline is in UTC',
      });
    let previous: { minute: number; text: string } | null = null;
    for (const { time, minute, row } of timeline.rows) {
      const span = time.span.to > time.span.from ? time.span : row.span;
      if (minute === null)
        problems.push({
          span,
          message:
            time.text === ''
              ? 'This row has no time; write 14:20 or 2024-03-12T14:20Z'
              : `"${time.text}" is no time of day; write 14:20 or 2024-03-12T14:20Z`,
        });
      else {
        if (previous !== null && minute < previous.minute)
          problems.push({
            span,
            message: `${time.text} stands after ${previous.text}; the rows go forward in time`,
          });
        previous = { minute, text: time.text };
      }
    }
    if (timeline.rows.length < LEAST_ROWS)
      problems.push({
        span: header,
        message: `The timeline has ${timeline.rows.length} rows of ${LEAST_ROWS}`,
      });
    const absent = MOMENTS.filter((moment) => rowsAt(timeline, moment).length === 0).map((moment) =>
      moment === 'start' ? 'impact start' : moment,
    );
    if (timeline.hasTags)
      for (const name of absent) problems.push({ span: header, message: `No row is tagged ${name}` });
    else if (absent.length > 0)
      // Without a column for tags, the column is what is missing.
      problems.push({
        span: header,
        message: `No row is marked as the ${absent.join(', the ').replace(/, (?=[^,]*$)/, ' or ')}`,
        hint: 'Add a column "Tag" and mark these rows: trigger, impact-start, detection, declaration, mitigation, recovery, resolution.',
      });
    problems.sort((a, b) => a.span.from - b.span.from);
    return judge(
      problems,
      MOMENTS.flatMap((moment) =>
        rowsAt(timeline, moment)
          .slice(0, 1)
          .map(({ row }) => row.span),
      ),
    );
  },
  examples: {
    pass: [
      { source: report('Timeline (UTC)', '09:05'), evidence: ['09:05'] },
      { source: report('Timeline', '2024-03-12T09:05Z', '2024-03-12T10:00Z') },
      {
        source: report('Timeline', '2024-03-12 09:05', '2024-03-12 10:00').replace(
          '\n| Time |',
          '\nAll times are in UTC.\n\n| Time |',
        ),
        evidence: ['2024-03-12 09:05'],
      },
    ],
    fail: [
      { source: report('Timeline', '09:05'), at: ['## Timeline'] },
      { source: report('Timeline (UTC)', '11:05'), at: ['10:00'] },
      { source: report('Timeline (UTC)', 'about nine'), at: ['about nine'] },
      {
        source: report('Timeline (UTC)', '09:05').replace('mitigation', 'change'),
        at: ['| Time | Event | Tag |'],
      },
      {
        source: report('Timeline (UTC)', '09:05').replace('| 10:00 | Note 3 | signal |\n', ''),
        at: ['| Time | Event | Tag |'],
      },
      { source: '# Report\n\n## Timeline (UTC)\n\nIt went quickly.\n', at: ['## Timeline (UTC)'] },
      {
        source: report('Timeline', '2024-03-12 09:05', '2024-03-12 10:00').replace(
          '\n| Time |',
          '\nAll times in CET.\n\n| Time |',
        ),
        at: ['All times in CET'],
      },
      {
        source: report('Timeline', '09:05').replace('| Time |', '| Time (PDT) |'),
        at: ['Time (PDT)'],
      },
      {
        source: report('Timeline (UTC)', '09:05')
          .replace('| Time | Event | Tag |', '| Time | Event | By |')
          .replace('trigger', 'pipeline triggered')
          .replace('detection', 'bot'),
        at: ['| Time | Event | By |'],
      },
    ],
  },
};

function report(heading: string, first: string, rest = '10:00'): string {
  const tags = ['impact-start', 'detection', 'declaration', 'mitigation', 'recovery', 'resolution'];
  const rows = [
    `| ${first} | Release | trigger |`,
    ...tags.map((tag) => `| ${rest} | Event | ${tag} |`),
    ...Array.from({ length: 8 }, (_, i) => `| ${rest} | Note ${i} | signal |`),
  ];
  return `# Report\n\n## ${heading}\n\n| Time | Event | Tag |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}
