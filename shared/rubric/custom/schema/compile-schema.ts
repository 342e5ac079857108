import type { DataNode, DataTree, SyntaxProblem } from '../../../text/data-tree';
import { PatternTooCostly } from '../../../text/pattern';
import type { SchemaValidator } from '../../schema-findings';
import { CHOICE_KEYWORDS } from './choice-keywords';
import {
  type KeywordCompiler,
  type SchemaCheck,
  type SchemaCompiler,
  SchemaRun,
  SchemaTooCostly,
} from './schema-check';
import { STRUCTURE_KEYWORDS } from './structure-keywords';
import { VALUE_KEYWORDS } from './value-keywords';

const KEYWORDS: Readonly<Record<string, KeywordCompiler>> = {
  ...VALUE_KEYWORDS,
  ...STRUCTURE_KEYWORDS,
  ...CHOICE_KEYWORDS,
};

/** Keywords that say something to people or to another keyword, and decide nothing themselves. */
const NOTES = new Set([
  '$schema',
  '$id',
  '$comment',
  '$defs',
  'definitions',
  '$ref',
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
  'then',
  'else',
  'minContains',
  'maxContains',
]);

/** A schema beyond this is not used, in UTF-16 units and in levels of nesting (security limits). */
export const SCHEMA_LIMITS = { length: 256 * 1024, depth: 32 } as const;

export interface CompiledSchema {
  readonly validator: SchemaValidator | null;
  /** What is wrong with the schema, or beyond what is read here, with its place in the schema file. */
  readonly problems: readonly SyntaxProblem[];
}

/**
 * Makes a validator of a JSON Schema that a kit brings along. The schema is interpreted, never turned into code, and every run has a budget,
 * because the schema is as little trusted as the file it judges. Keywords that are not read are problems: a check that is silently skipped
 * would pass for a check that holds.
 */
export function compileSchema(tree: DataTree): CompiledSchema {
  const problems = [...tree.problems];
  if (!tree.root) return { validator: null, problems };
  const over = overLimit(tree.text, tree.root);
  if (over) return { validator: null, problems: [...problems, over] };
  const checks = new Map<DataNode, SchemaCheck>();
  const compiler: SchemaCompiler = {
    complain: (span, message) => problems.push({ span, message }),
    compile: (node) => {
      const known = checks.get(node);
      if (known) return known;
      // References may lead back here: they find this one, which asks for the check only when it runs.
      let inner: SchemaCheck = () => undefined;
      const check: SchemaCheck = (value, at, run) => run.down(() => inner(value, at, run));
      checks.set(node, check);
      inner = compileOne(node, tree, compiler);
      return check;
    },
  };
  const check = compiler.compile(tree.root);
  return { validator: validatorOf(check), problems };
}

function overLimit(text: string, root: DataNode): SyntaxProblem | null {
  const { length, depth } = SCHEMA_LIMITS;
  if (text.length > length)
    return { message: 'A schema longer than 256 KB is not used', span: { from: length, to: length + 1 } };
  let level = [root];
  for (let at = 1; level.length > 0; at++) {
    const deeper = level.filter(({ kind }) => kind !== 'scalar');
    const [first] = deeper;
    if (at > depth && first)
      return {
        message: `A schema nested deeper than ${depth} levels is not used`,
        span: first.key ?? first.span,
      };
    level = deeper.flatMap((node) =>
      node.kind === 'map' ? [...node.members.values()] : node.kind === 'list' ? [...node.items] : [],
    );
  }
  return null;
}

function compileOne(node: DataNode, tree: DataTree, compiler: SchemaCompiler): SchemaCheck {
  if (node.value === true) return () => undefined;
  if (node.value === false) return (_, at, run) => run.add(at, 'false', 'is not allowed here');
  if (node.kind !== 'map') {
    compiler.complain(node.span, 'A schema is a mapping, true or false');
    return () => undefined;
  }
  const parts: SchemaCheck[] = [];
  const ref = node.members.get('$ref');
  if (ref) {
    const target = targetOf(ref.value, tree);
    if (target) parts.push(compiler.compile(target));
    else
      compiler.complain(
        ref.span,
        'A $ref points into the same file, such as "#/$defs/item"; this one leads nowhere there',
      );
  }
  for (const [keyword, child] of node.members) {
    const make = Object.hasOwn(KEYWORDS, keyword) ? KEYWORDS[keyword] : undefined;
    if (make) {
      const check = make(child, node.members, compiler);
      if (check) parts.push(check);
    } else if (!NOTES.has(keyword) && !keyword.startsWith('x-'))
      compiler.complain(
        child.key ?? child.span,
        `The keyword "${keyword}" is not read here, so nothing would check it`,
      );
  }
  return (value, at, run) => {
    for (const part of parts) part(value, at, run);
  };
}

function targetOf(ref: unknown, tree: DataTree): DataNode | null {
  if (typeof ref !== 'string' || !/^#(?:\/|$)/.test(ref)) return null;
  let node: DataNode | null = tree.root;
  for (const raw of ref.slice(1).split('/').slice(1)) {
    const key = raw.replace(/~1/g, '/').replace(/~0/g, '~');
    if (node?.kind === 'map') node = node.members.get(key) ?? null;
    else if (node?.kind === 'list') node = node.items[Number(key)] ?? null;
    else return null;
  }
  return node;
}

function validatorOf(check: SchemaCheck): SchemaValidator {
  const validator: SchemaValidator = (data) => {
    const run = new SchemaRun();
    try {
      check(data, '', run);
    } catch (error) {
      if (!(error instanceof SchemaTooCostly || error instanceof PatternTooCostly)) throw error;
      run.problems = [];
      run.add('', 'budget', 'cannot be checked against its schema: that takes too much work');
    }
    validator.errors = run.problems;
    return run.problems.length === 0;
  };
  return validator;
}
