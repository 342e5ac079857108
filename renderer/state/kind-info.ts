import type { Part } from '../../shared/domain/part';
import type { Severity } from '../../shared/domain/verdict';
import type { Asks } from '../../shared/packet/estimates';
import type { Format } from '../../shared/rubric/artifact';
import type { Contrast } from '../../shared/rubric/kind';

/** What the window says about a criterion. The check itself stays in the worker. */
export interface CriterionInfo {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  /** Said when it is not met; the title for questions that only a person can answer. */
  readonly failTitle: string;
  readonly why: string;
  readonly hint: string;
  readonly asks: Asks;
  /** The question of a self-assessment; null for automatic checks. */
  readonly question: string | null;
  /** A passage that meets it and one that does not; null where none is short enough to show. */
  readonly meets: ExampleInfo | null;
  readonly misses: ExampleInfo | null;
}

/** A passage that shows a verdict, with the texts in it that decide. */
export interface ExampleInfo {
  readonly source: string;
  readonly marked: readonly string[];
}

/** What the window says about a rule over several artifacts. */
export interface RuleInfo {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly failTitle: string;
  readonly why: string;
  readonly kinds: readonly string[];
}

/** What the window says about a remark on prose. */
export interface RemarkInfo {
  readonly id: string;
  readonly failTitle: string;
  readonly why: string;
}

/** A kind as plain data, so that the kinds themselves need not load in the window. */
export interface KindInfo {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly part: Part;
  readonly order: number;
  readonly format: Format;
  readonly files: readonly string[];
  /** Name of the file in the kit's templates that a new one starts from. */
  readonly template: string | null;
  readonly contrasts: readonly Contrast[];
  readonly criteria: ReadonlyMap<string, CriterionInfo>;
}
