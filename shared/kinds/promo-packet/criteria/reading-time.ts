import {
  type AutoCriterion,
  fail,
  failBecause,
  judge,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import type { Packet } from '../../../rubric/packet';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import { FILES, packet } from '../example-packet';
import type { PromoPacket } from '../model';
import { OUTLINE } from '../outline';
import { type Reading, readGuide, SITTINGS } from '../reading-guide';
import { SKELETON } from '../skeleton';

const PER_MINUTE = 220;
/** Lengths are rounded to fifties; nobody notices a reading that is a twentieth longer. */
const SLACK = 1.05;

/** PP-07. */
export const readingTime: AutoCriterion<PromoPacket> = {
  id: 'PP-07',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: true,
  title: 'The reading guide keeps its 5, 15 and 60 minutes',
  failTitle: 'The reading guide promises less time than it takes',
  why: 'A committee member has fifteen minutes. A guide that promises them and takes forty costs the packet the reader.',
  hint: 'List files or sections for 5, 15 and 60 minutes and count their words at 220 a minute; reorder or trim.',
  sources: ['BLUF'],
  check: ({ model, packet: kit, source }) => {
    const section = model.section('guide');
    if (!section)
      return fail({
        span: model.place('guide'),
        message: 'There is no section "Reading guide"',
        ...sectionFix(model.doc, SKELETON, OUTLINE.guide.name),
      });
    const steps = readGuide(model.doc, section, source.path);
    const problems: Problem[] = SITTINGS.filter(
      (minutes) => !steps.some((step) => step.minutes === minutes),
    ).map((minutes) => ({
      span: section.heading.span,
      message: `The guide says nothing for ${minutes} minutes`,
    }));
    let broken = false;
    for (const { minutes, span, readings } of steps) {
      if (readings.length === 0) {
        problems.push({ span, message: `The ${minutes} minutes list no file or section as a link` });
        continue;
      }
      const lengths = readings.map((reading) => wordsOf(reading, kit));
      if (readings.some(({ target }) => !kit.files.has(target))) broken = true;
      const total = lengths.reduce<number>((sum, count) => sum + (count ?? 0), 0);
      if (total > minutes * PER_MINUTE * SLACK)
        problems.push({
          span,
          message: `${total.toLocaleString('en-US')} words take ${Math.round(total / PER_MINUTE)} minutes and not ${minutes}`,
        });
    }
    if (problems.length > 0) return judge(problems.sort((a, b) => a.span.from - b.span.from));
    if (broken) return failBecause('GEN-03');
    if (kit.records('length').length === 0) return notEvaluated('The packet holds no file to count');
    return judge(
      [],
      steps.map(({ span }) => span),
    );
  },
  examples: {
    pass: [
      { source: packet({}), packet: FILES, evidence: ['15 min'] },
      {
        source: packet({
          guide:
            '- **5 min:** this page.\n- 15 minutes: [summary](part4/INC-2024-0312-postmortem.md#summary)\n- One hour: [report](part4/INC-2024-0312-postmortem.md)\n',
        }),
        packet: FILES,
      },
    ],
    fail: [
      {
        source: packet({
          guide:
            '- 5 min: [report](part4/INC-2024-0312-postmortem.md) and [report](part4/INC-2024-0312-postmortem.md#report)\n- 15 min: this page\n- 60 min: this page\n',
        }),
        packet: FILES,
        at: [
          '5 min: [report](part4/INC-2024-0312-postmortem.md) and [report](part4/INC-2024-0312-postmortem.md#report)',
        ],
      },
      {
        source: packet({ guide: '- 5 min: this page\n- 60 min: everything\n' }),
        packet: FILES,
        at: ['## Reading guide', '60 min: everything'],
      },
      {
        source: packet({ guide: '- 5 min: this page\n- 15 min: [memo](memo.md)\n- 60 min: this page\n' }),
        packet: FILES,
        at: [],
      },
      { source: '# Me\n\n## Claim\n\nText.\n', at: ['## Claim'] },
    ],
  },
};

function wordsOf({ target, fragment }: Reading, kit: Packet): number | null {
  const own = kit.records('length').filter(({ path }) => path === target);
  const found = own.find(({ id }) => id === fragment) ?? own.find(({ id }) => id === '');
  const words = found?.fields['words'];
  return typeof words === 'number' ? words : null;
}
