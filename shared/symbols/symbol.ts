import type { Span } from '../text/span';

/** `event` is a record of an incident scenario, known by its ref; `money` a figure of the cost model, known by what it is. */
export type SymbolKind = 'id' | 'person' | 'option' | 'service' | 'topic' | 'event' | 'money';

/** The kinds whose names have no form of their own and are found by looking for them. */
export const NAMED_KINDS = [
  'person',
  'option',
  'service',
  'topic',
  'event',
] as const satisfies readonly SymbolKind[];

/** A named thing of the kit: defined in one place (or a few that must agree), used in others. */
export interface KitSymbol {
  /** Unique in the kit: kind and name, such as `id ADR-003` or `person Ana Ruiz`. */
  readonly key: string;
  readonly kind: SymbolKind;
  /** As it is written: `ADR-003`, `Ana Ruiz`, `kafka-msk`; a figure in full, however texts round it: `$4,182,509`. */
  readonly name: string;
  /** What it is called or stands for: the title of an ADR, a person's role; the name itself where there is nothing else. */
  readonly title: string;
  /** For ids: the part before the number, such as `ADR` or `R`; empty for the others. */
  readonly family: string;
}

/** A place where a symbol is written. */
export interface Occurrence extends Span {
  readonly path: string;
  readonly key: string;
  readonly role: 'definition' | 'reference';
}

/** A token formed like the ids of a family that the kit defines, but defined nowhere. */
export interface UndefinedId extends Span {
  readonly path: string;
  readonly id: string;
  readonly family: string;
}
