import {
  type AutoCriterion,
  failBecause,
  judge,
  notEvaluated,
  type Problem,
} from '../../../rubric/criterion';
import type { DataReader } from '../../../rubric/read-data';
import { addKeys } from '../../../rubric/repairs/add-keys';
import { type MaybeFix, writeDate, writeKnown } from '../../../rubric/repairs/write-value';
import { firstLine } from '../../../text/data-tree';
import { DATE, has } from '../../../text/quantities';
import { approverProblems, captainProblems } from '../deciders';
import { PEOPLE } from '../example-people';
import { HEADER } from '../header-blanks';
import type { Rfc } from '../model';

const STATUSES = ['draft', 'in-review', 'approved', 'superseded', 'withdrawn'];

/** Keys that GEN-06 does not ask for; `decision-date` joins them once the RFC is approved. */
const OWN_KEYS = ['author', 'captain', 'approvers', 'updated', 'related'];
const GENERAL_KEYS = ['id', 'title', 'status', 'created'];

/** RFC-01. */
export const header: AutoCriterion<Rfc> = {
  id: 'RFC-01',
  mode: 'auto',
  severity: 'must',
  scope: 'value',
  readsPacket: true,
  title: 'The header names one captain and at least two approvers',
  failTitle: 'The header does not say who decides',
  why: 'With no single captain named, a committee reads the RFC as a discussion nobody was able to end.',
  hint: 'Name the one informed captain who decides, and two or more approvers other than the author.',
  sources: ['NFLX', 'UBER', 'OXIDE'],
  check: ({ model: { doc, header }, packet }) => {
    if (!doc.frontMatter) return failBecause('GEN-06');
    if (!header.exists) return failBecause('GEN-01');
    const problems: Problem[] = [];
    const at = (key: string) => header.at(key);
    const status = at('status').text;
    const wanted = status === 'approved' ? [...OWN_KEYS, 'decision-date'] : OWN_KEYS;
    const missing = wanted.filter((key) => !filled(at(key)));
    const absent = missing.filter((key) => !at(key).exists);
    for (const key of missing)
      if (at(key).exists) problems.push({ span: at(key).keySpan, message: `\`${key}\` is empty` });
    if (absent.length > 0) {
      const list = absent.map((key) => `\`${key}\``).join(', ');
      problems.push({
        span: firstLine(doc.text, header.span),
        message: `The header lacks ${list}`,
        ...addKeys(header.tree, header.path, HEADER, absent),
      });
    }
    const wrong = (key: string, message: string, repair: MaybeFix = {}) =>
      problems.push({ span: at(key).span, message, ...repair });
    const id = at('id').text;
    if (id !== null && !/^RFC-\d{3}$/.test(id))
      wrong('id', `"${id}" is no RFC id; write RFC and three digits, such as RFC-042`);
    if (status !== null && !STATUSES.includes(status))
      wrong(
        'status',
        `"${status}" is no status; it is one of ${STATUSES.join(', ')}`,
        writeKnown(at('status'), STATUSES),
      );
    for (const key of ['created', 'updated', 'decision-date']) {
      const date = at(key).text;
      if (date !== null && !has(date, `^${DATE}$`))
        wrong(key, `\`${key}\` is "${date}"; write a date such as 2023-11-10`, writeDate(at(key)));
    }
    problems.push(...captainProblems(at('captain')), ...approverProblems(at('approvers'), at('author').text));
    const captain = at('captain').text;
    const known = captain !== null && packet.person(captain) !== null;
    if (captain !== null && !known && packet.people.length > 0 && problems.length === 0) {
      wrong(
        'captain',
        `The captain "${captain}" is not among the ${packet.people.length} people of the packet`,
      );
    }
    if (problems.length > 0) return judge(problems);
    if (GENERAL_KEYS.some((key) => !filled(at(key)))) return failBecause('GEN-06');
    if (!known)
      return notEvaluated('Whether the captain is a person of the packet shows once it holds a RACI matrix');
    return judge([], [at('captain').span, at('approvers').span, at('status').span]);
  },
  examples: {
    pass: [{ packet: PEOPLE, source: example({}), evidence: ['Dmitri Castellane', 'approved'] }],
    fail: [
      {
        packet: PEOPLE,
        source: example({ captain: '[Dmitri Castellane, Yuki Brannigan]' }),
        at: ['[Dmitri Castellane, Yuki Brannigan]'],
      },
      { packet: PEOPLE, source: example({ captain: 'Yuki and Odalys' }), at: ['Yuki and Odalys'] },
      { packet: PEOPLE, source: example({ captain: 'Nobody Known' }), at: ['Nobody Known'] },
      { packet: PEOPLE, source: example({ approvers: '[Yuki Brannigan]' }), at: ['[Yuki Brannigan]'] },
      {
        packet: PEOPLE,
        source: example({ approvers: '[Yuki Brannigan, Ines Okonkwo-Vale]' }),
        at: ['Ines Okonkwo-Vale'],
      },
      { packet: PEOPLE, source: example({ status: 'agreed' }), at: ['agreed'] },
      {
        packet: PEOPLE,
        source: example({ status: 'In review', updated: '13/10/2023' }),
        at: ['In review', '13/10/2023'],
      },
      { packet: PEOPLE, source: example({ updated: '' }), at: ['updated'] },
      { packet: PEOPLE, source: example({}).replace(/captain: .*\n/, ''), at: ['id: RFC-001'] },
      { source: '# No header\n', at: [] },
    ],
  },
};

function filled(at: DataReader): boolean {
  return at.spelled !== null || at.items.length > 0;
}

function example(fields: Readonly<Record<string, string>>): string {
  const all = {
    id: 'RFC-001',
    title: 'Move the pipeline',
    status: 'approved',
    author: 'Ines Okonkwo-Vale',
    captain: 'Dmitri Castellane',
    approvers: '[Yuki Brannigan, Odalys Petrov]',
    created: '"2023-10-02"',
    updated: '"2023-11-10"',
    'decision-date': '"2023-11-10"',
    related: '[ADR-001]',
    ...fields,
  };
  return `---\n${Object.entries(all)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')}---\n\n# RFC\n`;
}
