import { afterAll, describe, expect, it } from 'vitest';
import { parseJson } from '../../../text/json';
import { parseYaml } from '../../../text/yaml';
import { compileSchema, SCHEMA_LIMITS } from './compile-schema';
import { SCHEMA_BUDGET, SchemaRun, SchemaTooCostly } from './schema-check';

const list = (count: number, one: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => one(i)).join(', ');

/** What a file may hold at most: so many values, and long words. */
const MANY = Array.from({ length: 30_000 }, (_, i) => ({ id: `R-${i}`, text: 'a'.repeat(30), n: i }));
const LONG = 'a'.repeat(500_000);

const doubled = (keyword: string) =>
  `{$defs: {a0: {type: string}, ${list(30, (i) => `a${i + 1}: {${keyword}: [{$ref: "#/$defs/a${i}"}, {$ref: "#/$defs/a${i}"}]}`)}}, $ref: "#/$defs/a30"}`;

/** Schemas that would take hours, run code, or fetch something, if they were believed; with the data that brings it about. */
const COSTLY: readonly (readonly [name: string, schema: string, data: unknown])[] = [
  ['references that double, all of', doubled('allOf'), 1],
  ['references that double, any of', doubled('anyOf'), 1],
  ['references that double, one of', doubled('oneOf'), 1],
  ['itself', '$ref: "#"', 1],
  ['itself by turns', '{$defs: {a: {$ref: "#/$defs/b"}, b: {$ref: "#/$defs/a"}}, $ref: "#/$defs/a"}', 1],
  ['itself, negated', '{not: {$ref: "#"}}', 1],
  ['itself, as a condition', '{if: {$ref: "#"}, then: true}', 1],
  [
    'itself for each entry',
    '{items: {$ref: "#"}, allOf: [{items: {$ref: "#"}}, {items: {$ref: "#"}}]}',
    [[[[MANY.slice(0, 50)]]]],
  ],
  ['nested repetition', 'pattern: "(a+)+$"', `${LONG}!`],
  ['alternatives that overlap', 'pattern: "(a|a)*b"', LONG],
  ['optional letters', `pattern: "${'a?'.repeat(60)}${'a'.repeat(60)}b"`, LONG],
  ['a pattern for each entry', 'items: {properties: {text: {pattern: "(a*)*(a|b)*c$"}}}', MANY],
  [
    'many patterns for each entry',
    `items: {properties: {text: {allOf: [${list(60, (i) => `{pattern: "(a|b)*c{${i + 1}}"}`)}]}}}`,
    MANY,
  ],
  [
    'patterns for keys',
    `patternProperties: {${list(60, (i) => `"(a|b)*c${i}$": true`)}}`,
    Object.fromEntries(MANY.slice(0, 5000).map(({ id }) => [`${'ab'.repeat(20)}${id}`, 1])),
  ],
  ['allowed values without number', `items: {enum: [${list(9000, (i) => `"v${i}"`)}]}`, MANY],
  ['long allowed values', `items: {const: {a: [${list(9000, (i) => `${i}`)}]}}`, MANY],
  ['needed keys without number', `items: {required: [${list(9000, (i) => `k${i}`)}]}`, MANY],
  ['keys without number', `items: {properties: {${list(9000, (i) => `k${i}: true`)}}}`, MANY],
  ['keys that need others', `items: {dependentRequired: {id: [${list(9000, (i) => `k${i}`)}]}}`, MANY],
  ['entries that differ', '{uniqueItems: true, items: {uniqueItems: true}}', [MANY, MANY, MANY]],
  ['entries that are searched', `{allOf: [${list(200, (i) => `{contains: {const: ${i}}}`)}]}`, MANY],
  [
    'names of keys',
    'propertyNames: {pattern: "(a*)*b"}',
    Object.fromEntries(MANY.map(({ id }) => [`${'a'.repeat(30)}${id}`, 1])),
  ],
];

const NOT_READ: readonly (readonly [schema: string, at: string])[] = [
  ['{const: {$data: "1/a"}, $data: x}', '$data'],
  ['minimum: {$data: "1/a"}', '{$data: "1/a"}'],
  ['$ref: "http://example.org/s.json#/a"', 'http://example.org/s.json#/a'],
  ['$ref: "file:///etc/passwd"', 'file:///etc/passwd'],
  ['$ref: "../../secret.json"', '../../secret.json'],
  ['$ref: "#/__proto__"', '#/__proto__'],
  ['$ref: "#/constructor/prototype"', '#/constructor/prototype'],
  ['$dynamicRef: "#x"', '$dynamicRef'],
  ['$recursiveRef: "#"', '$recursiveRef'],
  ['$anchor: x', '$anchor'],
  ['$vocabulary: {}', '$vocabulary'],
  ['$async: true', '$async'],
  ['code: "process.exit()"', 'code'],
  ['instanceof: Function', 'instanceof'],
  ['typeof: function', 'typeof'],
  ['transform: [trim]', 'transform'],
  ['__proto__: {type: string}', '__proto__'],
  ['constructor: {prototype: {polluted: 1}}', 'constructor'],
];

const before = Object.getOwnPropertyNames(Object.prototype).sort();

describe('hostile schemas', () => {
  it.each(COSTLY)('%s: decided, or given up, within a second', (_name, schema, data) => {
    const { validator, problems } = compileSchema(parseYaml(schema));
    expect(problems).toEqual([]);
    const start = process.cpuUsage();
    validator?.(data);
    const spent = process.cpuUsage(start).user / 1000;
    expect(spent).toBeLessThan(1000);
  });

  it.each(NOT_READ)('%s: refused where it stands', (schema, at) => {
    const { problems } = compileSchema(parseYaml(schema));
    expect(problems.map(({ span }) => schema.slice(span.from, span.to))).toContain(at);
  });

  afterAll(() => {
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
    expect('polluted' in {}).toBe(false);
  });
});

describe('the limits of a schema', () => {
  const ofLength = (length: number) => `"$comment": "${'x'.repeat(length - 14)}"`;
  const ofDepth = (levels: number) => `${'{"not":'.repeat(levels - 1)}{}${'}'.repeat(levels - 1)}`;

  it('of length', () => {
    const { length } = SCHEMA_LIMITS;
    for (const fine of [length - 1, length]) {
      expect(ofLength(fine)).toHaveLength(fine);
      expect(compileSchema(parseYaml(ofLength(fine)))).toMatchObject({
        problems: [],
        validator: expect.any(Function),
      });
    }
    expect(compileSchema(parseYaml(ofLength(length + 1)))).toEqual({
      validator: null,
      problems: [{ message: expect.stringContaining('256 KB'), span: { from: length, to: length + 1 } }],
    });
  });

  it('of depth', () => {
    const { depth } = SCHEMA_LIMITS;
    for (const fine of [depth - 1, depth])
      expect(compileSchema(parseJson(ofDepth(fine)))).toMatchObject({
        problems: [],
        validator: expect.any(Function),
      });
    const { validator, problems } = compileSchema(parseJson(ofDepth(depth + 1)));
    expect(validator).toBeNull();
    expect(problems).toEqual([
      {
        message: `A schema nested deeper than ${depth} levels is not used`,
        span: { from: 7 * (depth - 1) + 1, to: 7 * (depth - 1) + 6 },
      },
    ]);
  });

  it('of work on one file', () => {
    const run = new SchemaRun();
    run.spend(SCHEMA_BUDGET - 1);
    run.spend(1);
    expect(() => run.spend(1)).toThrow(SchemaTooCostly);
  });
});
