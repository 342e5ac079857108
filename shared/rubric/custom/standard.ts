import type { FindingSeverity, Severity } from '../../domain/verdict';
import type { Span } from '../../text/span';
import type { Fact } from '../fact';
import type { Finding } from '../finding';
import type { ArtifactKind } from '../kind';
import type { SchemaValidator } from '../schema-findings';

/** What `kit.yaml` says of one criterion or rule. */
export interface CriterionSetting {
  readonly id: string;
  readonly change: 'off' | Severity;
  readonly reason: string | null;
  /** Only in artifacts of these kinds; empty means everywhere. */
  readonly kinds: readonly string[];
}

/** A path glob with the kind its files are; null: its files are no artifacts. */
export interface KindAssignment {
  readonly glob: string;
  readonly kind: string | null;
  matches(path: string): boolean;
}

/** A kind that the kit itself defines, ready to be used like the studio's own. */
export interface OwnKind {
  readonly kind: ArtifactKind;
  readonly validator: SchemaValidator | null;
}

/**
 * What a kit says for itself in `kit.yaml` and the files named there: which file is what, which criteria count how, who its people are, and
 * kinds of its own. Read by the engine, so that the window, the command line and the export agree on it.
 */
export interface Standard {
  readonly assignments: readonly KindAssignment[];
  readonly settings: readonly CriterionSetting[];
  readonly ownKinds: readonly OwnKind[];
  /** People and glossary, as facts that `kit.yaml` states. */
  readonly facts: readonly Fact[];
  /** Files of the kit that the standard is made of, with what each is for; they are no artifacts. */
  readonly inputs: ReadonlyMap<string, string>;
  /** Whether an id may be that of a criterion which could not be read: what refers to it is not blamed for that. */
  mayName(id: string): boolean;
  /** What does not hold in `kit.yaml` and those files, with exact places. */
  readonly findings: readonly Finding[];
  /** Equal keys mean the same recognition and kinds, and the same verdicts; the findings' places are not in them. */
  readonly kindsKey: string;
  readonly settingsKey: string;
  /** Per file of the standard, what of it can change a verdict; empty when nothing does. */
  readonly content: ReadonlyMap<string, string>;
}

export const NO_STANDARD: Standard = {
  assignments: [],
  settings: [],
  ownKinds: [],
  facts: [],
  inputs: new Map(),
  mayName: () => false,
  findings: [],
  kindsKey: '',
  settingsKey: '',
  content: new Map(),
};

/** One change of the studio's standard, as reports list it. */
export interface StandardChange {
  readonly id: string;
  readonly title: string;
  readonly from: FindingSeverity;
  readonly to: Severity | 'off';
  readonly reason: string | null;
  /** Kinds it is limited to; empty means everywhere. */
  readonly kinds: readonly string[];
}

export interface StandardReport {
  readonly changes: readonly StandardChange[];
  readonly ownKinds: readonly { readonly id: string; readonly title: string; readonly criteria: number }[];
}

/** What a kit asks to have changed, for the person who decides whether it is. */
export interface StandardOffer extends StandardReport {
  /** All that can change a verdict, as one text: a decision holds for exactly this content. */
  readonly content: string;
  /** The same per file. */
  readonly files: readonly (readonly [path: string, content: string])[];
  readonly assignments: readonly { readonly glob: string; readonly kind: string | null }[];
  readonly people: number;
  readonly terms: number;
}

/** The setting that applies to a criterion in artifacts of a kind; null for rules, which belong to no single kind. */
export function settingFor(
  settings: readonly CriterionSetting[],
  id: string,
  kind: string | null,
): CriterionSetting | null {
  return (
    settings.find(
      (s) => s.id === id && (s.kinds.length === 0 || (kind !== null && s.kinds.includes(kind))),
    ) ?? null
  );
}

/** Why something that is switched off has no verdict. */
export function offReason(setting: CriterionSetting): string {
  return `Switched off in kit.yaml${setting.reason === null ? '' : `: ${setting.reason}`}`;
}

/** A finding about the standard itself. */
export function standardFinding(path: string, span: Span, message: string, hint?: string): Finding {
  return {
    id: 'standard',
    severity: 'must',
    path,
    span,
    message,
    ...(hint === undefined ? {} : { hint }),
    related: [],
  };
}
