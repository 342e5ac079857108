import type { Source } from '../../rubric/artifact';
import type { ArtifactKind, JsonSchema } from '../../rubric/kind';
import { entrySnippets } from './entries';
import { diagramSnippets, markdownSnippets } from './general';
import { rowSnippet } from './rows';
import { skeletonSnippets } from './sections';
import type { Snippet } from './snippet';

export type { Snippet, SnippetGroup } from './snippet';

/** A place where something ready-made is wanted. */
export interface SnippetScene {
  /** The text without what was typed to find it. */
  readonly source: Source;
  readonly kind: ArtifactKind | null;
  /** The schema of a data file, if its kind has one. */
  readonly schema: JsonSchema | null;
  readonly at: number;
  readonly typed: string;
  readonly today: string;
  /** Ids that the kit has. */
  readonly taken: readonly string[];
}

/** All that fits at a place: what the kind of the file asks for first, then what any file of this format may have. */
export function snippetsFor({
  source,
  kind,
  schema,
  at,
  typed,
  today,
  taken,
}: SnippetScene): readonly Snippet[] {
  const skeleton = kind?.skeleton ?? [];
  switch (source.format) {
    case 'md':
      return [
        ...rowSnippet(source.markdown, at, skeleton, taken),
        ...skeletonSnippets(source.markdown, at, skeleton),
        ...markdownSnippets(source.markdown, at, typed, today),
      ];
    case 'yaml':
    case 'json':
      return schema ? entrySnippets(source.data, at, schema, taken) : [];
    case 'mmd':
      return diagramSnippets(at, false);
    default:
      return [];
  }
}
