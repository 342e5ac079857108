import { type AutoCriterion, fail, failBecause, pass } from '../../../rubric/criterion';
import { type ActionItems, fieldSpan, percentOf } from '../model';

const MOST_SHARE = 0.34;

/** ACT-07. */
export const fewDocuments: AutoCriterion<ActionItems> = {
  id: 'ACT-07',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'At most a third of the actions are documents',
  failTitle: 'Too many actions only document',
  why: 'Documents are the cheapest action and the first to be forgotten; a list of them is a list of intentions.',
  hint: 'Raise the level: a check, a guard or an automatic stop in place of a page.',
  sources: ['RCA2'],
  check: ({ model }) => {
    if (model.items.length === 0) return failBecause('ACT-01');
    const documents = model.items.filter((item) => item.level === 'document');
    if (documents.length / model.items.length <= MOST_SHARE)
      return pass(...model.items.map((item) => fieldSpan(item, 'level')));
    const share = percentOf(documents.length, model.items.length);
    return fail(
      ...documents.map((item) => ({
        span: fieldSpan(item, 'level'),
        message: `${item.name} documents; ${documents.length} of ${model.items.length} actions do (${share}), 34 % are the most`,
      })),
    );
  },
  examples: {
    pass: [
      {
        source:
          'items:\n  - {id: AI-01, level: automate}\n  - {id: AI-02, level: guardrail}\n  - {id: AI-03, level: document}\n',
      },
    ],
    fail: [
      {
        source: 'items:\n  - {id: AI-01, level: automate}\n  - {id: AI-02, level: document}\n',
        at: ['document'],
      },
    ],
  },
};
