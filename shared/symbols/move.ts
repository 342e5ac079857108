import { fileName, foldedPath, kitPath } from '../domain/kit-path';
import { MANIFEST_FILE } from '../domain/manifest';
import type { Source } from '../rubric/artifact';
import type { TextEdit } from '../rubric/finding';
import { OWN_FILES } from '../rubric/own-files';
import type { DataNode, DataPath, DataTree } from '../text/data-tree';
import { withQuotes } from '../text/edits/places';
import { replaceScalar } from '../text/edits/scalar';
import type { MarkdownDoc } from '../text/markdown';
import type { MovedFile, MovePlan } from './assist';
import { MovedPaths } from './moved-paths';

/** The files of a kit as a move looks at them. */
export interface MovedKit {
  paths(): Iterable<string>;
  parsed(path: string): { readonly source: Source | null } | null;
}

/**
 * What changes when a file or folder gets another name or place: every link and path that leads to it, and those within what moves. Edits belong
 * to the paths of before. Or, in plain words, why it cannot have that place.
 */
export function movePlan(kit: MovedKit, from: string, to: string): MovePlan {
  const paths = [...kit.paths()];
  const reason = placeProblem(paths, from, to);
  if (reason !== null) return { ok: false, reason };
  const moved = new MovedPaths(from, to, new Set(paths));
  const files: MovedFile[] = [];
  for (const path of paths) {
    const source = kit.parsed(path)?.source;
    const edits = source ? ordered(editsIn(source, path, moved)) : [];
    if (!source || edits.length === 0) continue;
    const was = (edit: TextEdit) => source.text.slice(edit.from, edit.to);
    files.push({ path, edits: edits.map((edit) => ({ ...edit, was: was(edit) })) });
  }
  const moves = paths.filter((path) => moved.moves(path)).map((path) => [path, moved.after(path)] as const);
  return { ok: true, from, to, files, moves };
}

/** Why a file or folder cannot have a place; null when it can, as far as the list of files tells. */
function placeProblem(paths: readonly string[], from: string, to: string): string | null {
  if (to === from) return 'This is its name already';
  const checked = kitPath(to);
  if (!checked.ok) return checked.error;
  if (from === MANIFEST_FILE || OWN_FILES.includes(from))
    return `${fileName(from)} is what the studio knows this kit by; it keeps its name`;
  if (to.startsWith(`${from}/`)) return 'A folder cannot be moved into itself';
  if (to.split('/').some((name) => name.startsWith('.') || name.toLowerCase() === 'node_modules'))
    return 'Hidden files and folders are left alone by the studio';
  const folded = foldedPath(to);
  const taken = paths.find(
    (path) => foldedPath(path) === folded || foldedPath(path).startsWith(`${folded}/`),
  );
  const itself = foldedPath(from) === folded;
  if (taken !== undefined && !itself) return `${taken === to ? fileName(to) : taken} is there already`;
  // `a.md/b.md` where `a.md` is a file.
  const above = paths.find((path) => path !== from && folded.startsWith(`${foldedPath(path)}/`));
  return above === undefined ? null : `${above} is a file and can hold none`;
}

function editsIn(source: Source, path: string, moved: MovedPaths): TextEdit[] {
  switch (source.format) {
    case 'md':
      return [
        ...linkEdits(source.markdown, path, moved),
        ...codeEdits(source.markdown, path, moved),
        ...(source.markdown.frontMatter ? dataEdits(source.markdown.frontMatter, path, moved) : []),
      ];
    case 'yaml':
    case 'json':
      return dataEdits(source.data, path, moved);
    default:
      return [];
  }
}

/** Links and pictures in Markdown, and those in HTML. */
function linkEdits({ links, withoutCode }: MarkdownDoc, path: string, moved: MovedPaths): TextEdit[] {
  const edits: TextEdit[] = [];
  const put = (from: number, to: number, url: string) => {
    const insert = moved.link(path, url);
    if (insert !== null) edits.push({ from, to, insert });
  };
  for (const { urlSpan, url } of links) {
    const angled = withoutCode[urlSpan.from] === '<' && withoutCode[urlSpan.to - 1] === '>' ? 1 : 0;
    put(urlSpan.from + angled, urlSpan.to - angled, url);
  }
  for (const match of withoutCode.matchAll(/\s(?:src|href)=(["'])([^"'\n<>]{1,1024})\1/g)) {
    const url = match[2] ?? '';
    const at = match.index + match[0].length - url.length - 1;
    put(at, at + url.length, url);
  }
  return edits;
}

/** Paths of what moves that are written as code: `examples/rfc.md`. */
function codeEdits({ text, codeBlocks }: MarkdownDoc, path: string, moved: MovedPaths): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const match of text.matchAll(/`([^`\n]{1,300})`/g)) {
    const at = match.index + 1;
    const said = match[1] ?? '';
    if (codeBlocks.some(({ span }) => span.from <= at && at < span.to)) continue;
    const insert = /[./]/.test(said) ? moved.path(path, said) : null;
    if (insert !== null) edits.push({ from: at, to: at + said.length, insert });
  }
  return edits;
}

function dataEdits(tree: DataTree, path: string, moved: MovedPaths): TextEdit[] {
  const edits: TextEdit[] = [];
  const manifest = path === MANIFEST_FILE;
  const visit = (node: DataNode, at: DataPath): void => {
    if (node.kind === 'map') {
      for (const [key, child] of node.members) {
        const renamed = manifest && at[0] === 'kinds' ? keyEdit(tree, key, child, moved) : null;
        if (renamed) edits.push(renamed);
        visit(child, [...at, key]);
      }
    } else if (node.kind === 'list') node.items.forEach((item, n) => void visit(item, [...at, n]));
    else if (typeof node.value === 'string') {
      // What the studio quotes of a text is no path, whatever it looks like.
      if (OWN_FILES.includes(path) && at.at(-1) !== 'path') return;
      const insert = manifest
        ? moved.moves(node.value)
          ? moved.after(node.value)
          : null
        : moved.path(path, node.value);
      const edit = insert === null ? null : replaceScalar(tree, at, insert);
      if (edit) edits.push(asWritten(tree, edit, insert ?? ''));
    }
  };
  if (tree.root) visit(tree.root, []);
  return edits;
}

/** A path that stood there without quotation marks needs none, though it begins with dots. */
function asWritten(tree: DataTree, edit: TextEdit, path: string): TextEdit {
  const quoted = /["']/.test(tree.text[edit.from] ?? '');
  return !quoted && PLAIN_PATH.test(path) ? { ...edit, insert: path } : edit;
}

const PLAIN_PATH = /^(?:\.{1,2}\/)*[\p{L}_][\p{L}\p{N}_./-]*$/u;

/** A pattern of `kit.yaml` that names what moves, or begins with the folder that does. */
function keyEdit(tree: DataTree, key: string, child: DataNode, moved: MovedPaths): TextEdit | null {
  if (!child.key || !moved.moves(key)) return null;
  const whole = withQuotes(tree.text, child.key);
  const raw = tree.text.slice(whole.from, whole.to);
  const quoted = /^["']/.test(raw);
  if (raw !== (quoted ? `${raw[0]}${key}${raw[0]}` : key)) return null;
  const name = moved.after(key);
  const bare = quoted || /^[\p{L}\p{N}_][\p{L}\p{N}_./-]*$/u.test(name);
  return { ...whole, insert: quoted ? `${raw[0]}${name}${raw[0]}` : bare ? name : JSON.stringify(name) };
}

/** In ascending order, each place once. */
function ordered(edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = [...edits].sort((a, b) => a.from - b.from);
  return sorted.filter((edit, i) => edit.from >= (sorted[i - 1]?.to ?? 0));
}
