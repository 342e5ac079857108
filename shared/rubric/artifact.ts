import type { DataTree, SyntaxProblem } from '../text/data-tree';
import type { MarkdownDoc } from '../text/markdown';
import type { MermaidDoc } from '../text/mermaid';

export type Format = 'md' | 'yaml' | 'json' | 'mmd';

/** A file parsed by its format. Parsing never fails: problems are listed and the rest is as complete as the text allows. */
export type Source = {
  readonly path: string;
  readonly text: string;
  /** Problems of the syntax itself (front matter, data, fences); findings of GEN-01. */
  readonly problems: readonly SyntaxProblem[];
} & (
  | { readonly format: 'md'; readonly markdown: MarkdownDoc }
  | { readonly format: 'yaml' | 'json'; readonly data: DataTree }
  | { readonly format: 'mmd'; readonly diagram: MermaidDoc }
);

export type MarkdownSource = Extract<Source, { format: 'md' }>;
export type DataSource = Extract<Source, { format: 'yaml' | 'json' }>;
export type DiagramSource = Extract<Source, { format: 'mmd' }>;
