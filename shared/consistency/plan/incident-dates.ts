import type { Packet } from '../../rubric/packet';
import type { Place, RuleProblem } from '../../rubric/rule';
import { placeOf, type RecordOf, textOf } from '../record-fields';
import { judgeStep, type Moment, type Step } from './chain';

const STEPS = [
  ['start', 'incident-start', 'the start of the incident'],
  ['detected', 'incident-detected', 'its detection'],
  ['mitigated', 'incident-mitigated', 'its mitigation'],
  ['resolved', 'incident-resolved', 'its resolution'],
  ['published', '', 'the publication of the postmortem'],
] as const;

/** The moments of each incident in their order: from the postmortem, else from the timeline. */
export function incidentChain(packet: Packet): (readonly Step[])[] {
  const incidents = packet.records('incident-times');
  if (incidents.length > 0)
    return incidents.map((incident) =>
      STEPS.map(([field, , name]) => ({ moment: momentOf(incident, field, name), sameDay: false })),
    );
  const values = packet.facts('value');
  return packet.pathsOf('incident-timeline').map((path) =>
    STEPS.map(([, fact, name]) => {
      const value = values.find((v) => v.path === path && v.name === fact);
      const moment = value ? { path, span: value.span, name, text: value.value } : null;
      return { moment, sameDay: false };
    }),
  );
}

function momentOf(record: RecordOf, field: string, name: string): Moment | null {
  const text = textOf(record, field);
  return text === null ? null : { ...placeOf(record, field), name, text };
}

/** Actions are due after the day of their incident: the one their file names, else the only one of the packet. */
export function judgeDues(packet: Packet, problems: RuleProblem[], evidence: Place[]): void {
  const incidents = packet.records('incident-times');
  const refs = packet.records('incident-ref');
  for (const action of packet.records('action')) {
    const named = new Set(
      refs.filter((ref) => ref.path === action.path).map((ref) => textOf(ref, 'incident')),
    );
    const known = incidents.filter((incident) => named.has(incident.id));
    const incident = known[0] ?? (incidents.length === 1 ? incidents[0] : undefined);
    const day = incident ? dayOf(incident) : null;
    const due = momentOf(action, 'due', `the due date of ${action.id}`);
    if (day && due) judgeStep(day, due, false, problems, evidence);
  }
}

function dayOf(incident: RecordOf): Moment | null {
  const date = momentOf(incident, 'date', 'the incident');
  if (date) return date;
  const start = momentOf(incident, 'start', 'the incident');
  return start ? { ...start, text: start.text.slice(0, 10) } : null;
}
