import {
  type AutoCriterion,
  failBecause,
  judge,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import { peopleIn } from '../../../rubric/people-in-text';
import { blameWords } from '../../../text/lexicon';
import { sentencesIn } from '../../../text/prose';
import { PEOPLE } from '../example-people';
import type { Briefing } from '../model';

/** People are named where they answer for something. */
const ANSWERS =
  /(?<!\p{L})(?:owner|decider|decid|own(?:s|ed)(?!\p{L})|accountable|approver|presented by|presenter)/iu;

/** EX-08. */
export const blameless: AutoCriterion<Briefing> = {
  id: 'EX-08',
  mode: 'auto',
  severity: 'should',
  scope: 'value',
  readsPacket: true,
  title: 'Slides are blameless and name owners and decider only',
  failTitle: 'A slide puts the incident on people',
  why: 'A name beside a failure is what the room will remember, and the next person who finds a gap will think twice before reporting it.',
  hint: 'Use roles on the slides. Owners and the decider may be named, best in the notes.',
  sources: ['SREB'],
  check: ({ model, packet }) => {
    const { doc, slides } = model;
    if (slides.length === 0) return failBecause('EX-01');
    const problems: Problem[] = [];
    for (const { visible, notes } of slides) {
      for (const { span } of [...visible, ...notes])
        for (const hit of blameWords(doc.prose, span, { services: packet.services }))
          problems.push({
            span: hit,
            message: `"${hit.text}" judges a person; say what the system allowed, showed or hid`,
          });
      for (const { span } of visible.flatMap((block) => sentencesIn(doc, block.span))) {
        if (ANSWERS.test(doc.prose.slice(span.from, span.to))) continue;
        for (const { from, to, text, person } of peopleIn(doc.prose, packet.people, span)) {
          const name = text.replace(/\s+/g, ' ');
          problems.push({
            span: { from, to },
            message: `${name} is named on a slide as neither owner nor decider; write the role${person.role === '' ? '' : ` (${person.role})`}`,
            ...(person.role === ''
              ? {}
              : { fix: { title: `Write "${person.role}"`, edits: [{ from, to, insert: person.role }] } }),
          });
        }
      }
    }
    problems.sort((a, b) => a.span.from - b.span.from);
    if (problems.length === 0 && packet.people.length === 0)
      return notEvaluated(
        'The packet names no people (RACI matrix, timeline), so names cannot be told from other words',
      );
    return judge(problems);
  },
  examples: {
    pass: [
      { source: example('Decider: Ada Example. The check failed to see it.'), packet: PEOPLE },
      { source: `${example('The alert was silent.')}> Notes: Ada Example found it.\n`, packet: PEOPLE },
    ],
    fail: [
      { source: example('Ada Example rolled out the change.'), packet: PEOPLE, at: ['Ada Example'] },
      { source: example('The engineer forgot the flag.'), at: ['forgot'] },
      { source: `${example('Text.')}> Notes: someone was careless.\n`, at: ['careless'] },
      { source: '# Briefing\n', at: [] },
    ],
  },
};

function example(bullet: string): string {
  return `# Briefing\n\n## Slide 3 — A filter hid its rejects\n\n- ${bullet}\n\n`;
}
