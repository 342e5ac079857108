import type { Part } from '../domain/part';
import type { Block } from '../preview/block';
import type { Steps } from '../util/steps';
import type { Format, Source } from './artifact';
import type { Criterion } from './criterion';
import type { Fact } from './fact';
import type { KeyBlanks } from './repairs/add-keys';
import type { SectionBlank } from './repairs/insert-section';
import type { WordBudget } from './word-budget';

export type JsonSchema = { readonly [key: string]: unknown };

/** How the version most engineers ship differs from the one a committee calls staff-level. */
export interface Contrast {
  readonly senior: string;
  readonly staff: string;
}

/**
 * Everything one kind of artifact is. Adding a kind means a folder with one of these and a line in the list; if anything else has to be
 * touched, this type is missing a field.
 */
export interface ArtifactKind<Model = unknown> {
  readonly id: string;
  /** What people call it: "Tradeoff matrix". */
  readonly title: string;
  readonly purpose: string;
  readonly part: Part;
  readonly format: Format;
  /** Position among the artifacts of its part, in the navigator and in the portfolio. */
  readonly order: number;
  /** File name globs; those with a `/` are matched against the end of the path. */
  readonly files: readonly string[];
  /** Recognises a file whose name says nothing, by content. Only asked when no kind claims the path. */
  recognise?(source: Source): boolean;
  readonly contrasts: readonly Contrast[];
  /** JSON Schema of yaml and json kinds, compiled ahead of time. */
  readonly schema?: JsonSchema;
  /**
   * JSON Schemas by shape, for a data kind whose files come in several; compiled as `<kind>/<shape>`. A criterion of the kind applies the right
   * one, so `schema` is absent.
   */
  readonly shapes?: Readonly<Record<string, JsonSchema>>;
  /** The keys of the front matter, with what stands behind one that is still to be filled in. */
  readonly header?: KeyBlanks;
  /** The sections of a document with what its template has under each; offered where one is missing, and piece by piece. */
  readonly skeleton?: readonly SectionBlank[];
  /** Reads what the criteria need once per text. Total: half-written files give a partial model. */
  read(source: Source): Model;
  readonly rubric: readonly Criterion<Model>[];
  /** How many words its criteria want where, for whoever writes. */
  budgets?(model: Model): readonly WordBudget[];
  facts(model: Model, source: Source): readonly Fact[];
  /** The same, put down now and then, for a kind with many families of facts: in a long file they take their time. */
  factsInSteps?(model: Model, source: Source): Steps<readonly Fact[]>;
  /**
   * What the file means, as plain blocks. Data is seen and printed as these. Documents and diagrams are read as they are, in print too; where they
   * have blocks, the preview offers them as a view besides.
   */
  preview?(model: Model, source: Source): readonly Block[];
  /** The charts of a document's view are printed too, each ahead of the table in which its `span` lies. */
  readonly printsCharts?: true;
  /**
   * What readers of the kind's view can try without changing the file, such as other weights: computed on the model as it stands. Question and
   * answer are plain data of the kind's own. Total: a question that makes no sense has an answer too.
   */
  tryOut?(model: Model, question: unknown): unknown;
  /**
   * Name of a new artifact: `{number}` is the next of three digits, `{title}` a slug, `{date}` the day as `2024-0312`. Absent where the first of
   * `files` is a plain name.
   */
  readonly newName?: string;
  /** File in `templates/` that a new artifact starts from. */
  readonly template?: string;
}

/** Keeps the model type inside the kind's folder: the registry sees kinds of unknown model. */
export function defineKind<Model>(kind: ArtifactKind<Model>): ArtifactKind {
  return kind as unknown as ArtifactKind;
}
