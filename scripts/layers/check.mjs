import { readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix } from 'node:path';
import { importsOf, lineOf, maskSource } from './scan.mjs';
import * as table from './table.mjs';

/** Applies the tables of `table.mjs` to a tree. Finding nothing to read is an error, never a pass. */

const LAYER_FOLDERS = ['shared', 'electron', 'renderer', 'scripts', 'e2e'];
const SOURCE = /\.(ts|tsx|mts|cts|mjs|cjs|js)$/;
const SKIPPED = new Set(['node_modules', 'dist', 'generated']);
const TEST = /\.(test|test-support|spec)\.tsx?$/;
const BUILTIN = new Set(builtinModules);

function sourcesUnder(root, folder) {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : sourcesUnder(root, path);
    return SOURCE.test(entry.name) ? [path] : [];
  });
}

/** `path` is the folder or file itself or lies below it. */
function within(path, prefix) {
  return (
    path === prefix || path.startsWith(`${prefix}/`) || (prefix.endsWith('/') && path.startsWith(prefix))
  );
}

function layerOf(path) {
  const rows = table.LAYERS.filter(({ folder }) => within(path, folder));
  return rows.sort((a, b) => b.folder.length - a.folder.length)[0];
}

/** Second folder below a group (`shared/kinds/rfc/x.ts` in `shared/kinds` → `rfc`), if it is in one. */
function memberOf(path, group) {
  if (!path.startsWith(`${group}/`)) return undefined;
  const [first, ...rest] = path.slice(group.length + 1).split('/');
  return rest.length > 0 ? first : undefined;
}

const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** Repository path an import names. A folder means its `index.ts`; so does a name that is not there (yet). */
function targetOf(root, file, specifier) {
  const clean = posix.normalize(posix.join(posix.dirname(file), specifier.replace(/\?.*$/, '')));
  const endings = ['', '.ts', '.tsx', '.mjs', '.d.ts'];
  const found = endings.map((ending) => clean + ending).find((path) => isFile(join(root, path)));
  return found ?? (posix.extname(clean) === '' ? `${clean}/index.ts` : clean);
}

function checkPackage(file, specifier, isTest) {
  const name = specifier.replace(/^node:/, '');
  const isBuiltin = specifier.startsWith('node:') || BUILTIN.has(name.split('/')[0]);
  const layer = file.split('/')[0];
  if (layer === 'shared' && !isTest) {
    if (isBuiltin) return `shared is pure and cannot import Node's "${specifier}"`;
    if (specifier === 'electron') return 'shared is pure and cannot import electron';
    const bare = name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : name.split('/')[0];
    if (!table.PURE_PACKAGES.some((pattern) => pattern.test(bare))) {
      return `shared may use listed pure packages only; "${bare}" is not in scripts/layers/table.mjs`;
    }
  }
  if (layer === 'renderer' && !isTest) {
    if (isBuiltin) return `a sandboxed page has no "${specifier}"`;
    if (specifier === 'electron') return 'a sandboxed page has no electron';
  }
  return undefined;
}

function checkRelative(file, target, row) {
  if (!LAYER_FOLDERS.some((folder) => within(target, folder))) return undefined;
  for (const group of table.SIBLINGS) {
    const [from, to] = [memberOf(file, group), memberOf(target, group)];
    if (from !== undefined && to !== undefined && from !== to) {
      return `${group}/${from} must not know ${group}/${to}`;
    }
  }
  const { folder, names } = table.FEATURES;
  const [from, to] = [memberOf(file, folder), memberOf(target, folder)];
  if (from !== to && names.includes(from) && names.includes(to)) {
    return `feature ${folder}/${from} must not know feature ${folder}/${to}; they meet in state`;
  }
  // Tests may use the whole engine, and the readers that look at finished files from outside.
  if (TEST.test(file) && (within(target, 'shared') || within(target, 'scripts/pdf'))) return undefined;
  if (within(target, row.folder) || row.may.some((prefix) => within(target, prefix))) return undefined;
  return `${row.folder} must not import ${target}`;
}

function findAll(masked, rules, report) {
  for (const { name, pattern, why, allowed = [] } of rules) {
    for (const match of masked.matchAll(pattern)) report(match.index, `${name}: ${why}`, allowed);
  }
}

function checkFile(root, file) {
  const source = readFileSync(join(root, file), 'utf8');
  const masked = maskSource(source);
  const isTest = TEST.test(file);
  const violations = [];
  const add = (line, message) => violations.push({ file, line, message });

  const row = layerOf(file);
  if (!row) add(1, `${posix.dirname(file)} has no row in scripts/layers/table.mjs`);
  for (const { specifier, line } of importsOf(source, masked)) {
    const problem = specifier.startsWith('.')
      ? row && checkRelative(file, targetOf(root, file, specifier), row)
      : checkPackage(file, specifier, isTest);
    if (problem) add(line, problem);
  }
  findAll(masked, table.BANS, (at, message, allowed) => {
    if (isTest || allowed.some((prefix) => file.startsWith(prefix))) return;
    add(lineOf(source, at), message);
  });
  if (file.startsWith('shared/') && !isTest) {
    findAll(masked, table.IMPURE, (at, message) => add(lineOf(source, at), message));
  }
  const exported = /\bexport\s+default\b|\bexport\s*\{[^}]*\bas\s+default\b/.exec(masked);
  if (exported && !file.endsWith('.d.ts') && !table.DEFAULT_EXPORTS.some((pattern) => pattern.test(file))) {
    add(lineOf(source, exported.index), 'no default exports: a name is the same everywhere');
  }
  const lines = source.split('\n').length - (source.endsWith('\n') ? 1 : 0);
  if (lines > table.MAX_LINES) add(lines, `${lines} lines; the limit is ${table.MAX_LINES}. Split by idea`);
  return violations;
}

/** All violations in the tree under `root`, as `{file, line, message}`, ordered by file and line. */
export function checkTree(root) {
  const rootFiles = readdirSync(root).filter((name) => /\.config\.ts$/.test(name));
  const files = [...LAYER_FOLDERS.flatMap((folder) => sourcesUnder(root, folder)), ...rootFiles];
  if (files.length === 0) return [{ file: '.', line: 1, message: 'no source files found' }];
  const inLayers = files.filter((file) => file.includes('/'));
  return inLayers
    .flatMap((file) => checkFile(root, file))
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

export function formatViolation({ file, line, message }) {
  return `${file}:${line}  ${message}`;
}
