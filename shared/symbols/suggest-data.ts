import { MANIFEST_FILE } from '../domain/manifest';
import type { JsonSchema } from '../rubric/kind';
import type { ParsedFile } from '../rubric/session-file';
import { namesPeople } from '../rubric/stated-people';
import type { DataNode } from '../text/data-tree';
import type { DataSteps, Suggestion } from './assist';
import { MANIFEST_SCHEMA } from './manifest-schema';
import { idTokens } from './scan';
import { familiesAt, keySuggestions, valueSuggestions } from './schema-hints';
import { keysSeen, nodesAt, valuesSeen } from './seen-values';

/** What a suggestion in a header or data file is made from. */
export interface DataScene {
  readonly file: ParsedFile | null;
  /** The file's own values, as they last could be read. */
  readonly own: DataNode | null;
  /** Those of the other files of its kind. */
  readonly others: readonly DataNode[];
}

export interface DataValues {
  readonly values: readonly Suggestion[];
  readonly people: boolean;
  readonly families: readonly string[];
  readonly paths: boolean;
}

/** Keys whose value is a file, as a rule. */
const PATH_KEYS = /^(?:path|file|artifact|link|href|schema|rubric|template|document)s?$/;
const PATH_VALUE = /^(?:\.{1,2}\/|[\w-]+\/)[\w./-]+\.\w{2,5}(?:#|$)/;
/** A value of more letters is no choice out of a few. */
const LONGEST_CHOICE = 32;

/** Keys that are not there yet: those of the format, those of the kind's header, and those that its like have at this place. */
export function keysFor(
  scene: DataScene,
  steps: DataSteps,
  present: readonly string[],
  header: boolean,
): readonly Suggestion[] {
  const found = new Map<string, Suggestion>();
  const add = (suggestion: Suggestion) => {
    if (!present.includes(suggestion.label) && !found.has(suggestion.label))
      found.set(suggestion.label, suggestion);
  };
  const schema = header ? null : schemaOf(scene);
  if (schema) for (const one of keySuggestions(schema, steps, present)) add(one);
  if (header && steps.length === 0) {
    for (const [key, blank] of scene.file?.kind?.header ?? []) {
      const list = Array.isArray(blank);
      const sample = String((list ? blank[0] : blank) ?? '').replace(/^<|>$/g, '');
      add({
        label: key,
        detail: sample,
        kind: 'key',
        opens: list ? 'list' : 'value',
        boost: 40 - found.size,
      });
    }
  }
  // The keys of a mapping whose keys the author chooses are known from its like.
  const like = schema && found.size > 0 ? [] : [scene.own, ...(schema ? [] : scene.others)];
  for (const [key, kind] of keysSeen(like, steps))
    add({ label: key, detail: '', kind: 'key', opens: kind === 'scalar' ? 'value' : kind });
  return [...found.values()];
}

/** Values of a key: those of the format, or what its like have where they have few. Says too which symbols would fit. */
export function valuesFor(scene: DataScene, steps: DataSteps, header: boolean): DataValues {
  const schema = header ? null : schemaOf(scene);
  const found = new Map<string, Suggestion>();
  for (const one of schema ? valueSuggestions(schema, steps) : []) found.set(one.label, one);
  const key = steps.findLast((step) => step !== '*') ?? '';
  const seen = valuesSeen([scene.own, ...scene.others], steps);
  const families = new Set(schema ? familiesAt(schema, steps) : []);
  for (const value of seen) for (const { family } of wholeId(value)) families.add(family);
  const people = namesPeople(key);
  const paths = PATH_KEYS.test(key) || seen.some((value) => PATH_VALUE.test(value));
  if (found.size === 0 && families.size === 0 && !people && !paths) {
    for (const value of choices(scene, steps, seen))
      found.set(value, { label: value, detail: '', kind: 'value' });
  }
  return { values: [...found.values()], people, families: [...families], paths };
}

/** Values that come back are choices; values that are all different, such as titles, are not. */
function choices(scene: DataScene, steps: DataSteps, seen: readonly string[]): readonly string[] {
  const files = [scene.own, ...scene.others].filter((root) => root !== null);
  const repeats = files.length > 0 && valuesSeen(files, steps).length < countSeen(files, steps);
  return repeats ? seen.filter((value) => value.length <= LONGEST_CHOICE) : [];
}

function countSeen(roots: readonly DataNode[], steps: DataSteps): number {
  return roots.reduce(
    (sum, root) => sum + nodesAt(root, steps).filter(({ kind }) => kind === 'scalar').length,
    0,
  );
}

function wholeId(value: string) {
  return idTokens(value).filter(({ from, to }) => from === 0 && to === value.length);
}

/** The schema of the file's kind; of a kind with several shapes, the one that shares most keys with the file. */
export function schemaOf({ file, own }: DataScene): JsonSchema | null {
  const kind = file?.kind;
  if (file?.source?.path === MANIFEST_FILE) return MANIFEST_SCHEMA;
  if (!kind) return null;
  if (kind.schema) return kind.schema;
  const keys = own?.kind === 'map' ? [...own.members.keys()] : [];
  let best: JsonSchema | null = null;
  let most = 0;
  for (const shape of Object.values(kind.shapes ?? {})) {
    const known = shape['properties'] as object | undefined;
    const shared = keys.filter((key) => known && Object.hasOwn(known, key)).length;
    if (shared > most) {
      best = shape;
      most = shared;
    }
  }
  return best;
}
