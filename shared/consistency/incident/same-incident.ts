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

/** Which incident a file is about, where the kit has several; files that answer alike belong with the same others. */
export function incidentKey(packet: Packet): (path: string) => string | null {
  return isOne(packet) ? () => null : packet.derived(incidentOf);
}

function isOne(packet: Packet): boolean {
  return new Set(packet.definitions('INC').map((incident) => incident.id)).size < 2;
}

/**
 * Tells whether two files are about the same incident. With one postmortem in the kit they are, whatever their headers say: that they say the
 * same is a rule of its own. With several, files that name different incidents are not compared.
 */
export function sameIncident(packet: Packet): (a: string, b: string) => boolean {
  return packet.derived(comparison);
}

function comparison(packet: Packet): (a: string, b: string) => boolean {
  if (isOne(packet)) return () => true;
  const of = packet.derived(incidentOf);
  return (a, b) => {
    const [one, other] = [of(a), of(b)];
    return one === null || other === null || one === other;
  };
}
