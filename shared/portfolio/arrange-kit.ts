import { comparePaths, fileName, resolveLink } from '../domain/kit-path';
import type { Part } from '../domain/part';
import type { Source } from '../rubric/artifact';
import type { KindRegistry } from '../rubric/registry';
import type { ArtifactReport, KitReport } from '../rubric/report';
import { type Composition, partsOf } from './composition';

/** Where an artifact is printed. */
export type PrintPlace = 'part' | 'appendix' | 'nowhere';

export interface ArrangedArtifact {
  readonly report: ArtifactReport;
  readonly place: PrintPlace;
}

export interface ArrangedPart {
  readonly part: Exclude<Part, 'X'>;
  readonly printed: boolean;
  readonly artifacts: readonly ArrangedArtifact[];
}

/** All that a portfolio of a kit can hold, in the order of a composition; what is left out stands where it would be. */
export interface ArrangedKit {
  /** The cover memo of the kit; null when there is none. */
  readonly memo: ArtifactReport | null;
  readonly parts: readonly ArrangedPart[];
}

export const MEMO_KIND = 'promo-packet';

/** Kinds that are evidence or manifest rather than pages: they go into the zip only. */
const NOT_PRINTED: ReadonlySet<string> = new Set(['incident-scenario', MEMO_KIND]);

/**
 * Recognised artifacts of the four parts, without templates and counter-examples: by part, by the order of their kinds, each diagram after the
 * artifacts of its part, and then as the composition has it.
 */
export function arrangeKit(
  report: KitReport,
  composition: Composition,
  registry: KindRegistry,
  source: (path: string) => Source | null,
): ArrangedKit {
  const usable = report.artifacts.filter(
    (a) => a.kind !== null && !a.template && !a.counterExample && source(a.path) !== null,
  );
  const printable = usable.filter((a) => !NOT_PRINTED.has(a.kind ?? ''));
  const byPart = new Map<Part, ArtifactReport[]>();
  for (const artifact of printable) {
    const part = partOf(artifact, printable, source);
    byPart.set(part, [...(byPart.get(part) ?? []), artifact]);
  }
  const out = new Set(composition.leaveOut);
  const behind = new Set(composition.appendix);
  const printed = partsOf(composition);
  const rest = ([1, 2, 3, 4] as const).filter((part) => !printed.includes(part));
  const parts = [...printed, ...rest].flatMap((part): ArrangedPart[] => {
    const own = byPart.get(part) ?? [];
    if (part === 'X' || own.length === 0) return [];
    const natural = [...own].sort(
      (a, b) => kindOrder(registry, a) - kindOrder(registry, b) || comparePaths(a.path, b.path),
    );
    const artifacts = inOrder(natural, composition.order).map((one) => ({
      report: one,
      place: placeOf(one.path, out, behind),
    }));
    return [{ part, printed: printed.includes(part), artifacts }];
  });
  const memos = usable.filter((a) => a.kind === MEMO_KIND);
  // Of several, the one nearest to the root speaks for the whole kit.
  memos.sort((a, b) => a.path.split('/').length - b.path.split('/').length || comparePaths(a.path, b.path));
  return { memo: memos[0] ?? null, parts };
}

/** The artifacts of one part that were given an order come in it; each of the others behind the one it naturally follows. */
export function inOrder<T extends { readonly path: string }>(
  natural: readonly T[],
  order: readonly string[],
): T[] {
  const wanted = new Map(order.map((path, index) => [path, index]));
  const arranged = natural
    .filter(({ path }) => wanted.has(path))
    .sort((a, b) => (wanted.get(a.path) ?? 0) - (wanted.get(b.path) ?? 0));
  if (arranged.length === 0) return [...natural];
  natural.forEach((one, i) => {
    if (wanted.has(one.path)) return;
    const before = natural[i - 1];
    arranged.splice(before ? arranged.indexOf(before) + 1 : 0, 0, one);
  });
  return arranged;
}

function placeOf(path: string, out: ReadonlySet<string>, behind: ReadonlySet<string>): PrintPlace {
  if (out.has(path)) return 'nowhere';
  return behind.has(path) ? 'appendix' : 'part';
}

/**
 * The part an artifact is printed in: that of its folder, else that of its kind. A diagram in a kit without part folders goes where the first
 * artifact stands that links to it, else into the first part. Other documents outside of the parts, such as a scenario's brief, are not printed.
 */
function partOf(
  artifact: ArtifactReport,
  printable: readonly ArtifactReport[],
  source: (path: string) => Source | null,
): Part {
  const own = ownPart(artifact);
  if (own !== 'X' || artifact.format !== 'mmd') return own;
  for (const other of printable) {
    const part = ownPart(other);
    const text = source(other.path);
    if (part === 'X' || text?.format !== 'md') continue;
    if (text.markdown.links.some((link) => resolveLink(other.path, link.url) === artifact.path)) return part;
  }
  return 1;
}

function ownPart(artifact: ArtifactReport): Part {
  const folder = /(?:^|\/)part([1-4])-/.exec(artifact.path);
  return folder ? (Number(folder[1]) as Part) : (artifact.part ?? 'X');
}

function kindOrder(registry: KindRegistry, artifact: ArtifactReport): number {
  const order = registry.get(artifact.kind ?? '')?.order ?? 900;
  return artifact.format === 'mmd' ? 1000 + order : order;
}

/** What a file is called on paper: its title, else its name. */
export function titleOf(source: Source): string {
  if (source.format === 'md') {
    const title = source.markdown.headings.find((h) => h.level === 1)?.text;
    const front = source.markdown.frontMatter?.node(['title'])?.value;
    return title ?? (typeof front === 'string' && front !== '' ? front : fileName(source.path));
  }
  if (source.format === 'mmd') return source.diagram.title ?? fileName(source.path);
  const title = source.data.node(['title'])?.value;
  return typeof title === 'string' && title !== '' ? title : fileName(source.path);
}
