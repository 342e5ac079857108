import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import type { Span } from '../../text/span';
import { inTextOrder } from '../in-text-order';
import { textOf } from '../record-fields';

const POSTMORTEM = 'kit/INC-2031-0102-postmortem.md';
const TIMELINE = 'kit/timeline.yaml';

/** A place that names the incident. `votes` is the file it speaks for: a file counts once, whatever its header repeats. */
interface Naming extends Place {
  readonly incident: string;
  /** False for the name of a file, which no edit of its text can mend. */
  readonly inText: boolean;
  readonly votes: string;
}

/** With several postmortems in the kit, a file must name one of their incidents. */
export const oneIncidentId: ConsistencyRule = {
  id: 'X-39',
  severity: 'must',
  title: 'All files name one incident',
  failTitle: 'Two files name different incidents',
  why: 'An incident id is what people search for in a year; the file with the other id will not be found, or will be found under the wrong incident.',
  hint: 'Use one id in the name of the postmortem, in the front matter and in every file of the incident.',
  kinds: [
    'postmortem',
    'incident-timeline',
    'incident-scenario',
    'action-items',
    'contributing-factors',
    'five-whys',
    'executive-summary',
    'support-data',
  ],
  check: (packet) => {
    const namings = namingsOf(packet);
    if (new Set(namings.map((naming) => naming.path)).size < 2)
      return { verdict: 'not-evaluated', reason: 'Fewer than two files of the packet name an incident' };
    const reports = new Set(packet.definitions('INC').map((incident) => incident.id));
    const wanted = reports.size > 1 ? reports : new Set([mostNamed(namings)]);
    const odd = namings.filter((naming) => !wanted.has(naming.incident));
    if (odd.length === 0)
      return { verdict: 'pass', evidence: namings.map(({ path, span }) => ({ path, span })) };
    // The name of a file is told at its id, and only where the id itself is right.
    const told = odd.filter(
      (naming) => naming.inText || !odd.some((other) => other.inText && other.path === naming.path),
    );
    return { verdict: 'fail', problems: inTextOrder(told.map((naming) => problem(naming, namings, wanted))) };
  },
  examples: {
    pass: [
      {
        files: {
          [POSTMORTEM]: report('INC-2031-0102'),
          [TIMELINE]: 'incident: INC-2031-0102\nentries: []\n',
        },
      },
    ],
    fail: [
      {
        files: {
          [POSTMORTEM]: report('INC-2031-0102'),
          [TIMELINE]: 'incident: INC-2031-0201\nentries: []\n',
        },
        at: [[TIMELINE, 'INC-2031-0201']],
      },
      {
        files: {
          [POSTMORTEM]: report('INC-2031-0201'),
          [TIMELINE]: 'incident: INC-2031-0201\nentries: []\n',
        },
        at: [[POSTMORTEM, 'INC-2031-0201']],
      },
    ],
  },
};

function namingsOf(packet: Packet): Naming[] {
  const inText = packet.records('incident-ref').map(
    (row): Naming => ({
      path: row.path,
      span: row.span,
      incident: textOf(row, 'incident') ?? '',
      inText: true,
      votes: row.path,
    }),
  );
  const inNames = packet.definitions('INC').flatMap((incident): Naming[] => {
    const named = /INC-\d{4}-\d{4}(?!\d)/.exec(incident.path.slice(incident.path.lastIndexOf('/') + 1))?.[0];
    if (named === undefined) return [];
    const span: Span = incident.span;
    return [{ path: incident.path, span, incident: named, inText: false, votes: `name of ${incident.path}` }];
  });
  return [...inText, ...inNames].sort(
    (a, b) => rank(packet, a) - rank(packet, b) || a.span.from - b.span.from,
  );
}

/** The postmortem's own word comes first: it decides where two ids are named by equally many files. */
function rank(packet: Packet, naming: Naming): number {
  return packet.kindOf(naming.path) === 'postmortem' ? 0 : 1;
}

function mostNamed(namings: readonly Naming[]): string {
  const votes = new Map<string, Set<string>>();
  for (const { incident, votes: voter } of namings) {
    const voters = votes.get(incident) ?? new Set();
    votes.set(incident, voters.add(voter));
  }
  return [...votes].reduce((best, entry) => (entry[1].size > best[1].size ? entry : best))[0];
}

function problem(naming: Naming, namings: readonly Naming[], wanted: ReadonlySet<string>): RuleProblem {
  const { path, span, incident, inText } = naming;
  const other = namings.find((n) => wanted.has(n.incident) && (n.path !== path || n.inText));
  const expected = [...wanted].join(' or ');
  const [only] = wanted;
  return {
    path,
    span,
    message: inText
      ? `This names ${incident}; the other files are about ${expected}`
      : `The file is called after ${incident}; it is about ${expected}`,
    related: other
      ? [{ path: other.path, span: other.span, message: `${other.incident} is named here` }]
      : [],
    ...(inText && wanted.size === 1 && only
      ? { fix: { title: `Write ${only}`, edits: [{ ...span, insert: only }] } }
      : {}),
  };
}

function report(id: string): string {
  return `---\nid: ${id}\ntitle: A report\n---\n\n# Report\n`;
}
