import { comparePaths } from '../domain/kit-path';
import type { Source } from '../rubric/artifact';
import { parseSource } from '../rubric/parse-source';
import type { ParsedFile } from '../rubric/session-file';
import type { DataNode } from '../text/data-tree';
import { LineIndex } from '../text/line-index';
import type { AnswerTo, AssistAnswers, AssistQuery, Place, SymbolCard, SymbolList, Wanted } from './assist';
import { countedBudgets } from './counted-budgets';
import { declaredNames } from './declared-names';
import { definitionSpan } from './definition-span';
import { documentGlance, glance, placeOf } from './excerpt';
import { movePlan } from './move';
import { outlineOf } from './outline';
import { QuotedAmounts } from './quoted-amounts';
import { renamePlan } from './rename';
import { snippetsFor } from './snippets';
import { suggest } from './suggest';
import { type DataScene, schemaOf } from './suggest-data';
import type { Occurrence } from './symbol';
import { SymbolIndex } from './symbol-index';

/** The kit whose symbols are asked about: a check session, which has parsed its files already. */
export interface AssistedKit {
  paths(): Iterable<string>;
  /** A file by its latest text, parsed now if that has not been done. */
  parsed(path: string): ParsedFile | null;
  text(path: string): string | null;
}

const FIGURES_STAY =
  'A figure is what the cost model says: change it there; X-09 then shows where texts still quote the old one';

/** At most this many places are listed at once. */
const MOST_PLACES = 2000;

/**
 * Answers what the editor asks about the symbols of a kit. Brings itself up to date when it is asked, at the cost of what changed since; nothing
 * is done for a keystroke.
 */
export class KitAssist {
  private readonly index = new SymbolIndex();
  private readonly amounts = new QuotedAmounts();
  private readonly known = new Map<string, ParsedFile>();
  /** Values of headers and data files as they last could be read: a key that is half written keeps the rest from being understood. */
  private readonly roots = new Map<string, DataNode>();
  private readonly lines = new Map<string, { readonly text: string; readonly index: LineIndex }>();

  constructor(private readonly kit: AssistedKit) {}

  /** Takes over what changed. Worth calling when there is nothing else to do, so that the first answer comes at once. */
  refresh(): void {
    const gone = new Set(this.known.keys());
    for (const path of this.kit.paths()) {
      gone.delete(path);
      const parsed = this.kit.parsed(path);
      const text = this.kit.text(path);
      const known = this.known.get(path);
      if (!parsed || text === null || known === parsed) continue;
      this.known.set(path, parsed);
      this.amounts.fileChanged(path, known?.contribution ?? null, parsed.contribution);
      this.index.setFile(path, text, parsed.contribution.facts);
      const root = rootOf(parsed.source);
      if (root) this.roots.set(path, root);
    }
    for (const path of gone) this.forget(path);
  }

  answer<Q extends AssistQuery>(query: Q): AnswerTo<Q> {
    // The parts of a file are told while the kit is still being read.
    if (query.type !== 'outline') this.refresh();
    return this.answers(query) as AnswerTo<Q>;
  }

  /** The names that the kit's symbols have, as far as they were read. */
  taken(): readonly string[] {
    return this.index.symbols.map(({ name }) => name);
  }

  private answers(query: AssistQuery): AssistAnswers[AssistQuery['type']] {
    switch (query.type) {
      case 'suggest':
        return this.suggestions(query.path, query.wanted);
      case 'at': {
        const { path, offset } = query;
        const at = this.index.at(path, offset) ?? this.amounts.at(path, offset);
        return at && this.card(at.key, at);
      }
      case 'card':
        return this.card(query.key, null);
      case 'uses': {
        const card = this.card(query.key, null);
        return card && { card, places: this.places(this.occurrences(query.key)) };
      }
      case 'symbols':
        return this.list();
      case 'names':
        return this.names();
      case 'snippets':
        return this.snippets(query);
      case 'outline': {
        const parsed = this.kit.parsed(query.path);
        const outline = parsed?.source ? outlineOf(parsed.source) : null;
        const budgets = parsed && outline ? countedBudgets(parsed) : [];
        return outline && budgets.length > 0 ? { ...outline, budgets } : outline;
      }
      case 'rename':
        if (this.amounts.symbol(query.key)) return { ok: false, reason: FIGURES_STAY };
        return renamePlan(this.index, this.kit.paths(), query.key, query.name);
      case 'move':
        return movePlan(this.kit, query.from, query.to);
    }
  }

  private suggestions(path: string, wanted: Wanted) {
    return suggest(
      {
        path,
        symbols: this.index.symbols,
        paths: [...this.kit.paths()].sort(comparePaths),
        parsed: (other) => this.known.get(other) ?? null,
        data: () => this.dataScene(path),
      },
      wanted,
    );
  }

  private dataScene(path: string): DataScene {
    const file = this.known.get(path) ?? null;
    const others: DataNode[] = [];
    for (const [other, { kind }] of this.known) {
      const root = this.roots.get(other);
      if (root && other !== path && kind && kind === file?.kind) others.push(root);
    }
    return { file, own: this.roots.get(path) ?? null, others };
  }

  private card(key: string, at: Occurrence | null): SymbolCard | null {
    const symbol = this.index.symbol(key) ?? this.amounts.symbol(key);
    if (!symbol) return null;
    const all = this.occurrences(key);
    const uses = all.filter(({ role }) => role === 'reference').length;
    const definition = bestDefinition(all);
    const source = definition ? (this.known.get(definition.path)?.source ?? null) : null;
    const { kind, name, title, family } = symbol;
    return {
      key,
      kind,
      name,
      title,
      family,
      at: at && { from: at.from, to: at.to },
      definition: definition && this.place(definition),
      excerpt: definition && source ? excerptOf(source, definition) : '',
      uses,
    };
  }

  private occurrences(key: string): readonly Occurrence[] {
    return this.index.symbol(key) ? this.index.occurrences(key) : this.amounts.occurrences(key);
  }

  private list(): SymbolList {
    const symbols = [...this.index.symbols, ...this.amounts.quoted].map((symbol) => {
      const all = this.occurrences(symbol.key);
      const definition = bestDefinition(all);
      const uses = all.filter(({ role }) => role === 'reference').length;
      return { ...symbol, definition: definition && this.place(definition), uses };
    });
    const undefinedIds = this.index
      .undefinedIds()
      .slice(0, MOST_PLACES)
      .map((found) => ({ ...this.place({ ...found, key: '', role: 'reference' }), id: found.id }));
    return { symbols, undefined: undefinedIds };
  }

  private snippets({ path, at, cut, typed, today }: Extract<AssistQuery, { type: 'snippets' }>) {
    const text = this.kit.text(path);
    const file = this.known.get(path) ?? null;
    const source = text === null ? null : parseSource(path, text.slice(0, at) + text.slice(at + cut));
    if (!source) return [];
    const own = rootOf(source);
    const schema = schemaOf({ file, own, others: [] });
    return snippetsFor({ source, kind: file?.kind ?? null, schema, at, typed, today, taken: this.taken() });
  }

  private names(): readonly string[] {
    const names = new Set<string>();
    for (const { contribution } of this.known.values())
      for (const fact of contribution.facts) for (const name of declaredNames(fact)) names.add(name);
    return [...names].sort();
  }

  private places(occurrences: readonly Occurrence[]): readonly Place[] {
    return occurrences.slice(0, MOST_PLACES).map((occurrence) => this.place(occurrence));
  }

  private place(occurrence: Occurrence): Place {
    const { path } = occurrence;
    const text = this.kit.text(path) ?? '';
    let known = this.lines.get(path);
    if (known?.text !== text) {
      known = { text, index: new LineIndex(text) };
      this.lines.set(path, known);
    }
    return placeOf(text, known.index, occurrence);
  }

  private forget(path: string): void {
    this.amounts.fileChanged(path, this.known.get(path)?.contribution ?? null, null);
    this.known.delete(path);
    this.roots.delete(path);
    this.lines.delete(path);
    this.index.removeFile(path);
  }
}

function excerptOf(source: Source, definition: Occurrence): string {
  const header = source.format === 'md' ? source.markdown.frontMatterSpan : null;
  return header && definition.to <= header.to && source.format === 'md'
    ? documentGlance(source.markdown)
    : glance(source.text, definitionSpan(source, definition));
}

/** The place where a symbol is defined: the first by path; the others must agree with it. */
function bestDefinition(occurrences: readonly Occurrence[]): Occurrence | null {
  return occurrences.find(({ role }) => role === 'definition') ?? null;
}

function rootOf(source: Source | null): DataNode | null {
  switch (source?.format) {
    case 'md':
      return source.markdown.frontMatter?.root ?? null;
    case 'yaml':
    case 'json':
      return source.data.root;
    default:
      return null;
  }
}
