import { type AutoCriterion, fail, failBecause, pass } from '../../../rubric/criterion';
import { has, matches } from '../../../text/quantities';
import type { Postmortem } from '../model';

const LEAST_ROWS = 2;
const HERRING = '(?<!\\p{L})(?:ruled[ -]out|red[ -]herrings?)(?!\\p{L})';

/** PM-11. */
export const redHerrings: AutoCriterion<Postmortem> = {
  id: 'PM-11',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Red herrings are kept',
  failTitle: 'The report is tidied with hindsight',
  why: 'What people believed, and why it was sensible, is what the next responder will meet; a timeline without wrong turns was written backwards.',
  hint: 'Add what was believed at the time and what ruled it out, tagged "red herring" or "ruled out".',
  sources: ['HOWIE'],
  check: ({ model }) => {
    const { doc, timeline } = model;
    const rows = (timeline?.rows ?? []).filter(({ row }) =>
      has(doc.plain.slice(row.span.from, row.span.to), HERRING, 'i'),
    );
    if (rows.length >= LEAST_ROWS) return pass(...rows.map(({ row }) => row.span));
    const told = doc.blocks
      .filter((block) => block.kind === 'paragraph')
      .flatMap((block) => matches(doc.plain, HERRING, block.span, 'i').slice(0, 1));
    if (told.length > 0) return pass(...told);
    const section = model.section('timeline');
    if (!section) return failBecause('PM-02');
    return fail({
      span: section.heading.span,
      message: `${rows.length} of ${LEAST_ROWS} timeline rows are tagged "red herring" or "ruled out", and no paragraph tells of one`,
    });
  },
  examples: {
    pass: [
      {
        source: report('red herring', 'ruled out'),
        evidence: ['Broker patch', 'Web flag'],
      },
      {
        source: '# Report\n\n## Response\n\nThe broker theory was ruled out at 14:41.\n',
        evidence: ['ruled out'],
      },
    ],
    fail: [
      { source: report('red herring', 'signal'), at: ['## Timeline (UTC)'] },
      { source: '# Report\n\nText.\n' },
    ],
  },
};

function report(first: string, second: string): string {
  return `# Report\n\n## Timeline (UTC)\n\n| Time | Event | Tag |\n| --- | --- | --- |\n| 09:20 | Web flag | ${second} |\n| 09:30 | Broker patch | ${first} |\n`;
}
