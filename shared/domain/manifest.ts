import type { DataNode } from '../text/data-tree';
import { LineIndex } from '../text/line-index';
import type { Span } from '../text/span';
import { parseYaml } from '../text/yaml';
import { type KitPath, kitPath } from './kit-path';

/** The file that makes a folder a kit by declaration; a folder without one is recognised by what it holds. */
export const MANIFEST_FILE = 'kit.yaml';

/** What `kit.yaml` says about a kit. */
export interface Manifest {
  readonly version: 1;
  readonly name: string;
  /** The candidate, as the cover of the portfolio names them; null when left out. */
  readonly author: string | null;
  /** Only these folders belong to the kit, nothing else in its root is looked at; null means the whole root. */
  readonly folders: readonly KitPath[] | null;
  /** The raw incident data a postmortem draws on; null when left out. */
  readonly scenario: KitPath | null;
}

/** Something wrong in `kit.yaml`, with its place in the text. */
export interface ManifestProblem {
  readonly message: string;
  readonly span: Span;
  /** Line of the span's start, from 1. */
  readonly line: number;
}

/** `manifest` is null when the file cannot be trusted to say which folders belong to the kit. */
export interface ManifestReading {
  readonly manifest: Manifest | null;
  readonly problems: readonly ManifestProblem[];
}

/** A manifest is a page of text; more than this is not one. UTF-16 units. */
const MAX_LENGTH = 256 * 1024;
const MAX_FOLDERS = 200;
const MAX_NAME = 200;
const KEYS = ['version', 'name', 'author', 'folders', 'scenario'] as const;
/** Keys of the kit's own standard, which the rubric reads (`shared/rubric/custom`); here they are only known to be right. */
const STANDARD_KEYS = ['kinds', 'criteria', 'people', 'glossary', 'own_kinds'] as const;

/**
 * Reads `kit.yaml`. Unknown keys are remarks; a wrong version or a folder list that does not hold makes the whole manifest void, since a guess
 * about what belongs to the kit could show files the author left out on purpose.
 */
export function readManifest(text: string): ManifestReading {
  const lines = new LineIndex(text);
  const problems: ManifestProblem[] = [];
  const report = (message: string, span: Span): null => {
    problems.push({ message, span, line: lines.position(span.from).line });
    return null;
  };
  if (text.length > MAX_LENGTH) {
    report(`The manifest is longer than ${MAX_LENGTH / 1024} KB`, { from: 0, to: 0 });
    return { manifest: null, problems };
  }
  const tree = parseYaml(text);
  for (const problem of tree.problems) report(problem.message, problem.span);
  const root = tree.root;
  if (!root) return { manifest: null, problems };
  if (root.kind !== 'map') {
    report('A manifest is a list of keys: version, name and folders', root.span);
    return { manifest: null, problems };
  }
  for (const [key, node] of root.members) {
    if (!([...KEYS, ...STANDARD_KEYS] as readonly string[]).includes(key)) {
      report(
        `"${key}" is not a key of a manifest; it has ${[...KEYS, ...STANDARD_KEYS].join(', ')}`,
        node.key ?? node.span,
      );
    }
  }
  const version = root.members.get('version');
  if (!version) report('The key "version" is missing: write `version: 1`', tree.span([]));
  else if (version.value !== 1)
    report('This version of Staffwright reads manifests of version 1', version.span);
  const name = textOf(root.members.get('name'), 'name', MAX_NAME, report);
  if (!root.members.has('name'))
    report('The key "name" is missing: what the packet is called', tree.span([]));
  const author = textOf(root.members.get('author'), 'author', MAX_NAME, report);
  const scenario = pathOf(root.members.get('scenario'), 'scenario', report);
  const folders = foldersOf(root.members.get('folders'), report);
  if (version?.value !== 1 || name === null || folders === undefined) return { manifest: null, problems };
  return { manifest: { version: 1, name, author, folders, scenario }, problems };
}

type Report = (message: string, span: Span) => null;

function textOf(node: DataNode | undefined, key: string, max: number, report: Report): string | null {
  if (!node) return null;
  const value = node.value;
  if (typeof value !== 'string' || value.trim() === '')
    return report(`"${key}" is a line of text`, node.span);
  if (value.length > max) return report(`"${key}" is longer than ${max} characters`, node.span);
  if (/\p{Cc}/u.test(value)) return report(`"${key}" is a single line of text`, node.span);
  return value.trim();
}

function pathOf(node: DataNode | undefined, key: string, report: Report): KitPath | null {
  if (!node) return null;
  if (typeof node.value !== 'string') return report(`"${key}" is a path inside the kit`, node.span);
  const checked = kitPath(node.value);
  return checked.ok ? checked.value : report(`"${key}": ${lowerFirst(checked.error)}`, node.span);
}

/** Null when the key is absent; undefined when the list does not hold. */
function foldersOf(node: DataNode | undefined, report: Report): readonly KitPath[] | null | undefined {
  if (!node) return null;
  if (node.kind !== 'list' || node.items.length === 0) {
    report('"folders" is a list of folders inside the kit', node.span);
    return undefined;
  }
  if (node.items.length > MAX_FOLDERS) {
    report(`"folders" has more than ${MAX_FOLDERS} entries`, node.span);
    return undefined;
  }
  const folders: KitPath[] = [];
  let sound = true;
  for (const item of node.items) {
    const raw = typeof item.value === 'string' ? item.value.replace(/\/$/, '') : null;
    const checked = raw === null ? null : kitPath(raw);
    if (!checked) report('A folder is written as a path inside the kit', item.span);
    else if (!checked.ok) report(checked.error, item.span);
    else if (folders.includes(checked.value)) report(`The folder "${checked.value}" stands twice`, item.span);
    else folders.push(checked.value);
    if (!checked?.ok) sound = false;
  }
  return sound ? folders : undefined;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
