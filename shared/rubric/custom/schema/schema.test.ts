import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../text/yaml';
import { compileSchema } from './compile-schema';

function problems(schema: string, data: unknown): readonly string[] {
  const compiled = compileSchema(parseYaml(schema));
  expect(compiled.problems).toEqual([]);
  const { validator } = compiled;
  if (!validator) throw new Error('No validator');
  const valid = validator(data);
  const found = (validator.errors ?? []).map((p) => `${p.instancePath} ${p.keyword}`);
  expect(valid).toBe(found.length === 0);
  return found;
}

/** Schema, data that fits, and data that does not with its problems. */
const CASES: readonly (readonly [string, unknown, unknown, readonly string[]])[] = [
  ['type: string', 'a', 1, [' type']],
  ['type: [string, "null"]', null, [], [' type']],
  ['type: integer', 3, 3.5, [' type']],
  ['enum: [a, 1, {b: [2]}]', { b: [2] }, 'b', [' enum']],
  ['const: {a: 1, b: 2}', { b: 2, a: 1 }, { a: 1 }, [' const']],
  ['pattern: "^R-\\\\d{2}$"', 'R-01', 'R-1', [' pattern']],
  ['format: date', '2024-02-29', '2023-02-29', [' format']],
  ['format: email', 'a@b.example', 'a@b', [' format']],
  ['minimum: 1', 1, 0, [' minimum']],
  ['exclusiveMaximum: 1', 0.5, 1, [' exclusiveMaximum']],
  ['multipleOf: 0.1', 0.3, 0.35, [' multipleOf']],
  ['maxLength: 2', '😀😀', 'abc', [' maxLength']],
  ['{minItems: 1, maxItems: 2}', [1], [1, 2, 3], [' maxItems']],
  ['minProperties: 1', { a: 1 }, {}, [' minProperties']],
  ['required: [a]', { a: 1 }, {}, [' required']],
  [
    'properties: {a: {type: string}, b: {items: {type: number}}}',
    { a: 'x', b: [1] },
    { a: 1, b: [1, 'x'] },
    ['/a type', '/b/1 type'],
  ],
  [
    '{properties: {a: true}, additionalProperties: false}',
    { a: 1, 'x-mine': 1 },
    { b: 1 },
    [' additionalProperties'],
  ],
  [
    '{patternProperties: {"^n_": {type: number}}, additionalProperties: {type: string}}',
    { n_a: 1, b: 'x' },
    { n_a: 'x', b: 1 },
    ['/n_a type', '/b type'],
  ],
  ['propertyNames: {pattern: "^[a-z]+$"}', { a: 1 }, { A: 1 }, ['/A propertyNames']],
  ['dependentRequired: {a: [b]}', { a: 1, b: 1 }, { a: 1 }, [' required']],
  ['dependentSchemas: {a: {required: [b]}}', { b: 1 }, { a: 1 }, [' required']],
  ['{prefixItems: [{type: string}], items: {type: number}}', ['a', 1], ['a', 'b'], ['/1 type']],
  ['items: [{type: string}]', ['a', 1], [1], ['/0 type']],
  ['{contains: {const: 1}, minContains: 2}', [1, 1], [1, 2], [' contains']],
  [
    'uniqueItems: true',
    [{ a: 1 }, { a: 2 }],
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    ['/1 uniqueItems'],
  ],
  ['allOf: [{type: number}, {minimum: 2}]', 2, 1, [' minimum']],
  ['anyOf: [{type: string}, {type: number}]', 1, true, [' anyOf']],
  ['oneOf: [{type: number}, {minimum: 5}]', 1, 6, [' oneOf']],
  ['anyOf: [{type: string}, {type: object, properties: {a: {type: number}}}]', 'x', { a: 'x' }, ['/a type']],
  ['not: {type: string}', 1, 'a', [' not']],
  [
    '{if: {properties: {k: {const: 1}}}, then: {required: [a]}, else: {required: [b]}}',
    { k: 2, b: 1 },
    { k: 1 },
    [' required'],
  ],
  ['{$defs: {n: {type: number}}, items: {$ref: "#/$defs/n"}}', [1], ['x'], ['/0 type']],
  [
    '{properties: {child: {$ref: "#"}, n: {type: number}}}',
    { child: { child: { n: 1 } } },
    { child: { n: 'x' } },
    ['/child/n type'],
  ],
  ['properties: {a~b/c: {type: number}}', { 'a~b/c': 1 }, { 'a~b/c': 'x' }, ['/a~0b~1c type']],
  ['false', undefined, 1, [' false']],
];

describe('a schema that a kit brings along', () => {
  it.each(CASES)('%s', (schema, fits, fails, expected) => {
    if (schema !== 'false') expect(problems(schema, fits)).toEqual([]);
    expect(problems(schema, fails)).toEqual(expected);
  });

  it.each([
    ['type: text', 'text'],
    ['unevaluatedProperties: false', 'unevaluatedProperties'],
    ['$ref: "#/$defs/none"', '#/$defs/none'],
    ['$ref: "https://example.com/a.json"', 'https://example.com/a.json'],
    ['$ref: other.json', 'other.json'],
    ['pattern: "(?=x)"', '(?=x)'],
    ['patternProperties: {"(a": true}', '(a'],
    ['minimum: "1"', '1'],
    ['properties: [a]', '[a]'],
    ['enum: a', 'a'],
    ['required: a', 'a'],
    ['items: 3', '3'],
  ])('%s says what is wrong with it, with its place', (schema, at) => {
    const { problems: found } = compileSchema(parseYaml(schema));
    expect(found.map(({ span }) => schema.slice(span.from, span.to))).toEqual([at]);
  });

  it('is given up when its references multiply or have no bottom', () => {
    const bomb = `{$defs: {a0: {type: string}, ${Array.from({ length: 40 }, (_, i) => `a${i + 1}: {allOf: [{$ref: "#/$defs/a${i}"}, {$ref: "#/$defs/a${i}"}]}`).join(', ')}}, $ref: "#/$defs/a40"}`;
    const start = performance.now();
    expect(problems(bomb, 1)).toEqual([' budget']);
    expect(problems('$ref: "#"', 1)).toEqual([' budget']);
    expect(
      problems(
        '{$defs: {t: {items: {allOf: [{$ref: "#/$defs/t"}, {$ref: "#/$defs/t"}]}}}, $ref: "#/$defs/t"}',
        nested(60),
      ),
    ).toEqual([' budget']);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('does not fall for keys of the language', () => {
    expect(
      problems('{required: [toString, constructor], properties: {__proto__: {type: number}}}', {}),
    ).toEqual([' required', ' required']);
    expect(compileSchema(parseYaml('constructor: 1')).problems).toHaveLength(1);
  });
});

function nested(depth: number): unknown {
  return depth === 0 ? [] : [nested(depth - 1)];
}
