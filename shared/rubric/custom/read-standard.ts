import { MANIFEST_FILE } from '../../domain/manifest';
import type { DataNode } from '../../text/data-tree';
import { parseYaml } from '../../text/yaml';
import type { Fact } from '../fact';
import type { Finding } from '../finding';
import type { ArtifactKind } from '../kind';
import { Form } from './form';
import { globProblem, pathPattern } from './path-pattern';
import { readOwnKinds } from './read-own-kinds';
import { type Changeable, readSettings } from './settings';
import { type KindAssignment, NO_STANDARD, type Standard, standardFinding } from './standard';
import { readGlossary, readPeople } from './vocabulary';

/** What the studio has before a kit says anything. */
export interface StudioStandard {
  readonly kinds: readonly ArtifactKind[];
  /** Every criterion and rule of the studio, by id. */
  readonly criteria: ReadonlyMap<string, Changeable>;
}

/**
 * Reads what `kit.yaml` says beyond which folders belong to the kit. Total: what does not hold is a finding with its place and does not count;
 * the rest does. `textOf` gives the files that it names.
 */
export function readStandard(
  text: string | null,
  textOf: (path: string) => string | null,
  studio: StudioStandard,
): Standard {
  if (text === null || text.trim() === '') return NO_STANDARD;
  const tree = parseYaml(text);
  const findings: Finding[] = tree.problems.map((problem) =>
    standardFinding(
      MANIFEST_FILE,
      problem.span,
      problem.message,
      'Nothing that kit.yaml says counts until this is mended.',
    ),
  );
  const root = tree.root;
  if (root?.kind !== 'map') return { ...NO_STANDARD, findings };
  const kinds = new Set(studio.kinds.map((kind) => kind.id));
  const criteria = new Set(studio.criteria.keys());
  const declared = new Set<string | null>();
  const mayName = (id: string) => declared.has(id) || declared.has(null);
  const inputs = new Map<string, string>();
  const member = (key: string) => root.members.get(key);
  const own = member('own_kinds');
  const ownKinds = own
    ? readOwnKinds(own, { path: MANIFEST_FILE, text, textOf, kinds, criteria, declared, inputs, findings })
    : [];
  const assigned = member('kinds');
  const assignments = assigned ? readAssignments(text, assigned, kinds, findings) : [];
  const known = new Map(studio.criteria);
  for (const { kind } of ownKinds)
    for (const { id, title, severity } of kind.rubric) known.set(id, { title, severity });
  const changed = member('criteria');
  const settings = changed
    ? readSettings(MANIFEST_FILE, text, changed, { known, mayName, kinds }, findings)
    : [];
  const people = member('people');
  const glossary = member('glossary');
  const facts: Fact[] = [
    ...(people ? readPeople(MANIFEST_FILE, text, people, findings) : []),
    ...(glossary ? readGlossary(MANIFEST_FILE, text, glossary, findings) : []),
  ];
  return {
    assignments,
    settings,
    ownKinds,
    facts,
    inputs,
    mayName,
    findings,
    kindsKey:
      assigned || own
        ? JSON.stringify([
            assigned?.value,
            own?.value,
            [...inputs.keys()].map((path) => [path, textOf(path)]),
          ])
        : '',
    settingsKey: settings.length > 0 ? JSON.stringify(settings) : '',
    content: contentOf(
      [assigned, own, changed, people, glossary],
      [...inputs.keys()].map((path) => [path, textOf(path)]),
    ),
  };
}

function contentOf(
  parts: readonly (DataNode | undefined)[],
  inputs: readonly (readonly [path: string, text: string | null])[],
): ReadonlyMap<string, string> {
  if (!parts.some((part) => part !== undefined)) return new Map();
  const said = JSON.stringify(parts.map((part) => part?.value ?? null));
  return new Map([[MANIFEST_FILE, said], ...inputs.map(([path, text]) => [path, text ?? ''] as const)]);
}

/** Reads `kinds:`, a mapping from path patterns to kinds. The first pattern that fits a path counts. */
function readAssignments(
  text: string,
  node: DataNode,
  kinds: ReadonlySet<string>,
  findings: Finding[],
): readonly KindAssignment[] {
  const form = new Form(MANIFEST_FILE, text, node, findings, '"kinds"');
  if (node.kind !== 'map') {
    form.complain(
      form.span,
      '"kinds" is a mapping from path patterns to kinds, such as `"design/*.md": rfc`',
    );
    return [];
  }
  const assignments: KindAssignment[] = [];
  for (const [glob, child] of node.members) {
    const problem = globProblem(glob);
    const kind = child.value;
    if (problem) form.complain(child.key ?? child.span, problem);
    else if (typeof kind !== 'string' || (kind !== 'none' && !kinds.has(kind)))
      form.complain(
        form.place(glob),
        `"${String(kind)}" is no kind of this studio or kit; "none" says that files are no artifacts`,
      );
    else assignments.push({ glob, kind: kind === 'none' ? null : kind, matches: pathPattern(glob) });
  }
  return assignments;
}
