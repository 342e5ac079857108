import type { Packet } from '../../rubric/packet';
import type { Place } from '../../rubric/rule';
import type { RecordOf } from '../record-fields';

const known = new WeakMap<readonly RecordOf[], readonly string[]>();

/** The files that records come from, each once. Rules ask again for each of them, with the same list. */
export function pathsOf(records: readonly RecordOf[]): readonly string[] {
  const before = known.get(records);
  if (before) return before;
  const paths = [...new Set(records.map((record) => record.path))];
  known.set(records, paths);
  return paths;
}

/**
 * True when two files belong together: one links to the other, or there is one of each kind. A packet with two RFCs and a plan compares the plan
 * with the RFC that refers to it.
 */
export function belongTogether(
  packet: Packet,
  [one, ones]: readonly [string, readonly string[]],
  [other, others]: readonly [string, readonly string[]],
): boolean {
  if (ones.length === 1 && others.length === 1) return true;
  return links(packet, one, other) || links(packet, other, one);
}

function links(packet: Packet, from: string, to: string): boolean {
  return packet.outgoing(from).some((link) => link.target === to);
}

/** The records of one file. */
export function inFile(records: readonly RecordOf[], path: string): readonly RecordOf[] {
  let files = byFile.get(records);
  if (!files) {
    files = new Map<string, RecordOf[]>();
    for (const record of records) {
      const own = files.get(record.path);
      if (own) own.push(record);
      else files.set(record.path, [record]);
    }
    byFile.set(records, files);
  }
  return files.get(path) ?? [];
}

const byFile = new WeakMap<readonly RecordOf[], Map<string, RecordOf[]>>();

/** Each place once: evidence is shown as a list, and one passage often proves several things. */
export function distinct(places: readonly Place[]): Place[] {
  return [
    ...new Map(places.map((place) => [`${place.path} ${place.span.from}-${place.span.to}`, place])).values(),
  ];
}
