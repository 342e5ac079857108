import { type AutoCriterion, fail, judge, type Problem } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import { matches } from '../../../text/quantities';
import { itemsIn } from '../../../text/sections';
import { startsWithAction } from '../../../text/verbs';
import type { Framework } from '../model';
import { SKELETON } from '../skeleton';

const LEAST_ITEMS = 3;
const MOOD = '(?<!\\p{L})(?:attitudes?|spirit)(?!\\p{L})';

/** DAC-03. */
export const observableCommitment: AutoCriterion<Framework> = {
  id: 'DAC-03',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: false,
  title: 'Committing is described as behaviour',
  failTitle: 'Committing is described as a mood',
  why: 'Nobody can tell whether a colleague has the right spirit; whether the work was done on the date, anybody can.',
  hint: 'List what someone who lost the argument will and will not do, each item starting with a verb.',
  sources: ['DOOR'],
  check: ({ model }) => {
    const section = model.section('commit');
    if (!section)
      return fail({
        span: model.title,
        message: 'There is no section "What commit means"',
        ...sectionFix(model.doc, SKELETON, 'What commit means'),
      });
    const items = itemsIn(model.doc, section.body).filter((item) => item.depth === 0);
    const acts = items.filter((item) => startsWithAction(item.text));
    const problems: Problem[] = matches(model.doc.plain, MOOD, section.body, 'i').map((hit) => ({
      span: hit,
      message: `"${hit.text}" cannot be observed; say what the person does`,
    }));
    if (acts.length < LEAST_ITEMS) {
      const [other] = items.filter((item) => !acts.includes(item));
      problems.push({
        span: items.length >= LEAST_ITEMS && other ? other.span : section.heading.span,
        message: `${acts.length} items of ${LEAST_ITEMS} start with a verb`,
      });
    }
    return judge(
      problems,
      acts.map((item) => item.span),
    );
  },
  examples: {
    pass: [
      {
        source:
          '# Rules\n\n## What commit means\n\n- Does the work on the agreed date.\n- Carries the decision to the own team.\n- Will not reopen it in a hallway.\n',
        evidence: ['Carries the decision'],
      },
    ],
    fail: [
      {
        source:
          '# Rules\n\n## What commit means\n\n- Report bad signs within a day.\n- Keep to the record.\n- A positive attitude.\n',
        at: ['attitude', 'A positive attitude.'],
      },
      {
        source: '# Rules\n\n## What commit means\n\n- Do the work.\n- Keep to the record.\n',
        at: ['## What commit means'],
      },
      { source: '# Rules\n\nDisagree and commit.\n', at: ['# Rules'] },
    ],
  },
};
