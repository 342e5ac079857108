import type { Scenario } from './scenario-shape';

/** Arrays of small records that read best as one line each. */
const ONE_LINE_RECORDS: readonly string[] = [
  'pipeline_counters',
  'points',
  'replay_progress',
  'result',
  'fields',
];

const INDENT = '  ';

/**
 * Text of the scenario file: JSON indented by two spaces, LF, one final newline; records of the arrays above take one
 * line each. Written by hand since `JSON.stringify` would spread each counter over sixteen lines.
 */
export const serialize = (scenario: Scenario): string => `${writeValue(scenario, '', undefined)}\n`;

function writeValue(value: unknown, indent: string, key: string | undefined): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const inner = indent + INDENT;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    const oneLine = key !== undefined && ONE_LINE_RECORDS.includes(key);
    if (value.every((item) => typeof item === 'string')) {
      const flat = writeFlat(value);
      if (inner.length + flat.length <= 110) return flat;
    }
    const items = value.map(
      (item) => inner + (oneLine ? writeFlat(item) : writeValue(item, inner, undefined)),
    );
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const members = entries.map(
    ([name, member]) => `${inner}${JSON.stringify(name)}: ${writeValue(member, inner, name)}`,
  );
  return `{\n${members.join(',\n')}\n${indent}}`;
}

/** A value on one line, with the spaces a reader expects. */
function writeFlat(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(writeFlat).join(', ')}]`;
  const members = Object.entries(value).map(
    ([name, member]) => `${JSON.stringify(name)}: ${writeFlat(member)}`,
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
