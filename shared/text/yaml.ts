import { constructFromEvents, parseEvents, YAMLException } from 'js-yaml';
import { DataTree, type SyntaxProblem } from './data-tree';
import type { Event } from './yaml/events';
import { limitProblem, YAML_LIMITS } from './yaml/limits';
import { TreeBuilder } from './yaml/tree-builder';

export { YAML_LIMITS } from './yaml/limits';

/**
 * Parses one YAML 1.2 document (core types, no custom tags, no merge keys) with the place of each value.
 * `offset` shifts all spans: front matter is a slice of a Markdown file, and findings point into that file.
 * Aliases are counted with their expansion before any value is built: walking an alias bomb would never end.
 */
export function parseYaml(text: string, offset = 0): DataTree {
  return readYaml(text, offset).tree;
}

/** What a text says, and the events it was read from; null when it holds no value. */
export interface YamlReading {
  readonly tree: DataTree;
  readonly events: readonly Event[] | null;
}

/** The same, for whoever goes on with the events. Their offsets leave out a byte order mark. */
export function readYaml(text: string, offset = 0): YamlReading {
  // A byte order mark is left out and counted: a blank in its place would indent the first line.
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const source = text.slice(mark);
  const base = offset + mark;
  const fail = (message: string, from: number, to: number): YamlReading =>
    failed(new DataTree(text, null, [{ message, span: { from: from + base, to: to + base } }]));
  if (source.length > YAML_LIMITS.length)
    return fail(
      'YAML longer than 2 million characters is not read',
      YAML_LIMITS.length,
      YAML_LIMITS.length + 1,
    );
  if (!/\S/.test(source)) return fail('The file is empty', 0, 0);
  let events: Event[];
  try {
    events = parseEvents(source, { maxDepth: YAML_LIMITS.depth + 1 } as Parameters<typeof parseEvents>[1]);
  } catch (error) {
    return failed(yamlFailure(error, text, source, base));
  }
  const over = limitProblem(events);
  if (over) return fail(over.message, over.at, over.at + 1);
  try {
    // Building values is what finds duplicate keys and unknown tags; the events alone do not.
    const documents = constructFromEvents(events, { source }) as unknown[];
    if (documents.length > 1) return fail('The file holds more than one YAML document', 0, 0);
  } catch (error) {
    return failed(yamlFailure(error, text, source, base));
  }
  const builder = new TreeBuilder(source, events, base);
  const root = builder.build();
  if (!root) return fail('The file holds nothing but comments', 0, 0);
  return { tree: new DataTree(text, root, builder.problems), events };
}

function failed(tree: DataTree): YamlReading {
  return { tree, events: null };
}

function yamlFailure(error: unknown, whole: string, text: string, offset: number): DataTree {
  if (error instanceof YAMLException) {
    const at = Math.min(error.mark?.position ?? 0, text.length);
    const lineEnd = text.indexOf('\n', at);
    const to = lineEnd < 0 ? text.length : lineEnd;
    const problem: SyntaxProblem = {
      message: plainReason(error.reason),
      span: { from: at + offset, to: Math.max(at, to) + offset },
    };
    return new DataTree(whole, null, [problem]);
  }
  throw error;
}

function plainReason(reason: string): string {
  if (reason === 'duplicated mapping key') return 'This key stands twice in the same mapping';
  if (/^nesting exceeded/i.test(reason)) return `The nesting is deeper than ${YAML_LIMITS.depth} levels`;
  if (reason === 'deficient indentation')
    return 'The bracket opened above is not closed, or this line needs more indentation';
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`;
}
