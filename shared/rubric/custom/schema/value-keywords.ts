import type { DataNode } from '../../../text/data-tree';
import { Pattern, PatternError } from '../../../text/pattern';
import { dayNumber } from '../../../text/quantities';
import { canonical, type KeywordCompiler, type SchemaCompiler, type SchemaRun } from './schema-check';

const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];

const type: KeywordCompiler = (node, _, compiler) => {
  const wanted = (Array.isArray(node.value) ? node.value : [node.value]) as unknown[];
  if (wanted.length === 0 || !wanted.every((t) => typeof t === 'string' && TYPES.includes(t))) {
    compiler.complain(node.span, `"type" is one of ${TYPES.join(', ')}, or a list of them`);
    return null;
  }
  const names = wanted.join(',');
  return (value, at, run) => {
    if (!wanted.some((t) => isOf(value, t as string)))
      run.add(at, 'type', `must be ${names}`, { type: names });
  };
};

function isOf(value: unknown, name: string): boolean {
  switch (name) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    default:
      return typeof value === name;
  }
}

const enumeration: KeywordCompiler = (node, _, compiler) => {
  const allowed = node.value;
  if (!Array.isArray(allowed) || allowed.length === 0) {
    compiler.complain(node.span, '"enum" is a list of the values that are allowed');
    return null;
  }
  const known = new Set(allowed.map(canonical));
  return (value, at, run) => {
    if (!known.has(spelled(value, run)))
      run.add(at, 'enum', 'must be one of the allowed values', { allowedValues: allowed });
  };
};

const constant: KeywordCompiler = (node) => {
  const wanted = canonical(node.value);
  return (value, at, run) => {
    if (spelled(value, run) !== wanted)
      run.add(at, 'const', 'must be the one allowed value', { allowedValue: node.value });
  };
};

/** A value spelled for comparison, which takes as much work as it is long. */
function spelled(value: unknown, run: SchemaRun): string {
  const text = canonical(value);
  run.spend(text.length >>> 3);
  return text;
}

type Limit = (value: number, limit: number) => boolean;

/** A keyword that compares a measure of the value with a number. `of` is null for values it says nothing about. */
function limit(keyword: string, of: (value: unknown) => number | null, fits: Limit): KeywordCompiler {
  return (node, _, compiler) => {
    const bound = node.value;
    if (typeof bound !== 'number' || !Number.isFinite(bound)) {
      compiler.complain(node.span, `"${keyword}" is a number`);
      return null;
    }
    return (value, at, run) => {
      const measure = of(value);
      if (measure !== null && !fits(measure, bound))
        run.add(at, keyword, `does not fit "${keyword}: ${bound}"`, { limit: bound });
    };
  };
}

const asNumber = (value: unknown) => (typeof value === 'number' ? value : null);
const asLength = (value: unknown) => (typeof value === 'string' ? [...value].length : null);
const asCount = (value: unknown) => (Array.isArray(value) ? value.length : null);
const asKeys = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value).length : null;
const least: Limit = (value, bound) => value >= bound;
const most: Limit = (value, bound) => value <= bound;
/** By decimals as people write them: 0.3 is a multiple of 0.1. */
const divides: Limit = (value, bound) =>
  bound > 0 &&
  Math.abs(value / bound - Math.round(value / bound)) < 1e-9 * Math.max(1, Math.abs(value / bound));

const pattern: KeywordCompiler = (node, _, compiler) => {
  const test = compilePattern(node, node.value, compiler);
  if (!test) return null;
  return (value, at, run) => {
    if (typeof value === 'string' && !test(value, run)) run.add(at, 'pattern', 'has not the form it needs');
  };
};

/** Steps of a pattern that are as much work as one look at a value. */
const STEPS = 6;

export type PatternTest = (text: string, run: SchemaRun) => boolean;

/** A pattern of the schema's author, run without backtracking, within what is left of the run. */
export function compilePattern(
  place: DataNode,
  source: unknown,
  compiler: SchemaCompiler,
): PatternTest | null {
  if (typeof source !== 'string') {
    compiler.complain(place.span, 'A pattern is a text');
    return null;
  }
  try {
    const compiled = new Pattern(source);
    return (text, run) => {
      const steps = { left: run.left * STEPS };
      const fits = compiled.test(text, steps);
      run.left = Math.floor(steps.left / STEPS);
      return fits;
    };
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    compiler.complain(place.span, `This pattern cannot be used: ${error.message}`);
    return null;
  }
}

const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  date: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && dayNumber(text) !== null,
  'date-time': (text) =>
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/.test(text) &&
    dayNumber(text) !== null,
  time: (text) => /^\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})?$/.test(text),
  uuid: (text) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text),
  email: (text) => text.length <= 254 && /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text),
};

/** Formats outside the list are notes to the reader, as JSON Schema has it. */
const format: KeywordCompiler = (node) => {
  const test = typeof node.value === 'string' ? FORMATS[node.value] : undefined;
  if (!test) return null;
  return (value, at, run) => {
    if (typeof value === 'string' && !test(value)) run.add(at, 'format', `is no ${String(node.value)}`);
  };
};

export const VALUE_KEYWORDS: Readonly<Record<string, KeywordCompiler>> = {
  type,
  enum: enumeration,
  const: constant,
  pattern,
  format,
  minimum: limit('minimum', asNumber, least),
  maximum: limit('maximum', asNumber, most),
  exclusiveMinimum: limit('exclusiveMinimum', asNumber, (value, bound) => value > bound),
  exclusiveMaximum: limit('exclusiveMaximum', asNumber, (value, bound) => value < bound),
  multipleOf: limit('multipleOf', asNumber, divides),
  minLength: limit('minLength', asLength, least),
  maxLength: limit('maxLength', asLength, most),
  minItems: limit('minItems', asCount, least),
  maxItems: limit('maxItems', asCount, most),
  minProperties: limit('minProperties', asKeys, least),
  maxProperties: limit('maxProperties', asKeys, most),
};
