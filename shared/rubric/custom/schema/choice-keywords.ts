import type { DataNode } from '../../../text/data-tree';
import type { SchemaProblem } from '../../schema-findings';
import type { KeywordCompiler, SchemaCheck, SchemaCompiler, SchemaRun } from './schema-check';

const allOf: KeywordCompiler = (node, _, compiler) => {
  const checks = branches(node, 'allOf', compiler);
  return (value, at, run) => {
    for (const check of checks) check(value, at, run);
  };
};

const anyOf: KeywordCompiler = (node, _, compiler) => {
  const checks = branches(node, 'anyOf', compiler);
  return (value, at, run) => {
    const failed: (readonly SchemaProblem[])[] = [];
    for (const check of checks) {
      const problems = run.aside(() => check(value, at, run));
      if (problems.length === 0) return;
      failed.push(problems);
    }
    tellNearest(failed, 'anyOf', at, run);
  };
};

const oneOf: KeywordCompiler = (node, _, compiler) => {
  const checks = branches(node, 'oneOf', compiler);
  return (value, at, run) => {
    const results = checks.map((check) => run.aside(() => check(value, at, run)));
    const fitting = results.filter((problems) => problems.length === 0).length;
    if (fitting === 1) return;
    if (fitting === 0) tellNearest(results, 'oneOf', at, run);
    else run.add(at, 'oneOf', `fits ${fitting} of the forms it may have, of which it must be one`);
  };
};

/**
 * What to say when no alternative fits: the gaps of the alternative that was plainly meant, which is the only one whose problems lie below the
 * value and not in the value itself; otherwise that none fits.
 */
function tellNearest(
  failed: readonly (readonly SchemaProblem[])[],
  keyword: string,
  at: string,
  run: SchemaRun,
): void {
  const meant = failed.filter((problems) =>
    problems.every((p) => p.instancePath !== at || p.keyword === 'required'),
  );
  const [only] = meant;
  if (meant.length === 1 && only) for (const p of only) run.problems.push(p);
  else run.add(at, keyword, 'fits none of the forms it may have');
}

const not: KeywordCompiler = (node, _, compiler) => {
  const check = compiler.compile(node);
  return (value, at, run) => {
    if (run.aside(() => check(value, at, run)).length === 0)
      run.add(at, 'not', 'has a form that is ruled out');
  };
};

const condition: KeywordCompiler = (node, siblings, compiler) => {
  const test = compiler.compile(node);
  const part = (key: string) => {
    const found = siblings.get(key);
    return found ? compiler.compile(found) : null;
  };
  const then = part('then');
  const otherwise = part('else');
  return (value, at, run) => {
    const holds = run.aside(() => test(value, at, run)).length === 0;
    (holds ? then : otherwise)?.(value, at, run);
  };
};

export const CHOICE_KEYWORDS: Readonly<Record<string, KeywordCompiler>> = {
  allOf,
  anyOf,
  oneOf,
  not,
  if: condition,
};

function branches(node: DataNode, keyword: string, compiler: SchemaCompiler): readonly SchemaCheck[] {
  if (node.kind === 'list' && node.items.length > 0) return node.items.map((item) => compiler.compile(item));
  compiler.complain(node.span, `"${keyword}" is a list of schemas`);
  return [];
}
