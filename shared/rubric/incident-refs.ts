import type { Fact } from './fact';
import type { DataReader } from './read-data';

/** The keys of a header that say which incident a file belongs to. */
const KEYS = ['id', 'title', 'incident', 'incident_id', 'x-incident', 'related'] as const;

const INCIDENT = /INC-\d{4}-\d{4}(?!\d)/g;

/**
 * The incident that each field of a header names: one record per key that names exactly one. A list of related documents may name several
 * incidents and then belongs to none of them.
 */
export function incidentRefs(header: DataReader): Fact[] {
  return KEYS.flatMap((key): Fact[] => {
    const at = header.at(key);
    const { from, to } = at.span;
    if (!at.exists) return [];
    const hits = [...header.tree.text.slice(from, to).matchAll(INCIDENT)];
    const [hit] = hits;
    if (!hit || new Set(hits.map((h) => h[0])).size > 1) return [];
    const span = { from: from + hit.index, to: from + hit.index + hit[0].length };
    return [{ type: 'record', set: 'incident-ref', id: key, fields: { incident: hit[0] }, places: {}, span }];
  });
}
