import { type AutoCriterion, fail, failBecause, judge, pass } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import { has } from '../../../text/quantities';
import type { Consensus } from '../model';
import { OUTLINE } from '../outline';
import { dissenters } from '../positions';
import { SKELETON } from '../skeleton';

const NONE = '(?<!\\p{L})(?:none|nobody|no one|no (?:dissent|objection)s?)(?!\\p{L})';

/** CON-03. An abstention is no dissent and needs no block. */
export const dissentRecorded: AutoCriterion<Consensus> = {
  id: 'CON-03',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Dissent is recorded by name',
  failTitle: 'Dissent is not recorded by name',
  why: 'A dissent without a name and an id cannot be found again on the day it turns out right.',
  hint: 'Write a block with an id such as D-01 for each position that is not consent, or say that you asked and there was none.',
  sources: ['Seed'],
  check: ({ model }) => {
    if (!model.positions) return failBecause('CON-02');
    const against = dissenters(model.positions);
    const section = model.section('dissent');
    if (!section) {
      const message =
        against.length > 0
          ? `There is no "Recorded dissent" section for ${against.map((row) => row.name).join(', ')}; its place is at this heading`
          : 'There is no "Recorded dissent" section; write there that you asked and there was none';
      return fail({
        span: model.place('dissent'),
        message,
        ...sectionFix(model.doc, SKELETON, OUTLINE.dissent.name),
      });
    }
    if (against.length === 0) {
      const text = model.doc.plain.slice(section.body.from, section.body.to);
      return model.dissent.length > 0 || has(text, NONE, 'i')
        ? pass(section.heading.span)
        : fail({
            span: section.heading.span,
            message: 'Nobody dissents, and the section does not say that they were asked',
          });
    }
    const bare = against.filter((row) => !model.dissent.some((block) => block.text.includes(row.name)));
    return judge(
      bare.map((row) => ({
        span: row.at.name,
        message: `${row.name} (${row.position}) has no dissent block with an id such as D-01`,
      })),
      model.dissent.map((block) => block.heading),
    );
  },
  examples: {
    pass: [
      {
        source: example('disagree-and-commit', '### D-01 Kofi Darrow\n\nNo.\n'),
        evidence: ['### D-01 Kofi Darrow'],
      },
      { source: example('consent', 'None after asking Kofi Darrow.\n') },
    ],
    fail: [
      { source: example('object', '### D-01 Someone else\n\nNo.\n'), at: ['Kofi Darrow'] },
      { source: example('consent-with-reservation', 'Kofi Darrow is worried.\n'), at: ['Kofi Darrow'] },
      { source: example('consent', 'We agreed.\n'), at: ['## Recorded dissent'] },
      { source: example('object', ''), at: ['## Recorded dissent'] },
      { source: '## Decision\n\nText.\n', at: [] },
    ],
  },
};

function example(position: string, dissent: string): string {
  return `## Positions\n\n| Name | Position | Reason |\n|---|---|---|\n| Kofi Darrow | ${position} | Kinesis asks less of us |\n\n## Recorded dissent\n\n${dissent}`;
}
