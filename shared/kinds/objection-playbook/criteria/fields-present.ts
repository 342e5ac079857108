import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { block } from '../example-block';
import { FIELD_NAMES, FIELDS } from '../fields';
import type { Objection, Playbook } from '../model';

/** OP-03. */
export const fieldsPresent: AutoCriterion<Playbook> = {
  id: 'OP-03',
  mode: 'auto',
  severity: 'must',
  scope: 'structure',
  readsPacket: false,
  title: 'Every question has its nine fields',
  failTitle: 'A question lacks a field',
  why: 'The fields that are left out are the uncomfortable ones: what is true in the objection, and what would prove it right.',
  hint: 'Fill in frame, asker, the real question, answer, evidence, concession, second answer, what not to say, and tripwire.',
  sources: ['Seed'],
  check: ({ model, source }) => {
    const { objections } = model;
    if (objections.length === 0) return failBecause('OP-01');
    const problems = objections.flatMap((objection) => problemsOf(objection, source.text));
    return judge(
      problems,
      objections.map(({ section }) => section.heading.span),
    );
  },
  examples: {
    pass: [
      { source: `# Questions\n\n${block({})}`, evidence: ['## O-01'] },
      // Fields as paragraphs, as headings and as rows of a table.
      { source: `# Questions\n\n${block({}).replace(/^- /gm, '')}` },
      {
        source: `# Questions\n\n${block({}).replace(/^- \*\*(.*?):\*\* (.*)$/gm, '### $1\n\n$2\n')}`,
      },
      {
        source: `# Questions\n\n${block({})
          .replace(/^- \*\*(.*?):\*\* (.*)$/gm, '| $1 | $2 |')
          .replace('\n\n|', '\n\n| Field | Text |\n| --- | --- |\n|')}`,
      },
    ],
    fail: [
      {
        source: `# Questions\n\n${block({ Concede: null, Tripwire: null })}${block({ Evidence: '' }, 2)}`,
        at: ['## O-01 "Why?"', 'Evidence'],
      },
      { source: '# Questions\n', at: [] },
    ],
  },
};

function problemsOf(objection: Objection, text: string): Problem[] {
  const { id, section } = objection;
  const missing = FIELD_NAMES.filter((name) => objection.label(name) === null);
  const empty = FIELD_NAMES.filter(
    (name) => objection.label(name) !== null && objection.field(name) === null,
  );
  const problems: Problem[] = [];
  if (missing.length > 0) {
    const names = missing.map((name) => FIELDS[name].name);
    const end = section.body.from + text.slice(section.body.from, section.body.to).trimEnd().length;
    problems.push({
      span: section.heading.span,
      message: `${id} lacks ${names.join(', ')}`,
      fix: {
        title: names.length === 1 ? `Add the field ${names[0]}` : 'Add the missing fields',
        edits: [{ from: end, to: end, insert: names.map((name) => `\n- **${name}:** `).join('') }],
      },
    });
  }
  for (const name of empty) {
    const label = objection.label(name);
    if (label) problems.push({ span: label, message: `${FIELDS[name].name} of ${id} is empty` });
  }
  return problems;
}
