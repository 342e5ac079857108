import type { DataPath } from '../text/data-tree';
import type { DataSource } from './artifact';
import type { Finding } from './finding';
import type { JsonSchema } from './kind';
import { schemaFix } from './repairs/schema-fix';
import { repeatedIds } from './repeated-ids';

/** One problem as a precompiled ajv validator reports it. */
export interface SchemaProblem {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  readonly schemaPath: string;
}

/** A validator compiled ahead of time from a kind's JSON Schema. */
export interface SchemaValidator {
  (data: unknown): boolean;
  errors?: readonly SchemaProblem[] | null;
}

/** At most this many schema findings per file: the first ones are the ones worth mending. */
const MOST = 50;

/**
 * Says in plain words, one message per place, where a data file departs from its kind's format. Severity is `should`: the criteria of the kind
 * decide what a reader would stop at. The schema itself tells what a missing key is to hold.
 */
export function schemaFindings(
  source: DataSource,
  validator: SchemaValidator,
  schema: JsonSchema | null = null,
): Finding[] {
  const repeated = repeatedIds(source);
  if (validator(source.data.root?.value)) return repeated;
  const byPlace = new Map<string, SchemaProblem>();
  for (const problem of validator.errors ?? []) {
    const place = placeOf(problem);
    const known = byPlace.get(place);
    if (!known || weight(problem) < weight(known)) byPlace.set(place, problem);
  }
  // A problem inside an alternative is only worth telling when its parent says nothing better.
  const findings: Finding[] = [];
  for (const problem of byPlace.values()) {
    if (findings.length >= MOST) break;
    findings.push(toFinding(source, problem, schema));
  }
  return [...findings, ...repeated].sort((a, b) => a.span.from - b.span.from);
}

/** Alternatives (`anyOf`) come with one problem per branch; the branch problems are noise beside the type that was expected. */
function weight(problem: SchemaProblem): number {
  return (
    {
      required: 0,
      additionalProperties: 0,
      type: 1,
      enum: 2,
      const: 3,
      pattern: 2,
      minimum: 2,
      maximum: 2,
      anyOf: 5,
      oneOf: 5,
    }[problem.keyword] ?? 4
  );
}

function placeOf(problem: SchemaProblem): string {
  const extra =
    problem.keyword === 'required'
      ? String(problem.params['missingProperty'])
      : String(problem.params['additionalProperty'] ?? '');
  return `${problem.instancePath}/${extra}`;
}

function toFinding(source: DataSource, problem: SchemaProblem, schema: JsonSchema | null): Finding {
  const path = pointerToPath(source, problem.instancePath);
  const name = spellPath(path);
  const found = source.data.node(path)?.value;
  const tree = source.data;
  let span = tree.span(path);
  // An empty value has no width: its key shows where it is.
  if (span.from === span.to) span = tree.keySpan(path);
  let message: string;
  switch (problem.keyword) {
    case 'required': {
      const missing = String(problem.params['missingProperty']);
      span =
        path.length > 0 ? (tree.node(path)?.key ?? firstKeySpan(source, path)) : firstKeySpan(source, path);
      message = `${name === '' ? 'The file' : name} needs \`${missing}\``;
      break;
    }
    case 'additionalProperties': {
      const extra = String(problem.params['additionalProperty']);
      span = tree.keySpan([...path, extra]);
      message = `${spellPath([...path, extra])} is not a key of this format; keys of your own start with x-`;
      break;
    }
    case 'type':
      message = `${name} must be ${article(String(problem.params['type']))}, found ${shown(found)}`;
      break;
    case 'enum':
      message = `${name} must be one of ${(problem.params['allowedValues'] as readonly unknown[]).join(', ')}; found ${shown(found)}`;
      break;
    case 'const':
      message = `${name} must be ${shown(problem.params['allowedValue'])}, found ${shown(found)}`;
      break;
    case 'pattern':
      message =
        typeof found === 'string' && found.trim() === ''
          ? `${name} is empty`
          : `${name} has not the form it needs, found ${shown(found)}`;
      break;
    case 'minimum':
    case 'exclusiveMinimum':
      message = `${name} must be at least ${String(problem.params['limit'])}, found ${shown(found)}`;
      break;
    case 'maximum':
    case 'exclusiveMaximum':
      message = `${name} must be at most ${String(problem.params['limit'])}, found ${shown(found)}`;
      break;
    case 'minItems':
      message = `${name} needs at least ${String(problem.params['limit'])} entries`;
      break;
    case 'maxItems':
      message = `${name} holds more than ${String(problem.params['limit'])} entries`;
      break;
    case 'minLength':
      message = `${name} is empty`;
      break;
    default:
      message = `${name === '' ? 'The file' : name} ${problem.message ?? 'does not fit the format'}, found ${shown(found)}`;
  }
  return {
    id: 'schema',
    severity: 'should',
    path: source.path,
    span,
    message,
    hint: 'See the format of this kind in its template.',
    related: [],
    ...schemaFix(tree, path, problem, schema),
  };
}

function firstKeySpan(source: DataSource, path: DataPath): { from: number; to: number } {
  const node = source.data.node(path);
  if (node?.kind === 'map') {
    const first = node.members.values().next().value;
    if (first?.key) return first.key;
  }
  return source.data.span(path);
}

function pointerToPath(source: DataSource, pointer: string): DataPath {
  const steps: (string | number)[] = [];
  for (const raw of pointer.split('/').slice(1)) {
    const step = raw.replace(/~1/g, '/').replace(/~0/g, '~');
    const parent = source.data.node(steps);
    steps.push(parent?.kind === 'list' ? Number(step) : step);
  }
  return steps;
}

/** A path as people write it: `criteria[2].weight`. */
export function spellPath(path: DataPath): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`))
    .join('');
}

function article(type: string): string {
  const names: Record<string, string> = {
    string: 'text',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a mapping',
    null: 'empty',
  };
  return type
    .split(',')
    .map((t) => names[t] ?? t)
    .join(' or ');
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  const text =
    typeof value === 'string'
      ? `"${value}"`
      : Array.isArray(value)
        ? 'a list'
        : typeof value === 'object'
          ? 'a mapping'
          : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
