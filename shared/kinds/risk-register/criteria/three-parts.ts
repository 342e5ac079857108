import { type AutoCriterion, failBecause, judge, type Problem } from '../../../rubric/criterion';
import { words } from '../../../text/prose';
import { register, risk } from '../example-register';
import { placeOf, type Register, type Risk } from '../model';

const LEAST_WORDS = 4;
const PARTS = ['cause', 'event', 'consequence'] as const;

/** RR-06. */
export const threeParts: AutoCriterion<Register> = {
  id: 'RR-06',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: false,
  title: 'Cause, event and consequence are separate',
  failTitle: 'Cause, event and consequence run together',
  why: 'Only a separated cause can be removed and only a separated consequence can be priced; a worry in one phrase allows neither.',
  hint: 'Write "because of X, Y may happen, so Z", one part per field.',
  sources: ['ISO31'],
  check: ({ model }) => {
    if (model.risks.length === 0) return failBecause('RR-08');
    return judge(
      model.risks.flatMap(flaws),
      model.risks.slice(0, 3).flatMap((item) => PARTS.map((part) => item.at.at(part).span)),
    );
  },
  examples: {
    pass: [{ source: register(risk()), evidence: ['Replay shares capacity with live traffic'] }],
    fail: [
      { source: register(risk({ cause: 'Slow replay' })), at: ['"Slow replay"'] },
      {
        source: register(risk({ consequence: 'Replay shares capacity with live traffic.' })),
        at: ['"Replay shares capacity with live traffic."'],
      },
      { source: register(risk({ event: undefined })), at: ['"R-01"'] },
    ],
  },
};

function flaws(item: Risk): Problem[] {
  const seen = new Map<string, string>();
  return PARTS.flatMap((part): Problem[] => {
    const at = item.at.at(part);
    const count = words(at.text ?? '');
    if (count < LEAST_WORDS) {
      const span = at.exists ? at.span : placeOf(item);
      return [{ span, message: `The ${part} of ${item.id} has ${count} words of ${LEAST_WORDS}` }];
    }
    const plain = (at.text ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const other = seen.get(plain);
    seen.set(plain, part);
    return other === undefined
      ? []
      : [{ span: at.span, message: `The ${part} of ${item.id} repeats its ${other}` }];
  });
}
