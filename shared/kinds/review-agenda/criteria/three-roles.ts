import { type AutoCriterion, judge, type Problem } from '../../../rubric/criterion';
import { respelled } from '../../../rubric/misspelt-name';
import type { Agenda } from '../model';

/** AG-03. The author is the front matter's author, or its owner. */
export const threeRoles: AutoCriterion<Agenda> = {
  id: 'AG-03',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'Facilitator, author and captain are three people, and a scribe is named',
  failTitle: 'One person holds two roles of the review',
  why: 'Whoever facilitates their own proposal steers the clock; a committee looks for the neutral chair.',
  hint: 'Ask a staff engineer with no stake to facilitate, and name a scribe.',
  sources: ['WAF'],
  check: ({ model, packet }) => {
    const front = model.front;
    const author = front.at('author').exists ? front.at('author') : front.at('owner');
    const roles = [
      ['author', author],
      ['facilitator', front.at('facilitator')],
      ['captain', front.at('captain')],
      ['scribe', front.at('scribe')],
    ] as const;
    const problems: Problem[] = [];
    for (const [role, at] of roles) {
      if (at.text === null) problems.push({ span: at.span, message: `The header names no ${role}` });
      else if (packet.people.length > 0 && !packet.person(at.text))
        problems.push({
          span: at.span,
          message: `The ${role}, "${at.text}", is not among the packet's people`,
          ...respelled(at.text, model.doc.text, at.span, packet.people),
        });
    }
    const seen = new Map<string, string>();
    for (const [role, at] of roles.slice(0, 3)) {
      if (at.text === null) continue;
      const other = seen.get(at.text);
      if (other) problems.push({ span: at.span, message: `${at.text} is ${other} and ${role}` });
      seen.set(at.text, role);
    }
    return judge(
      problems,
      roles.map(([, at]) => at.span),
    );
  },
  examples: {
    pass: [
      {
        source:
          '---\nowner: Ana Ruiz\nfacilitator: Ben Otis\ncaptain: Cy Tan\nscribe: Di Moe\n---\n\n# Review\n',
      },
    ],
    fail: [
      {
        source: '---\nowner: Ana Ruiz\nfacilitator: Ana Ruiz\ncaptain: Cy Tan\nscribe: ""\n---\n\n# Review\n',
        at: ['', 'Ana Ruiz'],
      },
    ],
  },
};
