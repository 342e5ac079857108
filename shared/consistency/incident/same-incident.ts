import type { Packet } from '../../rubric/packet';

/** Which incident each file names under its own key, for kits that hold several. */
function incidentOf(packet: Packet): (path: string) => string | null {
  const named = new Map<string, string>();
  for (const fact of packet.facts('value'))
    if (fact.name === 'incident-id' && !named.has(fact.path)) named.set(fact.path, fact.value);
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
