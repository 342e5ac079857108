import type { Finding } from '../finding';
import { KindRegistry } from '../registry';
import { CheckSession } from '../session';
import { recordedKinds } from '../session-kinds.test-support';

/** A kit with a standard of its own, checked by the small kinds of the session's tests. */
export function openKit(files: Readonly<Record<string, string>>) {
  const { kinds, runs } = recordedKinds();
  const session = new CheckSession({ registry: new KindRegistry(kinds), name: 'Kit', validator: () => null });
  for (const [path, text] of Object.entries(files)) session.setFile(path, text);
  session.settle();
  runs.length = 0;
  return { session, runs };
}

export function findings(session: CheckSession, path: string, id?: string): readonly Finding[] {
  return (session.artifact(path)?.findings ?? []).filter((f) => id === undefined || f.id === id);
}

/** The text that each finding marks. */
export function marks(session: CheckSession, path: string, id?: string): readonly string[] {
  return findings(session, path, id).map((f) => (session.text(path) ?? '').slice(f.span.from, f.span.to));
}

export const verdictOf = (session: CheckSession, path: string, id: string) =>
  session.artifact(path)?.criteria.find((c) => c.id === id)?.verdict;

export const HEADER = 'version: 1\nname: Kit\n';

/** A kit.yaml with one own kind, whose rubric is `rubric.yaml`. */
export const withKind = (fields = '') =>
  `${HEADER}own_kinds:\n  - id: memo\n    title: Memo\n    files: ["*.memo.md"]\n    format: md\n    part: 1\n    rubric: rubric.yaml\n${fields}`;

/** A rubric of one rule, MEMO-01, whose check is given as YAML in flow style. */
export const oneRule = (check: string, severity = 'must') =>
  `version: 1\nrules:\n  - id: MEMO-01\n    severity: ${severity}\n    title: It is so\n    why: Because.\n    hint: Write it.\n    ${check}\n`;

export const memo = (body: string) =>
  `---\nid: M-1\ntitle: Memo\nstatus: draft\nowner: Ada Example\ndate: "2024-03-12"\n---\n\n# Memo\n\n${body}\n`;
