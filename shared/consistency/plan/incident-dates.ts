import type { Packet } from '../../rubric/packet';
import { valuesByPlace } from '../../rubric/values-by-place';
import { placeOf, type RecordOf, textOf } from '../record-fields';
import { type Found, isLate, judgeStep, type Moment, type Step } from './chain';

const STEPS = [
  ['start', 'incident-start', 'the start of the incident'],
  ['detected', 'incident-detected', 'its detection'],
  ['mitigated', 'incident-mitigated', 'its mitigation'],
  ['resolved', 'incident-resolved', 'its resolution'],
  ['published', '', 'the publication of the postmortem'],
] as const;

/** PM-01 tells of header times that run backwards, PM-12 of a publication on a day before the resolution; equal times are told by neither. */
function toldInHeader(before: Moment, after: Moment): string | null {
  if (before.path !== after.path || !isLate(before.text, after.text, true)) return null;
  return after.text.length > 'YYYY-MM-DD'.length ? 'PM-01' : 'PM-12';
}

/** The moments of each incident in their order: from the postmortem, else from the timeline. */
export function incidentChain(packet: Packet): (readonly Step[])[] {
  const incidents = packet.records('incident-times');
  if (incidents.length > 0)
    return incidents.map((incident) =>
      STEPS.map(([field, , name]) => ({
        moment: momentOf(incident, field, name),
        sameDay: false,
        told: toldInHeader,
      })),
    );
  const values = packet.derived(valuesByPlace);
  return packet.pathsOf('incident-timeline').map((path) =>
    STEPS.map(([, fact, name]) => {
      const value = values.get(`${fact} ${path}`);
      const moment = value ? { path, span: value.span, name, text: value.value } : null;
      return { moment, sameDay: false };
    }),
  );
}

function momentOf(record: RecordOf, field: string, name: string): Moment | null {
  const text = textOf(record, field);
  return text === null ? null : { ...placeOf(record, field), name, text };
}

/**
 * Actions are due after the day of their incident: the one their file names, else the only one of the packet. Where it is the packet's first,
 * ACT-01 tells it.
 */
export function judgeDues(packet: Packet, found: Found): void {
  const incidents = packet.records('incident-times');
  const places = new Map(incidents.map((incident, place) => [incident.id, place] as const).reverse());
  const first = packet.value('incident-date')?.value ?? '';
  const told = (_: Moment, due: Moment) => (isLate(first, due.text, false) ? 'ACT-01' : null);
  for (const action of packet.records('action')) {
    const named = packet
      .recordsOf('incident-ref', action.path)
      .flatMap((ref) => places.get(textOf(ref, 'incident') ?? '') ?? []);
    const known = named.length > 0 ? incidents[Math.min(...named)] : undefined;
    const incident = known ?? (incidents.length === 1 ? incidents[0] : undefined);
    const day = incident ? dayOf(incident) : null;
    const due = momentOf(action, 'due', `the due date of ${action.id}`);
    if (day) judgeStep(day, { moment: due, sameDay: false, told }, found);
  }
}

function dayOf(incident: RecordOf): Moment | null {
  const date = momentOf(incident, 'date', 'the incident');
  if (date) return date;
  const start = momentOf(incident, 'start', 'the incident');
  return start ? { ...start, text: start.text.slice(0, 10) } : null;
}
