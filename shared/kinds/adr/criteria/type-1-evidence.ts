import { resolveLink } from '../../../domain/kit-path';
import {
  type AutoCriterion,
  judge,
  notApplicable,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import { peopleIn } from '../../../rubric/people-in-text';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import { tablesIn } from '../../../text/sections';
import type { Span } from '../../../text/span';
import { PEOPLE } from '../example-people';
import type { Adr } from '../model';
import { SKELETON } from '../skeleton';

/** AD-06. */
export const type1Evidence: AutoCriterion<Adr> = {
  id: 'AD-06',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'A one-way door carries its scorecard and its dissent',
  failTitle: 'A one-way door stands without scorecard or dissent',
  why: 'What cannot be undone needs the numbers behind it and the name of someone who was against it, or of those who were asked.',
  hint: 'Link the scorecard and quote the dissenter; if nobody objected, write "none after asking" and the names.',
  sources: ['DOOR', 'Seed'],
  check: ({ model, source, packet }) => {
    if (!model.type1) return notApplicable('Only type-1 decisions must carry a scorecard and dissent');
    const { doc } = model;
    const problems: Problem[] = [];
    const evidence: Span[] = [];
    const section = model.section('scorecard');
    const table = section ? tablesIn(doc, section.body)[0] : undefined;
    const link = doc.links.find((l) => {
      const target = resolveLink(source.path, l.url);
      return (
        target !== null &&
        (packet.kindOf(target) === 'tradeoff-matrix' ||
          /(?:scorecard|tradeoff-matrix)[^/]*\.ya?ml$/.test(target))
      );
    });
    if (table ?? link) evidence.push((table ?? link)?.span as Span);
    else
      problems.push({
        span: model.place('scorecard'),
        message: 'There is neither a scorecard table nor a link to a scorecard file',
      });
    const dissent = model.section('dissent');
    if (!dissent)
      problems.push({
        span: model.place('dissent'),
        message: 'There is no "Dissent" section; its place is at this heading',
        ...sectionFix(doc, SKELETON, 'Dissent'),
      });
    else if (packet.people.length === 0) {
      if (problems.length === 0)
        return notEvaluated('Whether the dissent names a person shows once the packet holds a RACI matrix');
    } else {
      const named = peopleIn(doc.plain, packet.people, dissent.body);
      if (named[0]) evidence.push(named[0]);
      else
        problems.push({
          span: dissent.heading.span,
          message: `The dissent names none of the ${packet.people.length} people of the packet, as dissenter or as asked`,
        });
    }
    return judge(problems, evidence);
  },
  examples: {
    pass: [
      {
        packet: PEOPLE,
        source: example('| Option | Total |\n|---|---|\n| A | 4 |', 'D-02, Kofi Darrow: "Too much work."'),
        evidence: ['| A | 4 |', 'Kofi Darrow'],
      },
      {
        packet: PEOPLE,
        source: example(
          'See [the scorecard](scorecards/adr-001-scorecard.yaml).',
          'None after asking: Yuki Brannigan.',
        ),
      },
    ],
    fail: [
      { packet: PEOPLE, source: example('We scored it.', 'Kofi Darrow objects.'), at: ['## Scorecard'] },
      {
        packet: PEOPLE,
        source: example('| A | B |\n|---|---|\n| 1 | 2 |', 'One engineer objects.'),
        at: ['## Dissent'],
      },
      {
        packet: PEOPLE,
        source: '---\nreversibility: type-1\n---\n\n## Cost\n\nNone.\n\n## Confirmation\n\nA test.\n',
        at: ['## Cost', '## Confirmation'],
      },
    ],
  },
};

function example(scorecard: string, dissent: string): string {
  return `---\nreversibility: type-1\n---\n\n## Scorecard\n\n${scorecard}\n\n## Dissent\n\n${dissent}\n`;
}
