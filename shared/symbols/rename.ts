import { fileName } from '../domain/kit-path';
import type { RenameFile, RenamePlan } from './assist';
import { idTokens } from './scan';
import type { KitSymbol } from './symbol';
import type { SymbolIndex } from './symbol-index';

const LONGEST = 80;

/** The edits that give a symbol another name throughout the kit, or in plain words why it cannot have that name. */
export function renamePlan(
  index: SymbolIndex,
  paths: Iterable<string>,
  key: string,
  given: string,
): RenamePlan {
  const symbol = index.symbol(key);
  if (!symbol) return refused('It is no longer defined in this kit');
  const name = given.trim();
  const reason = nameProblem(symbol, name);
  if (reason !== null) return refused(reason);
  const taken = index.symbol(`${symbol.kind} ${name}`);
  if (taken) return refused(`${name} is taken${taken.title === name ? '' : `: ${taken.title}`}`);
  if (symbol.kind === 'id' && index.undefinedIds().some(({ id }) => id === name))
    return refused(
      `${name} is written in the kit already, though nothing defines it; those uses would mean ${name} too`,
    );
  const edits = index.rename(key, name);
  if (!edits) return refused(`${name} is taken`);
  const files: RenameFile[] = [...edits]
    .filter(([, list]) => list.length > 0)
    .map(([path, list]) => ({ path, edits: list }));
  const named = [...paths].filter((path) => holdsName(fileName(path), symbol));
  return { ok: true, from: symbol.name, to: name, files, named };
}

/** Why a symbol cannot be called so, whatever else the kit has; null when it can. */
export function nameProblem(symbol: KitSymbol, name: string): string | null {
  if (name === '') return 'Write a new name';
  if (name === symbol.name) return 'This is its name already';
  if (name.length > LONGEST) return `A name has at most ${LONGEST} characters`;
  switch (symbol.kind) {
    case 'id':
      return idProblem(symbol, name);
    case 'person':
      return /^\p{L}[\p{L}\p{M}.'’ -]*$/u.test(name)
        ? null
        : 'A name has letters, blanks, hyphens and dots only';
    case 'event':
      return 'Events are named by the scenario, which is given';
    default:
      return /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(name)
        ? null
        : 'A short name has letters, digits, hyphens and dots only';
  }
}

/** An id keeps its family and its form: that is what formats and readers know it by. */
function idProblem({ name: old, family }: KitSymbol, name: string): string | null {
  const [token] = idTokens(name);
  if (!token || token.id !== name) return `An id looks like ${old}: letters, a hyphen and a number`;
  if (token.family !== family) return `It stays in its family: ${family}-…`;
  const form = (id: string) => id.replace(/\d/g, '0');
  return form(name) === form(old) ? null : `It keeps the form of ${old}`;
}

function holdsName(file: string, { kind, name }: KitSymbol): boolean {
  if (kind !== 'id' && kind !== 'option') return false;
  const at = file.toLowerCase().indexOf(name.toLowerCase());
  return at >= 0 && !/[\p{L}\p{N}]/u.test(file[at - 1] ?? '') && !/\p{N}/u.test(file[at + name.length] ?? '');
}

function refused(reason: string): RenamePlan {
  return { ok: false, reason };
}
