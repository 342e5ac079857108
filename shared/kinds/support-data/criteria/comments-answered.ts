import { type AutoCriterion, judge, notApplicable, type Problem } from '../../../rubric/criterion';
import { fieldSpan } from '../../../rubric/field-span';
import { words } from '../../../text/prose';
import type { Paper } from '../model';
import { DISPOSITIONS } from '../shapes';

const LEAST_WORDS = 5;
const LEAST_SHARE = 0.25;

/** DAT-04. */
export const commentsAnswered: AutoCriterion<Paper> = {
  id: 'DAT-04',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Every comment is answered, and a quarter changed the document',
  failTitle: 'A comment is unanswered, or hardly any changed the document',
  why: 'A review in which nothing changed was an announcement; a comment closed without a sentence teaches its author to stay silent next time.',
  hint: 'Answer the comment in a sentence, and mark where the document changed because of it.',
  sources: ['SQSP'],
  check: ({ model }) => {
    if (model.shape !== 'review-comments') return notApplicable('The file holds no review comments');
    const list = model.root.at('items');
    const comments = list.items;
    const problems: Problem[] = comments.flatMap((at) => {
      const name = at.at('id').text ?? 'A comment';
      const found: Problem[] = [];
      const disposition = at.at('disposition').text ?? '';
      if (!DISPOSITIONS.some((known) => known === disposition))
        found.push({
          span: fieldSpan(at, 'disposition'),
          message: `${name} has no disposition of ${DISPOSITIONS.join(', ')}`,
        });
      const count = words(at.at('resolution').text ?? '');
      if (count < LEAST_WORDS)
        found.push({
          span: fieldSpan(at, 'resolution'),
          message: `${name} is resolved in ${count} words; at least ${LEAST_WORDS} say what became of it`,
        });
      return found;
    });
    const changed = comments.filter((at) => at.at('changed_doc').boolean === true);
    if (changed.length < comments.length * LEAST_SHARE || comments.length === 0)
      problems.unshift({
        span: list.exists ? list.keySpan : model.root.span,
        message: `${changed.length} of ${comments.length} comments changed the document; a quarter is wanted`,
      });
    return judge(
      problems,
      changed.map((at) => at.at('resolution').span),
    );
  },
  examples: {
    pass: [
      {
        path: 'kit/review-comments.yaml',
        source:
          'items:\n  - {id: RC-01, disposition: accepted, resolution: Section 8 gained the trigger table, changed_doc: true}\n  - {id: RC-02, disposition: rejected, resolution: "Transactions end at the sink, see section 4", changed_doc: false}\n',
        evidence: ['Section 8 gained'],
      },
    ],
    fail: [
      {
        path: 'kit/review-comments.yaml',
        source:
          'items:\n  - {id: RC-01, disposition: noted, resolution: Thanks, changed_doc: false}\n  - {id: RC-02, disposition: rejected}\n',
        at: ['items', 'noted', 'Thanks', 'RC-02'],
      },
    ],
  },
};
