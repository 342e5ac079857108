import type { Finding } from '../../rubric/finding';
import type { Span } from '../../text/span';
import type { PacketInputs } from '../inputs';
import type { Places } from '../places';
import { isOwnArtifact } from '../work';
import type { Figure, FigureSource } from './figure';
import { budgetFigures, durationFigures, impactFigures } from './incident';
import { moneyFigures } from './money';
import { countFigures, scoreFigures } from './scores';
import { slideFigures } from './slides';
import { statedFigures } from './stated';

/** A figure of a document and what became of it. */
export interface LedgerRow {
  readonly path: string;
  readonly span: Span;
  readonly line: number;
  /** As it is written. */
  readonly text: string;
  /** The model field or event it comes from; null when it is worked out in place, or nobody states it. */
  readonly source: {
    readonly path: string;
    readonly span: Span;
    readonly line: number;
    readonly name: string;
    readonly value: string;
  } | null;
  readonly how: string;
  /** The source says something else now, or nothing states it: what the rule says, and what is right where that is known. */
  readonly stale: {
    readonly rule: string;
    readonly says: string;
    readonly now: string | null;
    readonly waived: boolean;
  } | null;
}

/** Every figure that the engine can follow from a document to where it comes from. */
export interface Ledger {
  /** By document in reading order, then in text order. */
  readonly rows: readonly LedgerRow[];
  readonly stale: number;
  /** Figures that nothing in the packet states, and that are not worked out in place. */
  readonly unsourced: number;
  /** Figures beyond those that are listed. */
  readonly more: number;
}

const SOURCES: readonly FigureSource[] = [
  moneyFigures,
  scoreFigures,
  impactFigures,
  durationFigures,
  budgetFigures,
  slideFigures,
  countFigures,
];

/** So many figures are listed. */
const MOST = 1500;

/** One figure is listed once, by the first source that knows it; whether it is stale is what the rules found, and nothing else. */
export function ledger(inputs: PacketInputs, places: Places): Ledger {
  const { report, packet } = inputs;
  const order = new Map(
    report.artifacts.filter(isOwnArtifact).map(({ path }, index) => [path, index] as const),
  );
  const judging = new Map(report.rules.map((rule) => [rule.id, rule.findings]));
  const seen = new Map<string, Figure & { readonly finding: Finding | null }>();
  for (const source of SOURCES) {
    const findings = source.rules.flatMap((id) => judging.get(id) ?? []);
    const told = byFile(findings);
    for (const figure of source.figures(packet)) {
      const key = keyOf(figure);
      if (!order.has(figure.path)) continue;
      const known = seen.get(key);
      const finding = (told.get(figure.path) ?? []).find(({ span }) => overlap(span, figure.span)) ?? null;
      // The same number may be judged twice; the rule that objects is heard, and the first source that there is.
      if (!known) seen.set(key, { ...figure, finding });
      else if ((!known.source && figure.source) || (!known.finding && finding))
        seen.set(key, { ...known, source: known.source ?? figure.source, finding: known.finding ?? finding });
    }
  }
  for (const figure of statedFigures(inputs))
    if (order.has(figure.path) && !seen.has(keyOf(figure)))
      seen.set(keyOf(figure), { ...figure, finding: null });
  const all = [...seen.values()].sort(
    (a, b) =>
      (order.get(a.path) ?? 0) - (order.get(b.path) ?? 0) ||
      a.span.from - b.span.from ||
      a.span.to - b.span.to,
  );
  return {
    rows: all.slice(0, MOST).map((figure) => rowOf(figure, places)),
    stale: all.filter(({ finding }) => finding && !finding.waived).length,
    unsourced: all.filter(({ source, workedOut }) => !source && !workedOut).length,
    more: Math.max(0, all.length - MOST),
  };
}

function byFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const known = files.get(finding.path);
    if (known) known.push(finding);
    else files.set(finding.path, [finding]);
  }
  return files;
}

/** A rule may mark the number alone, or with the words around it. */
function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

function keyOf({ path, span }: { readonly path: string; readonly span: Span }): string {
  return `${span.from} ${span.to} ${path}`;
}

function rowOf(
  { path, span, text, source, how, finding }: Figure & { readonly finding: Finding | null },
  places: Places,
): LedgerRow {
  return {
    path,
    span,
    line: places.line(path, span.from),
    text,
    source: source && { ...source, line: places.line(source.path, source.span.from) },
    how,
    stale: finding && {
      rule: finding.id,
      says: finding.message,
      now: rightText(finding, span),
      waived: finding.waived !== undefined,
    },
  };
}

/** What the fix of the finding would write in place of the figure. */
function rightText({ fix }: Finding, span: Span): string | null {
  const [edit] = fix?.edits ?? [];
  if (!edit || fix?.edits.length !== 1) return null;
  return edit.from === span.from && edit.to === span.to ? edit.insert : null;
}
