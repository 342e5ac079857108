import type { Block } from '../preview/block';
import type { SyntaxProblem } from '../text/data-tree';
import { parseYaml } from '../text/yaml';
import type { DataSource, Source } from './artifact';
import { Guard } from './guard';
import type { ArtifactKind } from './kind';

/**
 * What a file means, as plain blocks, for preview and print. Drawn when somebody looks, and not with each check. Null for kinds without a view, and
 * where the kind breaks at the file: its values can still be shown as they stand. Null too for data that does not parse, in which a kind would only
 * see an empty file.
 */
export function blocksOf(kind: ArtifactKind | null, source: Source | null): readonly Block[] | null {
  if (!kind?.preview || !source || isUnreadable(source)) return null;
  return new Guard().run('drawing', () => kind.preview?.(kind.read(source), source) ?? null, null);
}

function isUnreadable(source: Source): boolean {
  return (
    (source.format === 'yaml' || source.format === 'json') &&
    source.text.trim() !== '' &&
    source.data.root === null &&
    source.data.problems.length > 0
  );
}

/** What a file means, and what kept it from being read whole. */
export interface Drawing {
  readonly blocks: readonly Block[];
  /** Null where all of it was read. */
  readonly problem: SyntaxProblem | null;
}

/** As {@link blocksOf}, where data that does not parse is shown as far as it can be read: for somebody who is writing it. */
export function drawingOf(kind: ArtifactKind | null, source: Source | null): Drawing | null {
  const whole = blocksOf(kind, source);
  if (!source || (source.format !== 'yaml' && source.format !== 'json') || source.text.trim() === '')
    return whole && { blocks: whole, problem: null };
  const problem = source.data.problems.find((one) => !isAboutNumber(source.text, one)) ?? null;
  if (whole) return { blocks: whole, problem };
  if (!kind?.preview || !problem || !isUnreadable(source)) return null;
  const before = source.format === 'yaml' ? linesBefore(source, problem) : null;
  return { blocks: blocksOf(kind, before) ?? [], problem };
}

/** A number that cannot be counted with is read all the same. */
function isAboutNumber(text: string, { span }: SyntaxProblem): boolean {
  return /^[-+]?\.?\d/.test(text.slice(span.from, span.from + 3));
}

/** How often the rest is cut again where the problem is told after the place that it comes from. */
const CUTS = 3;

/** The lines before the problem, as a file of their own; null where they cannot be read either. */
function linesBefore(source: DataSource, problem: SyntaxProblem): Source | null {
  let end = problem.span.from;
  for (let cut = 0; cut < CUTS; cut++) {
    const text = source.text.slice(0, source.text.lastIndexOf('\n', end - 1) + 1);
    const data = parseYaml(text);
    if (data.root) return { ...source, text, data, problems: data.problems };
    const [next] = data.problems;
    if (!next || next.span.from >= end) return null;
    end = next.span.from;
  }
  return null;
}
