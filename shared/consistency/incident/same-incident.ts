import type { Packet } from '../../rubric/packet';
import { textOf } from '../record-fields';

/** Which incident each file says that it is about; null for files that name none, or several. */
function incidentOf(packet: Packet): (path: string) => string | null {
  const named = new Map<string, string | null>();
  const name = (path: string, incident: string) => {
    const known = named.get(path);
    named.set(path, known === undefined || known === incident ? incident : null);
  };
  for (const fact of packet.facts('value')) if (fact.name === 'incident-id') name(fact.path, fact.value);
  for (const row of packet.records('incident-ref')) name(row.path, textOf(row, 'incident') ?? '');
  for (const row of packet.records('stated-duration')) {
    const incident = textOf(row, 'incident');
    if (incident !== null) name(row.path, incident);
  }
  return (path) => named.get(path) ?? null;
}

/**
 * Tells whether two files are about the same incident. With one postmortem in the kit they are, whatever their headers say: that they say the
 * same is a rule of its own. With several, files that name different incidents are not compared.
 */
export function sameIncident(packet: Packet): (a: string, b: string) => boolean {
  if (new Set(packet.definitions('INC').map((incident) => incident.id)).size < 2) return () => true;
  const of = incidentOf(packet);
  return (a, b) => {
    const [one, other] = [of(a), of(b)];
    return one === null || other === null || one === other;
  };
}
