import { type AutoCriterion, fail, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import { itemsIn } from '../../../text/sections';
import type { Consensus } from '../model';
import { OUTLINE } from '../outline';
import { dissenters } from '../positions';
import { SKELETON } from '../skeleton';

/** CON-09. */
export const mutualCommitments: AutoCriterion<Consensus> = {
  id: 'CON-09',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Captain and dissenters commit to each other',
  failTitle: 'Commitment is asked of one side only',
  why: 'Disagree-and-commit is a bargain; if only the dissenters promise something, the word for it is obey.',
  hint: 'Write one sentence each, starting with the name: what the captain will do, and what each dissenter will do.',
  sources: ['DOOR'],
  check: ({ model }) => {
    const section = model.section('commitments');
    if (!section)
      return fail({
        span: model.place('commitments'),
        message: 'There is no "Commitments" section; its place is at this heading',
        ...sectionFix(model.doc, SKELETON, OUTLINE.commitments.name),
      });
    if (!model.positions) return failBecause('CON-02');
    const captain = model.header.at('captain').text;
    if (captain === null) return failBecause('CON-06');
    const items = itemsIn(model.doc, section.body);
    const by = (name: string) => items.find((item) => startsWith(item.text, name));
    const problems: Problem[] = [];
    const own = by(captain);
    if (!own)
      problems.push({ span: section.heading.span, message: `No item starts with the captain, ${captain}` });
    const against = dissenters(model.positions);
    const theirs = against.map((row) => by(row.name)).filter((item) => item !== undefined);
    if (against.length > 0 && theirs.length === 0) {
      problems.push({
        span: section.heading.span,
        message: `No item starts with a dissenter (${against.map((row) => row.name).join(', ')})`,
      });
    }
    return judge(problems, [...(own ? [own.span] : []), ...theirs.map((item) => item.span)]);
  },
  examples: {
    pass: [
      {
        source: example('- Dmitri Castellane pauses the cutover.\n- **Kofi Darrow** runs harbor.'),
        evidence: ['pauses the cutover', 'runs harbor'],
      },
    ],
    fail: [
      { source: example('- Kofi Darrow runs harbor.'), at: ['## Commitments'] },
      {
        source: example('- Dmitri Castellane pauses the cutover.\n- The team commits.'),
        at: ['## Commitments'],
      },
      { source: example('').replace('## Commitments\n\n', ''), at: ['## Positions'] },
    ],
  },
};

function startsWith(text: string, name: string): boolean {
  return text.startsWith(name) && !/^[\p{L}\p{N}-]/u.test(text.slice(name.length));
}

function example(items: string): string {
  return `---\ncaptain: Dmitri Castellane\n---\n\n## Positions\n\n| Name | Position | Reason |\n|---|---|---|\n| Kofi Darrow | object | Kinesis asks less of us |\n\n## Commitments\n\n${items}\n`;
}
