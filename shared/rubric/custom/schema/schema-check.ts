import type { DataNode } from '../../../text/data-tree';
import type { Span } from '../../../text/span';
import type { SchemaProblem } from '../../schema-findings';

/** Work of one validation: values times keywords that look at them. A schema whose references multiply runs into it instead of for ever. */
export const SCHEMA_BUDGET = 2_000_000;

export class SchemaTooCostly extends Error {}

/** One run over one file: where problems go, and how much work is left. */
export class SchemaRun {
  left = SCHEMA_BUDGET;
  private depth = 0;
  problems: SchemaProblem[] = [];

  /** The problems of a part that decides something else: a choice, a condition. */
  aside(work: () => void): readonly SchemaProblem[] {
    const kept = this.problems;
    this.problems = [];
    try {
      work();
      return this.problems;
    } finally {
      this.problems = kept;
    }
  }

  /** Counts work that grows with something else than the value: a list of names, of allowed values, of steps of a pattern. */
  spend(work: number): void {
    this.left -= work;
    if (this.left < 0) throw new SchemaTooCostly('The schema takes too much work on this file');
  }

  /** Counts a step down; a schema that refers to itself without ever reaching a smaller value has no bottom. */
  down(work: () => void): void {
    if (--this.left < 0 || this.depth > 200)
      throw new SchemaTooCostly('The schema takes too much work on this file');
    this.depth++;
    work();
    this.depth--;
  }

  add(at: string, keyword: string, message: string, params: Readonly<Record<string, unknown>> = {}): void {
    if (this.problems.length < 500)
      this.problems.push({ instancePath: at, keyword, params, message, schemaPath: '' });
  }
}

/** Decides one value; `at` is its JSON pointer. */
export type SchemaCheck = (value: unknown, at: string, run: SchemaRun) => void;

/** What keywords need while a schema is compiled. */
export interface SchemaCompiler {
  compile(node: DataNode): SchemaCheck;
  /** Says what is wrong with the schema itself; the keyword then checks nothing. */
  complain(span: Span, message: string): void;
}

/** Makes the check of a keyword, or null when its value is of no use. */
export type KeywordCompiler = (
  node: DataNode,
  siblings: ReadonlyMap<string, DataNode>,
  compiler: SchemaCompiler,
) => SchemaCheck | null;

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function step(at: string, key: string | number): string {
  return `${at}/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`;
}

/** Plain data as one text, the same whatever the order of keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (isObject(value))
    return `{${Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
      .join(',')}}`;
  return `${typeof value}:${String(value)}`;
}
