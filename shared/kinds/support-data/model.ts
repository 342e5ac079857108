import { fileName } from '../../domain/kit-path';
import type { Source } from '../../rubric/artifact';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';

/** The working papers, by the name their file has without its ending. */
export const SHAPES = [
  'capacity-plan',
  'stakeholder-map',
  'review-comments',
  'review-action-items',
  'impact-assessment',
] as const;
export type Shape = (typeof SHAPES)[number];

/** A working paper as far as it is written. */
export interface Paper {
  readonly root: DataReader;
  /** Which of the papers it is; null when neither the file nor its name says. */
  readonly shape: Shape | null;
}

export function readPaper(source: Source): Paper {
  const root = rootReader(source);
  return { root, shape: shapeOf(source.path, root) };
}

/** A file says what it is by `x-subtype`, else by its name, else by the lists that only one of the papers has. */
function shapeOf(path: string, root: DataReader): Shape | null {
  const declared = root.at('x-subtype').text;
  if (declared !== null) return SHAPES.find((shape) => shape === declared) ?? null;
  const name = fileName(path).replace(/\.ya?ml$/i, '');
  return SHAPES.find((shape) => shape === name) ?? shapeByContent(root);
}

export function shapeByContent(root: DataReader): Shape | null {
  const holds = (list: string, key: string) => root.at(list).items.some((item) => item.at(key).exists);
  if (root.at('brokers_by_year').exists && root.at('topics').exists) return 'capacity-plan';
  if (holds('people', 'stance')) return 'stakeholder-map';
  if (holds('items', 'disposition')) return 'review-comments';
  if (holds('items', 'gate')) return 'review-action-items';
  if (holds('measures', 'permanence')) return 'impact-assessment';
  return null;
}
