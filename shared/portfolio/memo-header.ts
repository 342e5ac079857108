import type { DataTree } from '../text/data-tree';
import { applyEdits, type TextEdit } from '../text/edits/edit';
import { replaceScalar } from '../text/edits/scalar';
import { parseMarkdown } from '../text/markdown';
import { ANY_ROLE, type MemoKit, type Named } from './memo-kit';

/** The header with the candidate and the manifest of the kit. */
export function filledHeader(
  template: string,
  { candidate, plan }: MemoKit,
  named: readonly Named[],
): string {
  let text = template;
  const fields: readonly (readonly [key: string, value: string])[] = [
    ['candidate', candidate.name],
    ['owner', candidate.name],
    ['target_level', candidate.level],
    ['period', candidate.period],
    ['date', plan.date],
  ];
  for (const [key, value] of fields) {
    const tree = parseMarkdown(text).frontMatter;
    const edit = value === '' || !tree ? null : replaceScalar(tree, [key], value);
    if (edit) text = applyEdits(text, [edit]);
  }
  const tree = parseMarkdown(text).frontMatter;
  const edit = tree && named.length > 0 ? manifestEdit(text, tree, named) : null;
  return edit ? applyEdits(text, [edit]) : text;
}

function manifestEdit(text: string, tree: DataTree, named: readonly Named[]): TextEdit | null {
  const list = tree.node(['manifest']);
  if (list?.kind !== 'list' || list.items.length === 0 || text[list.span.from] !== '-') return null;
  const from = text.lastIndexOf('\n', list.span.from) + 1;
  const last = list.items.at(-1);
  const end = text.indexOf('\n', last ? Math.max(...valueEnds(last)) : list.span.to);
  const indent = text.slice(from, list.span.from);
  const entries = named.map(({ artifact, link, role }) =>
    [
      `${indent}- path: ${JSON.stringify(link)}`,
      `${indent}  kind: ${artifact.kind}`,
      `${indent}  one_line: "<what it decided or changed, in one line>"`,
      `${indent}  my_role: ${role === '' ? JSON.stringify(ANY_ROLE) : role}`,
    ].join('\n'),
  );
  return { from, to: end < 0 ? text.length : end, insert: entries.join('\n') };
}

function valueEnds(node: NonNullable<ReturnType<DataTree['node']>>): number[] {
  if (node.kind === 'map') return [...node.members.values()].flatMap(valueEnds);
  return [node.span.to];
}
