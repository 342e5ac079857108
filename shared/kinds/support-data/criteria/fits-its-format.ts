import { validators } from '../../../generated/kind-validators';
import { type AutoCriterion, fail, failBecause, judge } from '../../../rubric/criterion';
import { schemaFindings } from '../../../rubric/schema-findings';
import { type Paper, SHAPES } from '../model';
import { shapes } from '../shapes';

/** DAT-01. The kind has a format for each paper, so the criterion applies the right one where other kinds leave it to the engine. */
export const fitsItsFormat: AutoCriterion<Paper> = {
  id: 'DAT-01',
  mode: 'auto',
  severity: 'must',
  scope: 'structure',
  readsPacket: false,
  title: 'The file has the form of its paper',
  failTitle: 'The file departs from the form of its paper',
  why: 'Other files recompute from this one; a value of the wrong kind or under another key is a value they do not find.',
  hint: 'Give the value the form that is asked for; what is your own goes under a key that starts with x-.',
  sources: ['Seed'],
  check: ({ model, source }) => {
    if (source.format !== 'yaml' && source.format !== 'json') return failBecause('GEN-01');
    const { root, shape } = model;
    const first = root.members[0]?.[1].keySpan ?? { from: 0, to: Math.min(1, source.text.length) };
    if (source.data.root?.kind !== 'map')
      return source.problems.length > 0
        ? failBecause('GEN-01')
        : fail({ span: first, message: 'The file is a list or a single value where keys are expected' });
    if (shape === null)
      return fail({
        span: root.at('x-subtype').exists ? root.at('x-subtype').span : first,
        message: `The file does not say which paper it is: ${SHAPES.join(', ')}`,
        hint: 'Write its name behind `x-subtype:` at the top, or give the file that name.',
      });
    const validator = validators[`kind:support-data/${shape}`];
    if (!validator) throw new Error(`There is no validator for ${shape}`);
    return judge(
      schemaFindings(source, validator, shapes[shape]).map(({ span, message, related, fix }) => ({
        span,
        message,
        related,
        ...(fix ? { fix } : {}),
      })),
      [first],
    );
  },
  examples: {
    pass: [
      {
        path: 'kit/stakeholder-map.yaml',
        source:
          'id: S\ntitle: Stances\nowner: Ines\ndate: "2023-11-09"\npeople:\n  - {key: MH, stance: -3, interest: Cost, frame: VP, ask: Fund it, x-note: Asked twice}\n',
        evidence: ['id'],
      },
      {
        path: 'kit/harm.yaml',
        source:
          'x-subtype: impact-assessment\nid: I\ntitle: Harm\nowner: Ines\ndate: "2024-03-19"\nmeasures:\n  - {id: IM-01, name: Rows, value: 12, unit: rows, method: Counted, permanence: n/a, source: The log}\n',
      },
    ],
    fail: [
      {
        path: 'kit/stakeholder-map.yaml',
        source:
          'id: S\ntitle: Stances\nowner: Ines\ndate: "2023-11-09"\npeople:\n  - {key: MH, stance: 11, interest: Cost, frame: CEO, ask: Fund it}\n',
        at: ['11', 'CEO'],
      },
      {
        path: 'kit/harm.yaml',
        source: 'x-subtype: harm\nid: I\n',
        at: ['harm'],
      },
      { path: 'kit/notes.yaml', source: 'id: I\ntitle: Notes\n', at: ['id'] },
      { path: 'kit/impact-assessment.yaml', source: '- id: IM-01\n', at: ['-'] },
      { path: 'kit/impact-assessment.yaml', source: '# nothing yet\n' },
      { path: 'kit/impact-assessment.yaml', source: 'a: [1\n' },
    ],
  },
};
