import type { FindingSeverity } from '../domain/verdict';
import type { TextEdit } from '../text/edits/edit';
import type { Span } from '../text/span';
import type { Assessed } from './assessments/assessment';
import type { WaivedBy } from './waivers/waiver';

export type { TextEdit } from '../text/edits/edit';

/** A repair the program can make by itself, applied as one undo step. Edits don't overlap and are in ascending order. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** Another place that belongs to a finding, for example the value that this one disagrees with. */
export interface Related {
  readonly path: string;
  readonly span: Span;
  readonly message: string;
}

/** Where and why something is not as it should be. Says what is missing, where, and what to write. */
export interface Finding {
  /** The criterion (`RFC-04`), the rule (`X-11`), or `syntax` / `schema`. */
  readonly id: string;
  readonly severity: FindingSeverity;
  readonly path: string;
  readonly span: Span;
  readonly message: string;
  readonly hint?: string;
  readonly related: readonly Related[];
  readonly fix?: Fix;
  /** The waiver that silences it: the finding is shown with its reason, and counts nowhere. */
  readonly waived?: WaivedBy;
  /** Set when a person found it, answering a question that only a person can judge: the message then is theirs. */
  readonly assessed?: Assessed;
}
