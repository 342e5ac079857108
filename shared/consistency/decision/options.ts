import type { Packet } from '../../rubric/packet';
import { slugOf } from '../../text/option-name';
import { type RecordOf, textOf } from '../record-fields';

/** An option as one file names it. */
export interface Named {
  readonly slug: string;
  readonly name: string;
}

/** Words that say nothing about which option is meant. */
const FILLER = new Set('a an and by for in of on our own the to with'.split(' '));

function wordsOf({ slug, name }: Named): Set<string> {
  return new Set([...slug.split('-'), ...slugOf(name).split('-')].filter((w) => w !== '' && !FILLER.has(w)));
}

/**
 * The option of a list that a file means: the same slug, else the same name, else the only one whose words hold all of its words (or the other
 * way round), so that "Kafka" finds "Kafka on Amazon MSK" where no second Kafka is on the list.
 */
export function sameOption<T extends Named>(wanted: Named, options: readonly T[]): T | null {
  const name = slugOf(wanted.name);
  const exact =
    options.find((o) => o.slug === wanted.slug) ??
    options.find((o) => slugOf(o.name) === name || slugOf(o.name) === wanted.slug || o.slug === name);
  if (exact) return exact;
  const own = wordsOf(wanted);
  if (own.size === 0) return null;
  const close = options.filter((o) => {
    const other = wordsOf(o);
    return other.size > 0 && (holds(other, own) || holds(own, other));
  });
  return close.length === 1 ? (close[0] as T) : null;
}

function holds(all: ReadonlySet<string>, part: ReadonlySet<string>): boolean {
  return [...part].every((word) => all.has(word));
}

/** The option that a record names in its fields `option` (or its id) and `name`. */
export function namedIn(record: RecordOf, field = 'option'): Named {
  const slug = textOf(record, field) ?? record.id;
  return { slug, name: textOf(record, 'name') ?? slug };
}

/** A tradeoff matrix with its rows. */
export interface MatrixOf {
  readonly head: RecordOf;
  readonly path: string;
  readonly criteria: readonly RecordOf[];
  readonly options: readonly (RecordOf & Named)[];
  readonly cells: ReadonlyMap<string, RecordOf>;
}

/** The matrices of the packet, in file order. */
export function matrices(packet: Packet): readonly MatrixOf[] {
  return packet.derived(readMatrices);
}

function readMatrices(packet: Packet): readonly MatrixOf[] {
  return packet.records('matrix').map((head) => {
    const own = (set: string) => packet.recordsOf(set, head.path);
    return {
      head,
      path: head.path,
      criteria: own('matrix-criterion'),
      options: own('matrix-option').map((r) => ({ ...r, slug: r.id, name: textOf(r, 'name') ?? r.id })),
      cells: new Map(own('matrix-cell').map((r) => [r.id, r])),
    };
  });
}

/** The matrix that decides an RFC: the one that says so, else the only one of the packet where none says what it decides. */
export function matrixOf(packet: Packet, rfc: string): MatrixOf | null {
  const all = matrices(packet);
  const saying = all.find((m) => textOf(m.head, 'decision') === rfc);
  if (saying) return saying;
  const [only] = all;
  return only && all.length === 1 && textOf(only.head, 'decision') === null ? only : null;
}

/** The RFCs of the packet that have a matrix. */
export function decidedRfcs(packet: Packet) {
  return packet.definitions('RFC').flatMap((rfc) => {
    const matrix = matrixOf(packet, rfc.id);
    return matrix ? [{ rfc, matrix }] : [];
  });
}

/** What a rule answers when no RFC has a matrix. */
export function withoutMatrix(packet: Packet) {
  const reason =
    packet.definitions('RFC').length === 0
      ? 'The packet has no RFC'
      : 'No tradeoff matrix says which RFC it decides (`decision: RFC-…`)';
  return { verdict: 'not-evaluated' as const, reason };
}
