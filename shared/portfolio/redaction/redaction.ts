import type { Pattern } from '../../text/pattern';

/** Where a kit says what its redacted exports hide. The file is the key to the pseudonyms: it never goes into an export. */
export { REDACTION_FILE } from '../../rubric/own-files';

/** A name, product, company or host that is replaced wherever it stands as a word. */
export interface RedactedTerm {
  readonly original: string;
  readonly pseudonym: string;
}

/** A person with the forms that a name takes: whole, one word of it, with initials, as an address or account. */
export interface RedactedPerson {
  readonly name: string;
  readonly pseudonym: string;
  /** Other names and accounts, replaced as they are written. */
  readonly aliases: readonly string[];
  /** Bare initials such as `IC`. Replaced only when given: two letters mean too many things. Empty for none. */
  readonly initials: string;
  /** Whether first and last name are replaced when they stand alone. */
  readonly alone: boolean;
}

/** Everything that fits a pattern; `{n}` in the pseudonym numbers the different values in their order of appearance. */
export interface RedactedPattern {
  readonly pattern: Pattern;
  readonly pseudonym: string;
}

/** What a redacted export hides, as `.staffwright/redaction.yaml` says. */
export interface Redaction {
  readonly terms: readonly RedactedTerm[];
  readonly people: readonly RedactedPerson[];
  readonly hosts: readonly RedactedTerm[];
  readonly patterns: readonly RedactedPattern[];
  /** What looks secret and is known to be none. */
  readonly keep: readonly string[];
  /** Whether amounts of money count as secret. */
  readonly money: boolean;
}

/** A place in a file of the kit as it is on disk, with what is to be said of it. */
export interface RedactionRemark {
  readonly message: string;
  readonly path: string;
  /** From 1. */
  readonly line: number;
}
