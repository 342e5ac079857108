import type { Fix } from '../../rubric/finding';
import type { Place } from '../../rubric/rule';

/** The repair of a passage that is a slug: the slug changed. Nothing where the passage may be a name in words, which only people can rewrite. */
export function rename(from: string, at: Place, to: string): { readonly fix?: Fix } {
  const { span } = at;
  const marked = span.to - span.from === from.length + 2;
  if (!marked) return {};
  return { fix: { title: `Write ${to}`, edits: [{ ...span, insert: `\`${to}\`` }] } };
}
