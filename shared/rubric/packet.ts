import type { Part } from '../domain/part';
import type { Span } from '../text/span';
import type { Fact, PersonFact, SourcedFact } from './fact';

/** A link from one file to another (or to nothing), as the packet sees it. */
export interface OutgoingLink {
  readonly url: string;
  /** The kit path it resolves to; null for addresses outside the kit. */
  readonly target: string | null;
  readonly fragment: string;
  readonly span: Span;
  /** Words of prose within two paragraphs of the link, counted up to 40: how well the link is explained. */
  readonly wordsAround: number;
}

/** What one file contributes to the packet. Other files are re-checked only when this changes. */
export interface Contribution {
  readonly path: string;
  readonly kind: string | null;
  /** The part its kind and folder put it in; absent for a file of no kind. */
  readonly part?: Part;
  readonly facts: readonly Fact[];
  readonly links: readonly OutgoingLink[];
  readonly anchors: readonly string[];
}

export interface IncomingLink extends OutgoingLink {
  readonly from: string;
}

/**
 * The kit as a criterion of one file may see it: facts, never the text of another file. Absent inputs are empty lists, and a criterion that
 * needs them answers "not evaluated".
 */
export interface Packet {
  readonly files: ReadonlySet<string>;
  kindOf(path: string): string | null;
  /** The part a file belongs to; null for files of no kind. */
  partOf(path: string): Part | null;
  pathsOf(kind: string): readonly string[];
  facts<T extends Fact['type']>(type: T): readonly Extract<SourcedFact, { type: T }>[];
  /** Definitions of a family in the packet, e.g. all `R-nn`. Files in `templates/` and counter-examples do not define anything for others. */
  definitions(family: string): readonly Extract<SourcedFact, { type: 'definition' }>[];
  /** Rows of a set from all files that define for others, in file order. */
  records(set: string): readonly Extract<SourcedFact, { type: 'record' }>[];
  /** Those of one file; none for files that do not define for others. */
  recordsOf(set: string, path: string): readonly Extract<SourcedFact, { type: 'record' }>[];
  value(name: string): Extract<SourcedFact, { type: 'value' }> | null;
  readonly people: readonly (PersonFact & { readonly path: string })[];
  /** A person by exact full name or key. */
  person(nameOrKey: string): PersonFact | null;
  readonly services: readonly string[];
  anchors(path: string): readonly string[] | null;
  incoming(path: string): readonly IncomingLink[];
  outgoing(path: string): readonly OutgoingLink[];
  /** Something worked out from the packet, once for all who ask with the same function and as long as what it asks the packet stays. */
  derived<T>(make: (packet: Packet) => T): T;
}
