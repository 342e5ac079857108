import type { DataNode } from '../../../text/data-tree';
import {
  canonical,
  isObject,
  type KeywordCompiler,
  type SchemaCheck,
  type SchemaCompiler,
  step,
} from './schema-check';
import { compilePattern, type PatternTest } from './value-keywords';

const required: KeywordCompiler = (node, _, compiler) => {
  const names = textList(node, 'required', compiler);
  return (value, at, run) => {
    if (!isObject(value)) return;
    run.spend(names.length);
    for (const name of names)
      if (!Object.hasOwn(value, name)) run.add(at, 'required', `needs ${name}`, { missingProperty: name });
  };
};

const properties: KeywordCompiler = (node, _, compiler) => {
  const checks = membersOf(node, 'properties', compiler).map(
    ([name, child]) => [name, compiler.compile(child)] as const,
  );
  return (value, at, run) => {
    if (!isObject(value)) return;
    run.spend(checks.length);
    for (const [name, check] of checks)
      if (Object.hasOwn(value, name)) check(value[name], step(at, name), run);
  };
};

const patternProperties: KeywordCompiler = (node, _, compiler) => {
  const checks = patternsOf(node, compiler);
  return (value, at, run) => {
    if (!isObject(value)) return;
    for (const key of Object.keys(value))
      for (const [test, check] of checks) if (test(key, run)) check(value[key], step(at, key), run);
  };
};

/** The keys that neither `properties` nor `patternProperties` names. Keys that start with `x-` are the author's own everywhere. */
const additionalProperties: KeywordCompiler = (node, siblings, compiler) => {
  const named = new Set(siblings.get('properties')?.kind === 'map' ? keysOf(siblings.get('properties')) : []);
  const patterned = siblings.get('patternProperties');
  const silent: SchemaCompiler = { compile: () => () => undefined, complain: () => undefined };
  const tests = patterned ? patternsOf(patterned, silent).map(([test]) => test) : [];
  const closed = node.value === false;
  const check = compiler.compile(node);
  return (value, at, run) => {
    if (!isObject(value)) return;
    for (const key of Object.keys(value)) {
      if (named.has(key) || key.startsWith('x-') || tests.some((test) => test(key, run))) continue;
      if (closed) run.add(at, 'additionalProperties', `has ${key}`, { additionalProperty: key });
      else check(value[key], step(at, key), run);
    }
  };
};

const propertyNames: KeywordCompiler = (node, _, compiler) => {
  const check = compiler.compile(node);
  return (value, at, run) => {
    if (!isObject(value)) return;
    for (const key of Object.keys(value)) {
      if (run.aside(() => check(key, at, run)).length > 0)
        run.add(step(at, key), 'propertyNames', 'has a key that is not allowed here');
    }
  };
};

const dependentRequired: KeywordCompiler = (node, _, compiler) => {
  const needs = membersOf(node, 'dependentRequired', compiler).map(
    ([name, child]) => [name, textList(child, name, compiler)] as const,
  );
  return (value, at, run) => {
    if (!isObject(value)) return;
    run.spend(needs.length);
    for (const [name, others] of needs)
      if (Object.hasOwn(value, name))
        for (const other of others) {
          run.spend(1);
          if (!Object.hasOwn(value, other))
            run.add(at, 'required', `needs ${other}`, { missingProperty: other });
        }
  };
};

const dependentSchemas: KeywordCompiler = (node, _, compiler) => {
  const checks = membersOf(node, 'dependentSchemas', compiler).map(
    ([name, child]) => [name, compiler.compile(child)] as const,
  );
  return (value, at, run) => {
    if (!isObject(value)) return;
    run.spend(checks.length);
    for (const [name, check] of checks) if (Object.hasOwn(value, name)) check(value, at, run);
  };
};

const prefixItems: KeywordCompiler = (node, _, compiler) => {
  const checks = listOf(node, 'prefixItems', compiler);
  return (value, at, run) => {
    if (!Array.isArray(value)) return;
    checks.forEach((check, i) => {
      if (i < value.length) check(value[i], step(at, i), run);
    });
  };
};

/** One schema for all entries, behind those of `prefixItems`; a list of schemas is the older way of writing `prefixItems`. */
const items: KeywordCompiler = (node, siblings, compiler) => {
  if (node.kind === 'list') return prefixItems(node, siblings, compiler);
  const prefix = siblings.get('prefixItems');
  const from = prefix?.kind === 'list' ? prefix.items.length : 0;
  const check = compiler.compile(node);
  return (value, at, run) => {
    if (!Array.isArray(value)) return;
    for (let i = from; i < value.length; i++) check(value[i], step(at, i), run);
  };
};

const contains: KeywordCompiler = (node, siblings, compiler) => {
  const check = compiler.compile(node);
  const bound = (key: string, otherwise: number) => {
    const value = siblings.get(key)?.value;
    return typeof value === 'number' ? value : otherwise;
  };
  const least = bound('minContains', 1);
  const most = bound('maxContains', Number.POSITIVE_INFINITY);
  return (value, at, run) => {
    if (!Array.isArray(value)) return;
    const count = value.filter((one) => run.aside(() => check(one, at, run)).length === 0).length;
    if (count < least) run.add(at, 'contains', `holds ${count} of ${least} entries of the kind it needs`);
    else if (count > most)
      run.add(at, 'contains', `holds ${count} entries of a kind of which ${most} are allowed`);
  };
};

const uniqueItems: KeywordCompiler = (node) => {
  if (node.value !== true) return null;
  return (value, at, run) => {
    if (!Array.isArray(value)) return;
    const seen = new Set<string>();
    value.forEach((one, i) => {
      const key = canonical(one);
      run.spend(1 + (key.length >>> 3));
      if (seen.has(key)) run.add(step(at, i), 'uniqueItems', 'stands twice in its list');
      seen.add(key);
    });
  };
};

export const STRUCTURE_KEYWORDS: Readonly<Record<string, KeywordCompiler>> = {
  required,
  properties,
  patternProperties,
  additionalProperties,
  propertyNames,
  dependentRequired,
  dependentSchemas,
  prefixItems,
  items,
  contains,
  uniqueItems,
};

function keysOf(node: DataNode | undefined): readonly string[] {
  return node?.kind === 'map' ? [...node.members.keys()] : [];
}

function membersOf(node: DataNode, keyword: string, compiler: SchemaCompiler): readonly [string, DataNode][] {
  if (node.kind === 'map') return [...node.members];
  compiler.complain(node.span, `"${keyword}" is a mapping`);
  return [];
}

function patternsOf(
  node: DataNode,
  compiler: SchemaCompiler,
): readonly (readonly [PatternTest, SchemaCheck])[] {
  return membersOf(node, 'patternProperties', compiler).flatMap(([source, child]) => {
    const test = compilePattern(child.key ? { ...child, span: child.key } : child, source, compiler);
    return test ? [[test, compiler.compile(child)] as const] : [];
  });
}

function listOf(node: DataNode, keyword: string, compiler: SchemaCompiler): readonly SchemaCheck[] {
  if (node.kind === 'list') return node.items.map((item) => compiler.compile(item));
  compiler.complain(node.span, `"${keyword}" is a list of schemas`);
  return [];
}

function textList(node: DataNode, keyword: string, compiler: SchemaCompiler): readonly string[] {
  const { value } = node;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value as string[];
  compiler.complain(node.span, `"${keyword}" is a list of keys`);
  return [];
}
