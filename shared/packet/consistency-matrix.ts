import type { Severity } from '../domain/verdict';
import type { Finding } from '../rubric/finding';
import { aboutIn, type PacketInputs } from './inputs';
import type { Places, ShownPlace } from './places';
import { isOwnArtifact } from './work';

/** A row and a column of the matrix: all files of one kind. */
export interface MatrixSide {
  readonly kind: string;
  readonly title: string;
  readonly files: number;
}

/** What two kinds have to do with each other. */
export interface MatrixCell {
  /** Positions in {@link ConsistencyMatrix.sides}; the row is never behind the column. Equal for what one kind says twice. */
  readonly row: number;
  readonly column: number;
  /** Rules that read both and were decided. */
  readonly rules: readonly string[];
  /** Positions in {@link ConsistencyMatrix.disagreements}. */
  readonly disagreements: readonly number[];
}

/** Two places that do not agree, or one that agrees with nothing. */
export interface Disagreement {
  readonly rule: string;
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly here: ShownPlace;
  /** The other places, with what each says. */
  readonly there: readonly (ShownPlace & { readonly says: string })[];
}

/** Which artifacts agree with which. */
export interface ConsistencyMatrix {
  readonly sides: readonly MatrixSide[];
  readonly cells: readonly MatrixCell[];
  readonly disagreements: readonly Disagreement[];
  /** Disagreements beyond those that are listed. */
  readonly more: number;
  readonly waived: number;
  readonly decided: number;
  /** Rules that had nothing to compare. */
  readonly open: number;
}

/** So many disagreements are shown with their texts; nobody reads on. */
const MOST = 300;
/** Other places of one disagreement that are shown. */
const MOST_THERE = 4;

export function consistencyMatrix(inputs: PacketInputs, places: Places): ConsistencyMatrix {
  const { report, rules, registry } = inputs;
  const kindOf = new Map(report.artifacts.map(({ path, kind }) => [path, kind]));
  const files = new Map<string, number>();
  for (const artifact of report.artifacts)
    if (artifact.kind !== null && isOwnArtifact(artifact))
      files.set(artifact.kind, (files.get(artifact.kind) ?? 0) + 1);

  const findings = report.rules.flatMap((rule) => rule.findings);
  const told = findings.filter((finding) => !finding.waived);
  const decided = report.rules.filter(({ verdict }) => verdict === 'pass' || verdict === 'fail');
  const read = new Map<string, Set<string>>();
  const pairs = new Map<string, { readonly rules: Set<string>; readonly at: Set<number> }>();
  const pair = (a: string, b: string) => {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const known = pairs.get(key) ?? { rules: new Set<string>(), at: new Set<number>() };
    pairs.set(key, known);
    return known;
  };
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  for (const { id } of decided) {
    const kinds = (byId.get(id)?.kinds ?? []).filter((kind) => files.has(kind));
    for (const [i, a] of kinds.entries()) {
      read.set(a, (read.get(a) ?? new Set()).add(id));
      for (const b of kinds.slice(i + 1)) pair(a, b).rules.add(id);
    }
  }
  const listed = told.slice(0, MOST);
  listed.forEach((finding, at) => {
    const own = kindOf.get(finding.path);
    if (!own) return;
    for (const other of othersOf(finding, own, kindOf)) pair(own, other).at.add(at);
  });

  const ids = new Set([
    ...read.keys(),
    ...[...pairs].flatMap(([key, { at }]) => (at.size > 0 ? key.split(' ') : [])),
  ]);
  const order = (kind: string) => {
    const info = registry.get(kind);
    return (info?.part === 'X' || !info ? 5 : info.part) * 10_000 + (info?.order ?? 0);
  };
  const sides = [...ids]
    .sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1))
    .map((kind) => ({ kind, title: registry.get(kind)?.title ?? kind, files: files.get(kind) ?? 0 }));
  const at = new Map(sides.map(({ kind }, index) => [kind, index]));
  const cells = [...pairs].map(([key, { rules: shared, at: disagreements }]): MatrixCell => {
    const [a, b] = key.split(' ').map((kind) => at.get(kind) ?? 0) as [number, number];
    return {
      row: Math.min(a, b),
      column: Math.max(a, b),
      rules: [...shared].sort(),
      disagreements: [...disagreements],
    };
  });
  return {
    sides,
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
    disagreements: listed.map((finding) => disagreement(finding, inputs, places)),
    more: told.length - listed.length,
    waived: findings.length - told.length,
    decided: decided.length,
    open: report.rules.filter(({ verdict }) => verdict === 'not-evaluated').length,
  };
}

/** The kinds that a disagreement is with: those of its other places, else its own. */
function othersOf(
  finding: Finding,
  own: string,
  kindOf: ReadonlyMap<string, string | null>,
): ReadonlySet<string> {
  const others = new Set<string>();
  for (const { path } of finding.related) {
    const kind = kindOf.get(path);
    if (kind) others.add(kind);
  }
  // What stands beside it in files of the same kind is a disagreement within that kind only if nothing else is.
  if (others.size > 1) others.delete(own);
  return others.size > 0 ? others : new Set([own]);
}

function disagreement(finding: Finding, inputs: PacketInputs, places: Places): Disagreement {
  const { id, severity, message, path, span, related } = finding;
  return {
    rule: id,
    severity: severity === 'info' ? 'could' : severity,
    title: aboutIn(inputs, null)(id).failTitle,
    message,
    here: places.show(path, span),
    there: related
      .slice(0, MOST_THERE)
      .map((other) => ({ ...places.show(other.path, other.span), says: other.message })),
  };
}
