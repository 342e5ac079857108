import {
  type AutoCriterion,
  failBecause,
  judge,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import { addKeys } from '../../../rubric/repairs/add-keys';
import { writeDate } from '../../../rubric/repairs/write-value';
import { firstLine } from '../../../text/data-tree';
import { DATE, dayNumber, has } from '../../../text/quantities';
import { HEADER } from '../header-blanks';
import type { Consensus } from '../model';

/** CON-06. */
export const captainDecides: AutoCriterion<Consensus> = {
  id: 'CON-06',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'The captain decides, named and dated',
  failTitle: 'It is not clear who decided, or when',
  why: 'A group that cannot say which of them decided, and on which day, has an outcome and no decision.',
  hint: 'Fill `captain` and `decision_date` from the agenda of the review.',
  sources: ['NFLX'],
  check: ({ model: { doc, header }, packet }) => {
    if (!doc.frontMatter) return failBecause('GEN-06');
    if (!header.exists) return failBecause('GEN-01');
    const problems: Problem[] = [];
    const captain = header.at('captain');
    const date = header.at('decision_date');
    const absent = (['captain', 'decision_date'] as const).filter((key) => !header.at(key).exists);
    const agenda = packet
      .facts('value')
      .find((fact) => fact.name === 'captain' && packet.kindOf(fact.path) === 'review-agenda');
    const known = typeof agenda?.value === 'string' ? { captain: agenda.value } : {};
    if (absent.length > 0) {
      problems.push({
        span: firstLine(doc.text, header.span),
        message: `The header lacks ${absent.map((key) => `\`${key}\``).join(' and ')}`,
        ...addKeys(header.tree, header.path, HEADER, absent, known),
      });
    }
    if (captain.exists && captain.text === null)
      problems.push({ span: captain.keySpan, message: '`captain` names nobody' });
    if (date.exists && !(has(date.spelled ?? '', `^${DATE}$`) && dayNumber(date.spelled ?? '') !== null)) {
      problems.push({
        span: date.span,
        message: `\`decision_date\` is "${date.spelled ?? ''}"; write a date such as 2023-11-09`,
        ...writeDate(date),
      });
    }
    if (agenda && captain.text !== null && captain.text !== agenda.value) {
      problems.push({
        span: captain.span,
        message: `The captain here is ${captain.text}, and ${agenda.value} on the agenda`,
        related: [{ path: agenda.path, span: agenda.span, message: 'captain of the review' }],
      });
    }
    if (problems.length === 0 && !agenda)
      return notEvaluated(
        'Whether the captain is the one of the review shows once the packet holds a review agenda',
      );
    return judge(problems, [captain.span, date.span]);
  },
  examples: {
    pass: [
      {
        packet: AGENDA(),
        source: example('Dmitri Castellane', '"2023-11-09"'),
        evidence: ['Dmitri Castellane', '2023-11-09'],
      },
    ],
    fail: [
      { packet: AGENDA(), source: example('Yuki Brannigan', '"2023-11-09"'), at: ['Yuki Brannigan'] },
      { packet: AGENDA(), source: example('Dmitri Castellane', 'last week'), at: ['last week'] },
      { packet: AGENDA(), source: '---\nid: C-1\n---\n\n# Record\n', at: ['id: C-1'] },
      { source: '# No header\n', at: [] },
    ],
  },
};

function AGENDA(): Record<string, string> {
  return { 'kit/review-agenda.md': '---\nid: AGENDA\ncaptain: Dmitri Castellane\n---\n\n# Agenda\n' };
}

function example(captain: string, date: string): string {
  return `---\nid: CONSENSUS\ncaptain: ${captain}\ndecision_date: ${date}\n---\n\n# Record\n`;
}
