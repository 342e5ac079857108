import { type AutoCriterion, judge, notEvaluated, type Problem } from '../../../rubric/criterion';
import { peopleIn } from '../../../rubric/people-in-text';
import { blameWords, mayBlame } from '../../../text/lexicon';
import type { PieceText } from '../../../text/markdown/piece';
import { inPieces } from '../../../text/markdown/pieces';
import { contains, movedSpan, type Span } from '../../../text/span';
import type { Postmortem } from '../model';

/** PM-03: no word that puts the incident on a person, and no names where causes are discussed. */
export const blameless: AutoCriterion<Postmortem> = {
  id: 'PM-03',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'The report is blameless',
  failTitle: 'The report puts the incident on people',
  why: 'Once a person is the cause, the system stays as it was; a committee reads blame as an author who stopped asking too early.',
  hint: 'Make the system the subject: say what it allowed, showed or hid. Use roles in the timeline, the causes and the whys.',
  sources: ['SREB', 'ETSY'],
  check: ({ model, packet }) => {
    const { doc } = model;
    const problems: Problem[] = [];
    const counterfactual = doc.sections.filter((s) => s.heading.key.includes('counterfactual'));
    for (const span of inPieces(doc, doubtfulIn, movedSpan)) {
      const allowed = counterfactual.some((s) => contains(s.body, span));
      for (const hit of blameWords(doc.prose, span, {
        services: packet.services,
        counterfactual: allowed,
      })) {
        problems.push({
          span: hit,
          message: `"${hit.text}" ${judgement(hit.text)}; say what the system allowed, showed or hid`,
        });
      }
    }
    const places = [
      ['the timeline', model.section('timeline')],
      ['the causes', model.section('causes')],
      ['the whys', model.whys],
    ] as const;
    for (const [place, section] of places) {
      if (!section) continue;
      for (const { from, to, text, person } of peopleIn(doc.prose, packet.people, section.body)) {
        problems.push({
          span: { from, to },
          message: `${text.replace(/\s+/g, ' ')} is named in ${place}; write the role${person.role === '' ? '' : ` (${person.role})`}`,
          ...(person.role === ''
            ? {}
            : { fix: { title: `Write "${person.role}"`, edits: [{ from, to, insert: person.role }] } }),
        });
      }
    }
    if (problems.length === 0 && packet.people.length === 0) {
      return notEvaluated(
        'The packet names no people (RACI matrix, timeline), so names cannot be told from other words',
      );
    }
    problems.sort((a, b) => a.span.from - b.span.from);
    return judge(problems);
  },
  examples: {
    pass: [
      {
        source:
          '# Report\n\n## Timeline\n\nStreaming on-call "simply forgot" a step, said the chat; the job failed to decode.\n\n## Action items\n\nOwner: Wen Abernathy.\n',
        packet: { 'kit/timeline.yaml': people() },
      },
      {
        source:
          '# Report\n\n## Summary\n\nInbound traffic failed to reach the pods, and certificates failed to renew.\n',
        packet: { 'kit/timeline.yaml': people() },
      },
      {
        source: '# Report\n\n## Counterfactual\n\nThe alert would have fired at 09:20.\n',
        packet: { 'kit/timeline.yaml': people() },
      },
    ],
    fail: [
      {
        source: '# Report\n\nThe on-call engineer forgot the flag. It was human error.\n',
        at: ['forgot', 'human error'],
      },
      {
        source: '# Report\n\n## Timeline\n\nWen\nAbernathy saw the gap.\n',
        packet: { 'kit/timeline.yaml': people() },
        at: ['Wen\nAbernathy'],
      },
    ],
  },
};

/** The paragraphs and cells that may hold a blaming word; who the services are decides the rest. */
function doubtfulIn({ blocks, prose }: PieceText): Span[] {
  return blocks.flatMap(({ span, inQuote }) => (!inQuote && mayBlame(prose, span) ? [span] : []));
}

/** What a word does to a reader who was there. */
function judgement(word: string): string {
  if (/have$/i.test(word)) return 'argues from hindsight';
  return /^(?:obviously|simply)$/i.test(word) ? 'calls easy what was not at the time' : 'judges a person';
}

function people(): string {
  return 'responders:\n  - {key: WA, name: Wen Abernathy, role: Finance Analytics Manager, team: Finance Analytics}\n';
}
