import { comparePaths } from '../domain/kit-path';
import type { Fact } from '../rubric/fact';
import type { TextEdit } from '../rubric/finding';
import { definesForOthers } from '../rubric/kit-packet';
import { type IdToken, idTokens, NameFinder, type NameHit } from './scan';
import { type KitSymbol, NAMED_KINDS, type Occurrence, type UndefinedId } from './symbol';

interface FileSymbols {
  readonly text: string;
  readonly facts: readonly Fact[];
  readonly defined: readonly { readonly symbol: KitSymbol; readonly from: number; readonly to: number }[];
  ids: readonly IdToken[] | null;
  /** Names found with the finder they were found by; another finder has to look again. */
  names: { readonly finder: NameFinder; readonly hits: readonly NameHit[] } | null;
}

/**
 * What the kit names and where: for completion, hover, "go to definition", "find references" and renaming. An edit costs a scan of its own
 * file; the others are looked through again only when the set of names changed, and only when somebody asks.
 */
export class SymbolIndex {
  private readonly files = new Map<string, FileSymbols>();
  private table: { readonly symbols: ReadonlyMap<string, KitSymbol>; readonly finder: NameFinder } | null =
    null;
  private occurrenceTable: ReadonlyMap<string, readonly Occurrence[]> | null = null;

  /** Adds or replaces a file. Templates and counter-examples name nothing for the kit and are left out. */
  setFile(path: string, text: string, facts: readonly Fact[]): void {
    const known = this.files.get(path);
    if (!definesForOthers(path) || (known && known.text === text && known.facts === facts)) return;
    const defined = facts.flatMap((fact) => {
      const symbol = symbolOf(fact);
      return symbol ? [{ symbol, from: fact.span.from, to: fact.span.to }] : [];
    });
    const ids = known?.text === text ? known.ids : null;
    const names = known?.text === text ? known.names : null;
    this.files.set(path, { text, facts, defined, ids, names });
    this.occurrenceTable = null;
    if (signature(known?.defined ?? []) !== signature(defined)) this.table = null;
  }

  removeFile(path: string): void {
    const known = this.files.get(path);
    if (!known) return;
    this.files.delete(path);
    this.occurrenceTable = null;
    if (known.defined.length > 0) this.table = null;
  }

  /** All symbols that are defined, by kind and name. */
  get symbols(): readonly KitSymbol[] {
    return [...this.symbolTable().symbols.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  symbol(key: string): KitSymbol | null {
    return this.symbolTable().symbols.get(key) ?? null;
  }

  /** Every place a symbol is written, definitions first, then by path and place. */
  occurrences(key: string): readonly Occurrence[] {
    return this.allOccurrences().get(key) ?? [];
  }

  /** The symbol written at an offset of a file, if any; an offset at either end of it counts. */
  at(path: string, offset: number): Occurrence | null {
    const file = this.files.get(path);
    if (!file) return null;
    return this.occurrencesIn(path, file).find(({ from, to }) => from <= offset && offset <= to) ?? null;
  }

  /** Tokens like ids of a family the kit defines that stand for nothing: a slip, or a file not written yet. */
  undefinedIds(): readonly UndefinedId[] {
    const { symbols } = this.symbolTable();
    const families = new Set([...symbols.values()].map(({ family }) => family).filter((f) => f !== ''));
    const found: UndefinedId[] = [];
    for (const [path, file] of this.files) {
      for (const { id, family, from, to } of this.idsOf(file)) {
        if (families.has(family) && !symbols.has(`id ${id}`)) found.push({ path, id, family, from, to });
      }
    }
    return found.sort((a, b) => comparePaths(a.path, b.path) || a.from - b.from);
  }

  /** The edits that rename a symbol everywhere, by file; null when there is no such symbol, or another has the name already. */
  rename(key: string, name: string): ReadonlyMap<string, readonly TextEdit[]> | null {
    const symbol = this.symbol(key);
    if (!symbol || name.trim() === '' || this.symbol(`${symbol.kind} ${name}`)) return null;
    const edits = new Map<string, TextEdit[]>();
    for (const { path, from, to } of this.occurrences(key)) {
      const list = edits.get(path) ?? [];
      // A definition's place may be wider than its name, as a heading is; only the name itself is replaced.
      const at = this.files.get(path)?.text.slice(from, to).indexOf(symbol.name) ?? -1;
      if (at >= 0) list.push({ from: from + at, to: from + at + symbol.name.length, insert: name });
      else if (this.files.get(path)?.text.slice(from, to).replace(/\s+/g, ' ') === symbol.name)
        list.push({ from, to, insert: name });
      edits.set(path, list);
    }
    for (const [path, list] of edits) edits.set(path, distinct(list));
    return edits;
  }

  private symbolTable() {
    if (!this.table) {
      const symbols = new Map<string, KitSymbol>();
      for (const path of [...this.files.keys()].sort(comparePaths)) {
        for (const { symbol } of this.files.get(path)?.defined ?? []) {
          const known = symbols.get(symbol.key);
          // The first file that has more to say than the bare name is heard.
          if (!known || known.title === known.name) symbols.set(symbol.key, symbol);
        }
      }
      const named = [...symbols.values()].filter(({ kind }) => kind !== 'id');
      this.table = { symbols, finder: new NameFinder(named.map(({ name }) => name)) };
    }
    return this.table;
  }

  private allOccurrences(): ReadonlyMap<string, readonly Occurrence[]> {
    if (!this.occurrenceTable || !this.table) {
      const byKey = new Map<string, Occurrence[]>();
      for (const path of [...this.files.keys()].sort(comparePaths)) {
        for (const occurrence of this.occurrencesIn(path, this.files.get(path) as FileSymbols)) {
          const list = byKey.get(occurrence.key) ?? [];
          list.push(occurrence);
          byKey.set(occurrence.key, list);
        }
      }
      const rank = ({ role }: Occurrence) => (role === 'definition' ? 0 : 1);
      for (const list of byKey.values()) list.sort((a, b) => rank(a) - rank(b));
      this.occurrenceTable = byKey;
    }
    return this.occurrenceTable;
  }

  private occurrencesIn(path: string, file: FileSymbols): readonly Occurrence[] {
    const { symbols, finder } = this.symbolTable();
    const found: Occurrence[] = [];
    const definedAt = (key: string, from: number, to: number) =>
      file.defined.some((d) => d.symbol.key === key && d.from <= from && to <= d.to);
    const seen = new Set<string>();
    const add = (key: string, from: number, to: number) => {
      if (!symbols.has(key)) return;
      const role = definedAt(key, from, to) ? 'definition' : 'reference';
      seen.add(role === 'definition' ? key : '');
      found.push({ path, key, from, to, role });
    };
    for (const { id, from, to } of this.idsOf(file)) add(`id ${id}`, from, to);
    for (const { name, from, to } of this.namesOf(file, finder)) {
      for (const kind of NAMED_KINDS) {
        if (symbols.has(`${kind} ${name}`)) {
          add(`${kind} ${name}`, from, to);
          break;
        }
      }
    }
    // Where the name is not written at its definition (an option known by a heading), the definition's own place counts.
    for (const { symbol, from, to } of file.defined) {
      if (!seen.has(symbol.key)) found.push({ path, key: symbol.key, from, to, role: 'definition' });
    }
    return found.sort((a, b) => a.from - b.from || a.to - b.to);
  }

  private idsOf(file: FileSymbols): readonly IdToken[] {
    file.ids ??= idTokens(file.text);
    return file.ids;
  }

  private namesOf(file: FileSymbols, finder: NameFinder): readonly NameHit[] {
    if (file.names?.finder !== finder) file.names = { finder, hits: finder.find(file.text) };
    return file.names.hits;
  }
}

function symbolOf(fact: Fact): KitSymbol | null {
  const made = (kind: KitSymbol['kind'], name: string, title: string, family = ''): KitSymbol => ({
    key: `${kind} ${name}`,
    kind,
    name,
    title,
    family,
  });
  switch (fact.type) {
    case 'definition':
      return made('id', fact.id, fact.title, fact.family);
    case 'person':
      return made(
        'person',
        fact.name,
        [fact.role, fact.team].filter((text) => text !== '').join(', ') || fact.name,
      );
    case 'option':
      return made('option', fact.slug, fact.name);
    case 'service':
      return made('service', fact.name, fact.name);
    case 'topic':
      return made('topic', fact.name, fact.name);
    case 'record':
      return fact.set === 'scenario-ref' ? made('event', fact.id, eventTitle(fact.fields) || fact.id) : null;
    default:
      return null;
  }
}

/** When and among which records an event stands: `2024-03-12T09:05:00Z, logs`. */
function eventTitle(fields: Readonly<Record<string, unknown>>): string {
  return [fields['t'], fields['array']].filter((text) => typeof text === 'string').join(', ');
}

function signature(defined: FileSymbols['defined']): string {
  return defined.map(({ symbol }) => `${symbol.key}\u0000${symbol.title}`).join('\u0001');
}

function distinct(edits: readonly TextEdit[]): TextEdit[] {
  const sorted = [...edits].sort((a, b) => a.from - b.from);
  return sorted.filter((edit, i) => i === 0 || edit.from >= (sorted[i - 1] as TextEdit).to);
}
