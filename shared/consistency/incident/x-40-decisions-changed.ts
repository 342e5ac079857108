import { entryBehind } from '../../rubric/list-entries';
import type { Packet } from '../../rubric/packet';
import type { ConsistencyRule, Place, RuleProblem } from '../../rubric/rule';
import { dayNumber } from '../../text/quantities';
import { inTextOrder } from '../in-text-order';
import { listOf, placeOf, type RecordOf, textOf } from '../record-fields';

const ACTIONS = 'kit/action-items.yaml';
const POSTMORTEM = 'kit/INC-2031-0102-postmortem.md';
const ADR = 'kit/adr-004-count-rejects.md';

interface Incident extends Place {
  readonly id: string;
  readonly date: string;
  readonly day: number;
}

/** A decision may also say that the incident has no part in it. */
export const decisionsChanged: ConsistencyRule = {
  id: 'X-40',
  severity: 'must',
  title: 'What the incident decided is written down as decisions',
  failTitle: 'A decision and the incident do not know each other',
  why: 'An action that changes the architecture without a record will be undone by the first person who asks why it is so.',
  hint: 'Write the decision as an ADR dated after the incident and link the incident in it; an ADR of that time that has other grounds says so.',
  kinds: ['action-items', 'adr', 'postmortem'],
  check: (packet) => {
    const incidents = incidentsOf(packet);
    const first = incidents[0];
    if (!first) return { verdict: 'not-evaluated', reason: 'No postmortem of the packet dates an incident' };
    const adrs = packet.records('adr-incidents');
    if (adrs.length === 0) return { verdict: 'not-evaluated', reason: 'The packet has no decision records' };
    const actions = packet.records('action').filter((action) => textOf(action, 'adr') !== null);
    const problems = new Map<string, RuleProblem>();
    for (const action of actions) {
      const found = decisionOf(packet, action, adrs, incidents);
      if (found) problems.set(`${found.path} ${found.span.from}`, found);
    }
    const later = adrs.filter((adr) => (dayNumber(textOf(adr, 'date') ?? '') ?? -1) > first.day);
    for (const adr of later) {
      const before = incidents.filter(
        (incident) => incident.day < (dayNumber(textOf(adr, 'date') ?? '') ?? 0),
      );
      if (adr.fields['unrelated'] === true || before.some((incident) => links(packet, adr, incident)))
        continue;
      const incident = before[0] ?? first;
      const key = `${adr.path} ${adr.span.from}`;
      if (problems.has(key)) continue;
      problems.set(key, {
        path: adr.path,
        span: adr.span,
        message: `${adr.id} was decided after ${incident.id} of ${incident.date} and neither links it nor says that it is unrelated`,
        related: [{ path: incident.path, span: incident.span, message: `${incident.id}, ${incident.date}` }],
        ...fixFor(adr, incident),
      });
    }
    if (problems.size > 0) return { verdict: 'fail', problems: inTextOrder([...problems.values()]) };
    const evidence = [
      ...actions.map((action) => placeOf(action, 'adr')),
      ...later.map((adr) => placeOf(adr, 'related')),
    ];
    return evidence.length > 0
      ? { verdict: 'pass', evidence }
      : {
          verdict: 'not-evaluated',
          reason: 'No action names a decision and no decision of the packet is newer than the incident',
        };
  },
  examples: {
    pass: [
      {
        files: {
          [POSTMORTEM]: report(),
          [ACTIONS]: 'items:\n  - {id: AI-01, adr: ADR-004}\n',
          [ADR]: adr('2031-01-09', 'See INC-2031-0102.'),
        },
      },
      {
        files: {
          [POSTMORTEM]: report(),
          [ADR]: adr('2031-01-09', 'This is unrelated to the incident of 2031-01-02.'),
        },
      },
    ],
    fail: [
      {
        files: {
          [POSTMORTEM]: report(),
          [ACTIONS]: 'items:\n  - {id: AI-01, adr: ADR-007}\n',
          [ADR]: adr('2031-01-09', 'We count rejects.'),
        },
        at: [
          [ACTIONS, 'ADR-007'],
          [ADR, 'ADR-004'],
        ],
      },
      {
        files: {
          [POSTMORTEM]: report(),
          [ACTIONS]: 'items:\n  - {id: AI-01, adr: ADR-004}\n',
          [ADR]: adr('2030-12-09', 'See INC-2031-0102.'),
        },
        at: [[ACTIONS, 'ADR-004']],
      },
    ],
  },
};

/** The incidents by day; the date of the header is the day of the incident. */
function incidentsOf(packet: Packet): Incident[] {
  return packet
    .definitions('INC')
    .flatMap((incident): Incident[] => {
      const date = incident.data['date'];
      const day = typeof date === 'string' ? dayNumber(date) : null;
      if (typeof date !== 'string' || day === null) return [];
      return [{ id: incident.id, path: incident.path, span: incident.span, date, day }];
    })
    .sort((a, b) => a.day - b.day);
}

/** The decision that an action names exists, is not older than the incident, and links it. */
function decisionOf(
  packet: Packet,
  action: RecordOf,
  adrs: readonly RecordOf[],
  incidents: readonly Incident[],
): RuleProblem | null {
  const id = textOf(action, 'adr') ?? '';
  const adr = adrs.find((a) => a.id === id);
  const place = placeOf(action, 'adr');
  if (!adr) {
    const newest = adrs.reduce((a, b) => (a.id > b.id ? a : b));
    return {
      ...place,
      message: `${action.id} is decided in ${id}, which the packet does not have`,
      related: [
        { path: newest.path, span: newest.span, message: `The last decision of the packet is ${newest.id}` },
      ],
    };
  }
  const own = packet.facts('value').find((v) => v.name === 'incident-id' && v.path === action.path)?.value;
  const incident = incidents.find((i) => i.id === own) ?? incidents[0];
  if (!incident) return null;
  const date = textOf(adr, 'date') ?? '';
  const day = dayNumber(date);
  if (day !== null && day < incident.day) {
    return {
      ...place,
      message: `${action.id} is decided in ${id}, which is older than the incident (${date}, incident ${incident.date})`,
      related: [{ ...placeOf(adr, 'date'), message: `${id} is dated ${date}` }],
    };
  }
  if (links(packet, adr, incident)) return null;
  return {
    path: adr.path,
    span: adr.span,
    message: `${id} decides ${action.id} of ${incident.id} and does not link the incident`,
    related: [{ ...place, message: `${action.id} names ${id} as its decision` }],
    ...fixFor(adr, incident),
  };
}

/** The decision names the incident, or links its report. */
function links(packet: Packet, adr: RecordOf, incident: Incident): boolean {
  return (
    listOf(adr, 'incidents').includes(incident.id) ||
    packet.outgoing(adr.path).some((link) => link.target === incident.path)
  );
}

function fixFor(adr: RecordOf, incident: Incident): Pick<RuleProblem, 'fix'> {
  const edit = entryBehind(adr, 'related', incident.id);
  return edit ? { fix: { title: `Add ${incident.id} to related`, edits: [edit] } } : {};
}

function report(): string {
  return '---\nid: INC-2031-0102\ndate: "2031-01-02"\n---\n\n# Report\n';
}

function adr(date: string, text: string): string {
  return `---\nid: ADR-004\ndate: "${date}"\nrelated: [ADR-001]\n---\n\n# ADR-004: Count rejects\n\n${text}\n`;
}
