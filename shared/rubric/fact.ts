import type { Span } from '../text/span';

/** People of the packet, from the RACI matrix and the incident's responders. */
export interface PersonFact {
  readonly type: 'person';
  readonly key: string;
  readonly name: string;
  readonly role: string;
  readonly team: string;
  /** Authority: IC 1, lead, principal or EM 2, director 3, VP 4, CTO 5; null when the file does not say. */
  readonly level: number | null;
}

/** A named thing defined in this file: `R-03`, `CF-01`, `SLO-02`, `TW-01`, `ADR-004`. `data` holds what other files compare with. */
export interface DefinitionFact {
  readonly type: 'definition';
  /** The part of the id before its number, e.g. `R`, `CF`, `AI`, `SLO`, `TW`, `D`, `C`, `ADR`, `RFC`, `INC`. */
  readonly family: string;
  readonly id: string;
  readonly title: string;
  readonly data: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** An option that was scored or costed; `total` is its weighted total, `npv` its net present value in the model's currency. */
export interface OptionFact {
  readonly type: 'option';
  readonly slug: string;
  readonly name: string;
  readonly total?: number;
  readonly npv?: number;
  readonly recommended?: boolean;
  /** The option that changes nothing; absent where the file does not mark it. */
  readonly statusQuo?: boolean;
}

/** A name of the system's vocabulary. */
export interface ServiceFact {
  readonly type: 'service';
  readonly name: string;
}

export interface TopicFact {
  readonly type: 'topic';
  readonly name: string;
}

/** A single stated value with a fixed meaning: `captain`, `facilitator`, `decision-date`, `incident-date`, `incident-id`, `meeting-date`. */
export interface ValueFact {
  readonly type: 'value';
  readonly name: string;
  readonly value: string;
}

/** Someone with a vote in the review. */
export interface VoterFact {
  readonly type: 'voter';
  readonly name: string;
}

/**
 * A row of typed fields with the place of each: what consistency rules compare, cell by cell. `set` names the kind of row; the sets in use are
 * listed in `docs/facts.md`. A field that the file leaves empty is absent.
 */
export interface RecordFact {
  readonly type: 'record';
  readonly set: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** Places of the fields, for those that stand somewhere of their own; others fall back to the fact's span. */
  readonly places: Readonly<Record<string, Span>>;
}

type AnyFact =
  | PersonFact
  | DefinitionFact
  | OptionFact
  | ServiceFact
  | TopicFact
  | ValueFact
  | VoterFact
  | RecordFact;

/** A typed value that an artifact states, with its place. Consistency rules compare facts and never parse another kind's text. */
export type Fact = AnyFact & { readonly span: Span };

/** A fact with the file that states it. */
export type SourcedFact = Fact & { readonly path: string };
