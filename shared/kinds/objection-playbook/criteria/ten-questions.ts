import { type AutoCriterion, fail, judge, type Problem } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import type { Span } from '../../../text/span';
import { type Playbook, QUESTIONS } from '../model';
import { SKELETON } from '../skeleton';

/** OP-01. */
export const tenQuestions: AutoCriterion<Playbook> = {
  id: 'OP-01',
  mode: 'auto',
  severity: 'must',
  scope: 'structure',
  readsPacket: false,
  title: 'There are ten questions, O-01 to O-10, in order',
  failTitle: 'There are not ten questions in order',
  why: 'Ten is what fits into a head before a meeting. Fewer leave out the hard ones, more are a catalogue nobody rehearses.',
  hint: 'Merge questions with the same worry, or split those with two, until ten remain.',
  sources: ['Seed'],
  check: ({ model }) => {
    const { objections, title } = model;
    if (objections.length === 0)
      return fail({ span: title, message: 'There is no heading such as `## O-01 "<the question>"`' });
    const problems: Problem[] = [];
    const seen = new Set<number>();
    let last = 0;
    for (const { id, section } of objections) {
      const number = Number(id.slice(2));
      const { span } = section.heading;
      if (number < 1 || number > QUESTIONS)
        problems.push({ span, message: `${id} is beyond the ${QUESTIONS} questions of a playbook` });
      else if (seen.has(number)) problems.push({ span, message: `There is a second ${id}` });
      else if (number < last) problems.push({ span, message: `${id} stands behind ${name(last)}` });
      else last = number;
      seen.add(number);
    }
    for (let number = 1; number <= QUESTIONS; number++)
      if (!seen.has(number))
        problems.push({
          span: placeOf(model, number),
          message: `${name(number)} is missing`,
          ...sectionFix(model.doc, SKELETON, SKELETON[number - 1]?.name ?? ''),
        });
    problems.sort((a, b) => a.span.from - b.span.from);
    return judge(
      problems,
      objections.map(({ section }) => section.heading.span),
    );
  },
  examples: {
    pass: [
      { source: example(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), evidence: ['## O-10'] },
      // Grouped by frame, one level down.
      {
        source: example(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
          .replace(/## O/g, '### O')
          .replace('### O-05', '## CTO\n\n### O-05'),
      },
    ],
    fail: [
      { source: example(1, 2, 3, 4, 5, 7, 8, 9, 10), at: ['## O-07 "Why?"'] },
      { source: example(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), at: ['## O-11 "Why?"'] },
      { source: example(1, 3, 2, 4, 5, 6, 7, 8, 9, 10), at: ['## O-02 "Why?"'] },
      { source: '# Questions\n\n## Why spend money?\n', at: ['# Questions'] },
    ],
  },
};

function name(number: number): string {
  return `O-${String(number).padStart(2, '0')}`;
}

/** A missing question goes before the next one there is, else behind the last. */
function placeOf({ objections, title }: Playbook, number: number): Span {
  const next = objections.find(({ id }) => Number(id.slice(2)) > number) ?? objections.at(-1);
  return next?.section.heading.span ?? title;
}

function example(...numbers: readonly number[]): string {
  return `# Questions\n\n${numbers.map((n) => `## ${name(n)} "Why?"\n\n- **Frame:** VP\n\n`).join('')}`;
}
