import { fileName } from '../../shared/domain/kit-path';
import type { Place, SymbolList, SymbolRow } from '../../shared/symbols/assist';
import type { SymbolKind } from '../../shared/symbols/symbol';

export interface SymbolGroup {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly SymbolRow[];
}

const TITLES: Readonly<Record<Exclude<SymbolKind, 'id'>, string>> = {
  person: 'People',
  option: 'Options',
  service: 'Services',
  topic: 'Topics',
  event: 'Events of the incident',
  money: 'Quoted money',
};

/** Symbols by family; ids first, then who and what is named. Only those that hold all words of the filter. */
export function symbolGroups({ symbols }: SymbolList, filter: string): readonly SymbolGroup[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, SymbolRow[]>();
  for (const row of symbols) {
    const text = `${row.name} ${row.title}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    const id = row.kind === 'id' ? `id ${row.family}` : row.kind;
    const rows = groups.get(id) ?? [];
    rows.push(row);
    groups.set(id, rows);
  }
  const order = ['id', ...Object.keys(TITLES)];
  const rank = (id: string) => order.indexOf(id.split(' ')[0] as string);
  return [...groups]
    .map(([id, rows]) => ({ id, title: titleOf(id), rows }))
    .sort((a, b) => rank(a.id) - rank(b.id) || (a.id < b.id ? -1 : 1));
}

function titleOf(id: string): string {
  return id.startsWith('id ') ? id.slice(3) : TITLES[id as Exclude<SymbolKind, 'id'>];
}

export interface PlaceGroup {
  readonly path: string;
  readonly name: string;
  readonly places: readonly Place[];
}

/** Places by file, in the order they come. */
export function placeGroups(places: readonly Place[]): readonly PlaceGroup[] {
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const list = groups.get(place.path) ?? [];
    list.push(place);
    groups.set(place.path, list);
  }
  return [...groups].map(([path, list]) => ({ path, name: fileName(path), places: list }));
}
