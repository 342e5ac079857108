import { type AutoCriterion, judge, notEvaluated, type Problem } from '../../../rubric/criterion';
import type { MarkdownDoc, Section } from '../../../text/markdown';
import { has } from '../../../text/quantities';
import { findSection, itemsIn } from '../../../text/sections';
import { missingSection } from '../missing-section';
import type { Adr } from '../model';

/** Nobody weighs more options than this; it bounds the work on a file that is something else. */
const MOST = 50;

/** AD-03. */
export const optionsArgued: AutoCriterion<Adr> = {
  id: 'AD-03',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'The options are real and argued both ways',
  failTitle: 'The options are too few or argued one way',
  why: 'An option with only drawbacks was written by its opponent; a committee then doubts the rest of the comparison too.',
  hint: 'Write the strongest case for each losing option: one "Good, because" and one "Bad, because" at least.',
  sources: ['MADR'],
  check: ({ model }) => {
    const { doc } = model;
    const section = model.section('options');
    if (!section) return missingSection(model, 'options');
    const options = optionHeadings(doc, section);
    const problems: Problem[] = [];
    const tier = model.type1 ? 'type-1' : model.type2 ? 'type-2' : null;
    const least = tier === 'type-2' ? 2 : 3;
    if (options.length < least && (tier !== null || options.length < 2)) {
      const wanted = tier === null ? 2 : least;
      const listed =
        model.dialect === 'own' ? 0 : itemsIn(doc, section.body).filter((i) => i.depth === 0).length;
      problems.push({
        span: section.heading.span,
        message:
          options.length === 0 && listed > 0
            ? `${listed} options are listed, and none is argued below a heading of its own`
            : `${options.length} of ${wanted} options have a heading of their own; ${tier === null ? 'any' : `a ${tier}`} decision weighs ${wanted}`,
      });
    }
    for (const option of options) {
      const text = doc.plain.slice(option.body.from, option.body.to);
      const lacks = ['Good, because', 'Bad, because'].filter((words) => !has(text, `(?<!\\p{L})${words}`));
      if (lacks.length > 0)
        problems.push({
          span: option.heading.span,
          message: `"${option.heading.text}" has no ${lacks.map((l) => `"${l}"`).join(' and no ')}`,
        });
    }
    if (problems.length === 0 && options.length < least)
      return notEvaluated('How many options are wanted depends on `reversibility`, type-1 or type-2 (AD-01)');
    return judge(
      problems,
      options.map((o) => o.heading.span),
    );
  },
  examples: {
    pass: [{ source: example('type-1', 3), evidence: ['### Option 3'] }, { source: example('type-2', 2) }],
    fail: [
      { source: example('type-1', 2), at: ['## Considered options'] },
      { source: example('type-2', 2).replace('- Bad, because it is dear.\n', ''), at: ['### Option 1'] },
      { source: '## Context\n\nText.\n\n## Decision outcome\n\nText.\n', at: ['## Decision outcome'] },
    ],
  },
};

/** The options with a heading of their own: below "Considered options", or where MADR argues them, in "Pros and Cons of the Options". */
function optionHeadings(doc: MarkdownDoc, considered: Section): readonly Section[] {
  const below = (section: Section) =>
    doc.sections
      .filter(
        (s) => s.heading.level === 3 && s.index > section.index && s.heading.span.from < section.body.to,
      )
      .slice(0, MOST);
  const own = below(considered);
  const argued = own.length === 0 ? findSection(doc, ['pros and cons']) : null;
  return argued ? below(argued) : own;
}

function example(tier: string, count: number): string {
  const options = Array.from(
    { length: count },
    (_, i) => `### Option ${i + 1}\n\n- Good, because it works.\n- Bad, because it is dear.\n\n`,
  );
  return `---\nreversibility: ${tier}\n---\n\n## Considered options\n\n${options.join('')}`;
}
