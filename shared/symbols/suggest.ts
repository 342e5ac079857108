import { relativeLink, resolveLink } from '../domain/kit-path';
import type { ParsedFile } from '../rubric/session-file';
import type { DataSteps, Suggestion, Wanted } from './assist';
import { type DataScene, keysFor, valuesFor } from './suggest-data';
import type { KitSymbol } from './symbol';

/** What suggestions are made from. */
export interface Scene {
  readonly path: string;
  readonly symbols: readonly KitSymbol[];
  readonly paths: readonly string[];
  parsed(path: string): ParsedFile | null;
  data(): DataScene;
}

/** What would fit at a place. The editor filters by what is typed; only what would be too much is left out here. */
export function suggest(scene: Scene, wanted: Wanted): readonly Suggestion[] {
  switch (wanted.kind) {
    case 'id':
      return ids(scene, wanted.family === '' ? null : [wanted.family]);
    case 'reference':
      return [...named(scene, 'event'), ...ids(scene, null)];
    case 'person':
      return named(scene, 'person').filter(({ label }) => hasWord(label, wanted.typed));
    case 'path':
      return paths(scene, wanted);
    case 'anchor':
      return anchors(scene, wanted.link);
    case 'key':
      return keysOrValues(scene, wanted);
    case 'value':
      return values(scene, wanted.steps, wanted.header);
  }
}

function keysOrValues(scene: Scene, wanted: Extract<Wanted, { kind: 'key' }>): readonly Suggestion[] {
  const { steps, present, header } = wanted;
  const keys = keysFor(scene.data(), steps, present, header);
  return keys.length === 0 && wanted.orValue ? values(scene, steps, header) : keys;
}

function values(scene: Scene, steps: DataSteps, header: boolean): readonly Suggestion[] {
  const fits = valuesFor(scene.data(), steps, header);
  return [
    ...fits.values,
    ...(fits.people ? named(scene, 'person') : []),
    ...(fits.families.length > 0 ? ids(scene, fits.families) : []),
    ...(fits.paths ? paths(scene, { link: false, dotted: false }) : []),
  ];
}

function ids({ symbols }: Scene, families: readonly string[] | null): readonly Suggestion[] {
  return symbols
    .filter(({ kind, family, name }) => {
      if (kind === 'event') return families?.some((one) => name.startsWith(`${one}-`)) ?? false;
      return kind === 'id' && (families === null || families.includes(family));
    })
    .map(suggestion);
}

function named({ symbols }: Scene, wanted: KitSymbol['kind']): readonly Suggestion[] {
  return symbols.filter(({ kind }) => kind === wanted).map(suggestion);
}

function suggestion({ kind, key, name, title }: KitSymbol): Suggestion {
  return { label: name, detail: title === name ? '' : title, kind, symbol: key };
}

/** Whether a word of a name begins like this. */
function hasWord(name: string, typed: string): boolean {
  return name.startsWith(typed) || name.split(/[\s-]+/).some((word) => word.startsWith(typed));
}

function paths(
  { path, paths: all, parsed }: Scene,
  { link, dotted }: { readonly link: boolean; readonly dotted: boolean },
): readonly Suggestion[] {
  return all
    .filter((other) => other !== path && !other.startsWith('.'))
    .map((other) => {
      const relative = relativeLink(path, other);
      const written = link ? relative.replace(/[\s()<>%]/g, encodeURIComponent) : relative;
      const label = dotted && !written.startsWith('..') ? `./${written}` : written;
      return { label, detail: parsed(other)?.kind?.title ?? '', kind: 'file' as const };
    });
}

function anchors({ path, parsed }: Scene, link: string): readonly Suggestion[] {
  const target = resolveLink(path, link);
  const source = target === null ? null : (parsed(target)?.source ?? null);
  if (source?.format !== 'md') return [];
  // Ids are in the order of the headings.
  return [...source.markdown.anchors].map((label, i) => ({
    label,
    detail: source.markdown.headings[i]?.text ?? '',
    kind: 'heading' as const,
    boost: 1,
  }));
}
