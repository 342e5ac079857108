import type { DataNode } from '../../text/data-tree';
import type { OutlineStep } from '../../text/sections';
import { parseYaml } from '../../text/yaml';
import type { Format } from '../artifact';
import type { AutoCriterion, Criterion } from '../criterion';
import type { Finding } from '../finding';
import { Form } from './form';
import { standardFinding } from './standard';
import { VOCABULARY } from './words';
import { readOutline } from './words/sections';
import type { OwnModel, RubricContext, Word } from './words/word';

/** More rules than this are several kinds. */
const MOST = 200;
const COMMON = ['id', 'severity', 'title', 'fail_title', 'why', 'hint', 'ask'] as const;
const ID = /^(?!X-)[A-Z][A-Z0-9]{0,11}(?:-[A-Z][A-Z0-9]{0,11})?-\d{2,3}$/;

/** What reading a rubric fills: ids in use, ids that are meant, and what does not hold. */
export interface RubricReading {
  readonly criteria: Set<string>;
  readonly declared: Set<string | null>;
  readonly findings: Finding[];
}

/**
 * Reads a rubric file into criteria like any other: same verdicts, evidence, findings and grades. A rule that does not hold is left out and said
 * with its place; the others count.
 */
export function readRubric(
  path: string,
  text: string,
  format: Format,
  { criteria: taken, declared, findings }: RubricReading,
): readonly Criterion<OwnModel>[] {
  const tree = parseYaml(text);
  for (const problem of tree.problems) findings.push(standardFinding(path, problem.span, problem.message));
  if (tree.root?.kind !== 'map') declared.add(null);
  if (!tree.root) return [];
  const form = new Form(path, text, tree.root, findings, 'A rubric');
  form.hasOnly(['version', 'rules']);
  if (tree.root.kind !== 'map') return [];
  if (form.member('version')?.value !== 1)
    form.complain(form.place('version'), 'A rubric starts with `version: 1`');
  const rules = form.member('rules');
  if (rules?.kind !== 'list' || rules.items.length === 0) {
    form.complain(form.place('rules'), '"rules" is a list of rules');
    return [];
  }
  if (rules.items.length > MOST)
    form.complain(form.place('rules'), `A rubric has at most ${MOST} rules; the rest is not read`);
  const context = contextOf(path, text, rules, format);
  const criteria = rules.items.slice(0, MOST).flatMap((item) => {
    const id = item.kind === 'map' ? item.members.get('id')?.value : null;
    declared.add(typeof id === 'string' ? id : null);
    return readRule(new Form(path, text, item, findings, 'A rule'), text, findings, context, taken);
  });
  // A rule that was left out says nothing, so no other may leave it to it.
  if (!criteria.some(({ id }) => id === context.outlineRule)) context.outlineRule = null;
  return criteria;
}

/** The outline that other rules refer to, read quietly: what is wrong with it is said when its rule is read. */
function contextOf(path: string, text: string, rules: DataNode, format: Format): RubricContext {
  let outline: readonly OutlineStep[] = [];
  let outlineRule: string | null = null;
  for (const item of rules.kind === 'list' ? rules.items : []) {
    const node = item.kind === 'map' ? item.members.get('sections') : undefined;
    const id = item.kind === 'map' ? item.members.get('id')?.value : undefined;
    if (node?.kind !== 'map' || outlineRule !== null || typeof id !== 'string') continue;
    outline = readOutline(new Form(path, text, node, [], 'sections'));
    outlineRule = id;
  }
  return { format, outline, outlineRule };
}

function readRule(
  form: Form,
  text: string,
  findings: Finding[],
  context: RubricContext,
  taken: Set<string>,
): readonly Criterion<OwnModel>[] {
  if (!form.hasOnly([...COMMON, ...VOCABULARY.map(({ word }) => word)])) return [];
  const id = form.needed('id');
  if (id !== '' && !ID.test(id))
    form.complain(form.place('id'), `"${id}" is no id of a rule; write one such as ACME-01`);
  else if (taken.has(id))
    form.complain(form.place('id'), `The id ${id} is taken by another criterion or rule`);
  const severity = form.oneOf('severity', ['must', 'should', 'could'] as const);
  if (!form.member('severity')) form.complain(form.span, 'A rule needs "severity": must, should or could');
  const title = form.needed('title');
  const failTitle = form.line('fail_title') ?? `Not met: ${title}`;
  const why = form.needed('why');
  const hint = form.needed('hint');
  const question = form.line('ask');
  const asked = VOCABULARY.filter(({ word }) => form.member(word));
  if (asked.length > 1)
    form.complain(
      form.place(asked[1]?.word ?? ''),
      `A rule checks one thing; this one has ${asked.map(({ word }) => `"${word}"`).join(' and ')}`,
    );
  if (asked.length === 0 && question === null)
    form.complain(
      form.span,
      `A rule has one of ${VOCABULARY.map(({ word }) => word).join(', ')}, or a question to "ask"`,
    );
  const common = { severity: severity ?? 'should', title, why, hint, sources: [] };
  const [word] = asked;
  const check = word ? readWord(word, form, text, findings, context) : null;
  if (!form.sound || (word && !check)) return [];
  const criteria: Criterion<OwnModel>[] = [];
  if (word && check) criteria.push(toCriterion(word, { ...common, id, failTitle }, check));
  // A rule may have a question beside its check: what the machine found, and what only a reader can say.
  if (question !== null) criteria.push({ ...common, id: word ? `${id}-ASK` : id, mode: 'self', question });
  for (const criterion of criteria) taken.add(criterion.id);
  return criteria;
}

function readWord(
  word: Word,
  rule: Form,
  text: string,
  findings: Finding[],
  context: RubricContext,
): AutoCriterion<OwnModel>['check'] | null {
  const node = rule.member(word.word) as DataNode;
  const form = new Form(rule.path, text, node, findings, `"${word.word}"`);
  if (!word.formats.includes(context.format)) {
    form.complain(
      form.span,
      `"${word.word}" checks ${word.formats.join(', ')} files; this kind is ${context.format}`,
    );
    return null;
  }
  if (!form.hasOnly(word.keys)) return null;
  const check = word.make(form, context);
  return form.sound ? check : null;
}

function toCriterion(
  word: Word,
  about: Pick<
    AutoCriterion<OwnModel>,
    'id' | 'severity' | 'title' | 'failTitle' | 'why' | 'hint' | 'sources'
  >,
  check: AutoCriterion<OwnModel>['check'],
): AutoCriterion<OwnModel> {
  return {
    ...about,
    mode: 'auto',
    scope: word.scope,
    readsPacket: word.readsPacket,
    check,
    examples: { pass: [], fail: [] },
  };
}
