import { kitPath } from '../../domain/kit-path';
import type { DataNode } from '../../text/data-tree';
import { parseJson } from '../../text/json';
import { parseYaml } from '../../text/yaml';
import type { Finding } from '../finding';
import { defineKind } from '../kind';
import { formatOf } from '../parse-source';
import type { SchemaValidator } from '../schema-findings';
import { Form } from './form';
import { ownFacts } from './own-facts';
import { globProblem } from './path-pattern';
import { readRubric } from './read-rubric';
import { compileSchema } from './schema/compile-schema';
import { type OwnKind, standardFinding } from './standard';
import { type OwnModel, readOwnModel } from './words/word';

const MOST = 50;
const KEYS = ['id', 'title', 'purpose', 'files', 'format', 'part', 'schema', 'rubric', 'defines'] as const;
const FORMATS = ['md', 'yaml', 'json', 'mmd'] as const;

/** What reading own kinds needs, and what it fills. */
export interface OwnKindReading {
  readonly path: string;
  readonly text: string;
  /** The text of another file of the kit; null when it is not there or no text. */
  readonly textOf: (path: string) => string | null;
  /** Ids of kinds and of criteria in use; new ones are added. */
  readonly kinds: Set<string>;
  readonly criteria: Set<string>;
  /** Ids that rubric files mean to define, whether their rules hold or not; null in it when a whole rubric could not be read. */
  readonly declared: Set<string | null>;
  readonly inputs: Map<string, string>;
  readonly findings: Finding[];
}

/** Reads `own_kinds:`. Each kind is data: where its files are, what they look like (a JSON Schema), and what makes them good (a rubric file). */
export function readOwnKinds(node: DataNode, reading: OwnKindReading): readonly OwnKind[] {
  const { path, text, findings } = reading;
  if (node.kind !== 'list') {
    const whole = new Form(path, text, node, findings, '"own_kinds"');
    whole.complain(whole.span, '"own_kinds" is a list of kinds');
    return [];
  }
  return node.items.slice(0, MOST).flatMap((item, i) => {
    const kind = readOwnKind(new Form(path, text, item, findings, 'A kind'), reading, i);
    return kind ? [kind] : [];
  });
}

function readOwnKind(form: Form, reading: OwnKindReading, index: number): OwnKind | null {
  if (!form.hasOnly(KEYS)) return null;
  const id = form.needed('id');
  if (id !== '' && !/^[a-z][a-z0-9-]{1,40}$/.test(id))
    form.complain(form.place('id'), 'The id of a kind is lower case with hyphens, such as acme-design');
  else if (reading.kinds.has(id)) form.complain(form.place('id'), `There is a kind "${id}" already`);
  else if (id !== '') reading.kinds.add(id);
  const title = form.needed('title');
  const purpose = form.line('purpose') ?? title;
  const files = form.lines('files');
  if (!form.member('files'))
    form.complain(form.span, 'A kind needs "files": path patterns such as "acme-*.md"');
  for (const glob of files) {
    const problem = globProblem(glob);
    if (problem) form.complain(form.place('files'), problem);
  }
  const format = form.oneOf('format', FORMATS);
  if (!form.member('format')) form.complain(form.span, `A kind needs "format": ${FORMATS.join(', ')}`);
  const part = form.oneOf('part', [1, 2, 3, 4, 'X'] as const);
  const defines = form.lines('defines');
  for (const family of defines)
    if (!/^[A-Z]{1,8}$/.test(family))
      form.complain(
        form.place('defines'),
        '"defines" lists the capital letters before the number: RQ for RQ-01',
      );
  const schema = named(form, 'schema', `The schema of the kind "${id}"`, reading);
  const rubric = named(form, 'rubric', `The rubric of the kind "${id}"`, reading);
  if (schema && format !== 'yaml' && format !== 'json')
    form.complain(form.place('schema'), 'Only yaml and json kinds have a schema');
  if (!form.member('rubric') && !form.member('schema'))
    form.complain(
      form.span,
      'A kind needs a "rubric", a "schema" or both: without them nothing would be checked',
    );
  if (!form.sound || format === null) {
    reading.declared.add(null);
    return null;
  }
  const rules = rubric ? readRubric(rubric.path, rubric.text, format, reading) : [];
  return {
    validator: schema ? validatorOf(schema, reading.findings) : null,
    kind: defineKind<OwnModel>({
      id,
      title,
      purpose,
      part: part ?? 'X',
      format,
      // Behind the studio's kinds of the part, in the order of kit.yaml.
      order: 500 + index,
      files,
      contrasts: [],
      ...(schema ? { schema: {} } : {}),
      read: readOwnModel,
      rubric: rules,
      facts: (_, source) => ownFacts(source, defines),
    }),
  };
}

interface NamedFile {
  readonly path: string;
  readonly text: string;
}

/** A file that `kit.yaml` names; it must be a file of the kit, since nothing outside it is ever read. */
function named(
  form: Form,
  key: 'schema' | 'rubric',
  role: string,
  reading: OwnKindReading,
): NamedFile | null {
  const raw = form.line(key);
  if (raw === null) return null;
  const checked = kitPath(raw);
  if (!checked.ok) {
    form.complain(form.place(key), checked.error);
    return null;
  }
  const format = formatOf(checked.value);
  if (format !== 'yaml' && (format !== 'json' || key === 'rubric')) {
    form.complain(
      form.place(key),
      key === 'rubric' ? 'A rubric is a .yaml file' : 'A schema is a .json or .yaml file',
    );
    return null;
  }
  reading.inputs.set(checked.value, role);
  const text = reading.textOf(checked.value);
  if (text !== null && text.length <= 512 * 1024) return { path: checked.value, text };
  form.complain(
    form.place(key),
    text === null
      ? `There is no file "${raw}" in this kit; it has to be in one of the kit's folders`
      : `"${raw}" is longer than 512 KB`,
  );
  return null;
}

function validatorOf({ path, text }: NamedFile, findings: Finding[]): SchemaValidator | null {
  const tree = formatOf(path) === 'json' ? parseJson(text) : parseYaml(text);
  const { validator, problems } = compileSchema(tree);
  for (const problem of problems) findings.push(standardFinding(path, problem.span, problem.message));
  return validator;
}
