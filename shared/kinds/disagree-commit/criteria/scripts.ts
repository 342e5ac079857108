import { type AutoCriterion, fail, pass } from '../../../rubric/criterion';
import { sectionFix } from '../../../rubric/repairs/insert-section';
import { words } from '../../../text/prose';
import { matches } from '../../../text/quantities';
import type { Framework } from '../model';
import { SKELETON } from '../skeleton';

const LEAST_SCRIPTS = 4;
const LEAST_WORDS = 3;

/** DAC-06. */
export const scripts: AutoCriterion<Framework> = {
  id: 'DAC-06',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Sentences to say are written out',
  failTitle: 'Sentences to say are missing',
  why: 'In the room people fall back on what they have heard before; a sentence that is ready to say is what changes how they disagree.',
  hint: 'Write four sentences or more in quotation marks: for the one who objects, the facilitator, the captain and the one who commits.',
  sources: ['ETSY'],
  check: ({ model }) => {
    const section = model.section('scripts');
    if (!section)
      return fail({
        span: model.title,
        message: 'There is no section "Scripts"',
        ...sectionFix(model.doc, SKELETON, 'Scripts'),
      });
    const quoted = matches(model.doc.plain, '(?:"[^"\\n]+"|“[^“”\\n]+”)', section.body).filter(
      (hit) => words(hit.text) >= LEAST_WORDS,
    );
    if (quoted.length >= LEAST_SCRIPTS) return pass(...quoted);
    return fail({
      span: section.heading.span,
      message: `The scripts hold ${quoted.length} quoted sentences of ${LEAST_SCRIPTS}`,
    });
  },
  examples: {
    pass: [
      {
        source:
          '# Rules\n\n## Scripts\n\n- "I disagree with section 8."\n- "What breaks, and where?"\n- “I am deciding against it.”\n- "My team starts on Monday."\n',
        evidence: ['What breaks, and where?'],
      },
    ],
    fail: [
      {
        source: '# Rules\n\n## Scripts\n\n- "I disagree with section 8."\n- Be polite.\n- Say "no".\n',
        at: ['## Scripts'],
      },
      { source: '# Rules\n\nDisagree and commit.\n', at: ['# Rules'] },
    ],
  },
};
