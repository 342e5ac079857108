import { type AutoCriterion, fail, judge, type Problem } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import { definitionsIn, type Term } from '../definitions';
import type { Framework } from '../model';
import { SKELETON } from '../skeleton';

const WANTED = [
  ['preference', 'a preference'],
  ['objection', 'a reasoned objection'],
] as const satisfies readonly (readonly [Term, string])[];

/** DAC-01. */
export const objectionTest: AutoCriterion<Framework> = {
  id: 'DAC-01',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'A preference is told apart from a reasoned objection',
  failTitle: 'A preference is not told apart from a reasoned objection',
  why: 'Where liking and harm count the same, the loudest taste blocks a decision and a real danger is voted down.',
  hint: 'Define both, each with one example sentence; say what an objection must name before it stops anything.',
  sources: ['CONS'],
  check: ({ model }) => {
    const section = model.section('definitions');
    if (!section)
      return fail({
        span: model.title,
        message: 'There is no section "Definitions" that tells a preference from a reasoned objection',
        ...sectionFix(model.doc, SKELETON, 'Definitions'),
      });
    const defined = definitionsIn(model.doc, section);
    const problems: Problem[] = WANTED.flatMap(([term, name]) => {
      const all = defined.filter((definition) => definition.term === term);
      const [first] = all;
      if (!first) return [{ span: section.heading.span, message: `Nothing here defines ${name}` }];
      if (all.some((definition) => definition.exemplified)) return [];
      return [{ span: first.span, message: `The definition of ${name} has no example` }];
    });
    return judge(
      problems,
      defined.map((definition) => definition.span),
    );
  },
  examples: {
    pass: [
      {
        source:
          '# Rules\n\n## Definitions\n\nA **preference** says what one likes. Example: "I would rather use Kinesis."\n\nA **reasoned objection** names a harm.\n\nExample: one grocer fills one partition.\n',
        evidence: ['names a harm'],
      },
      {
        source:
          '# Rules\n\n## Definitions\n\n| Term | Meaning | Example |\n| --- | --- | --- |\n| Preference | A liking | I know it |\n| Reasoned objection | A harm | Rows go missing |\n',
      },
    ],
    fail: [
      {
        source: '# Rules\n\n## Definitions\n\nBe kind to each other.\n',
        at: ['## Definitions', '## Definitions'],
      },
      {
        source:
          '# Rules\n\n## Definitions\n\n- Preference: a liking, such as a console one knows.\n- Objection: a harm.\n',
        at: ['Objection: a harm.'],
      },
      { source: '# Rules\n\nDisagree and commit.\n', at: ['# Rules'] },
    ],
  },
};
