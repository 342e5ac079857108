import { DEFAULT_SETTINGS } from './defaults';
import { PREFERENCES_VERSION } from './stored';

/** Preferences of an earlier version as this one writes them, what is new at its default; anything else as it is, for the schema to judge. */
export function migratePreferences(stored: unknown): unknown {
  if (!isRecord(stored) || !isRecord(stored['value'])) return stored;
  const { version } = stored;
  if (typeof version !== 'number' || version < 1 || version >= PREFERENCES_VERSION) return stored;
  return { ...stored, version: PREFERENCES_VERSION, value: { ...DEFAULT_SETTINGS, ...stored['value'] } };
}

/** Where a stored value does not fit, as its validator tells. */
interface Violation {
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * Preferences without what is wrong in them, and the names of the settings that were touched; null when the file is none of ours. One wrong
 * value in a file that somebody edited must not cost the others, above all not a dictionary of many words.
 */
export function mendPreferences(
  stored: unknown,
  wrong: readonly Violation[],
): { readonly value: unknown; readonly broken: readonly string[] } | null {
  if (!isRecord(stored) || stored['version'] !== PREFERENCES_VERSION || !isRecord(stored['value']))
    return null;
  const broken = new Set<string>();
  const whole = new Set<string>();
  const entries = new Map<string, Set<string>>();
  for (const { instancePath, params } of wrong) {
    const [, top, name, entry] = instancePath.split('/');
    const extra = params['additionalProperty'];
    const setting = name ?? params['missingProperty'] ?? extra;
    if (top !== 'value' || typeof setting !== 'string') return null;
    broken.add(setting);
    const within = entry ?? (name !== undefined && typeof extra === 'string' ? extra : undefined);
    if (within === undefined) whole.add(setting);
    else entries.set(setting, new Set([...(entries.get(setting) ?? []), within]));
  }
  const kept = Object.entries(stored['value'])
    .filter(([name]) => !whole.has(name))
    .map(([name, value]) => [name, without(value, entries.get(name))]);
  const value = { ...DEFAULT_SETTINGS, ...Object.fromEntries(kept) };
  return { value: { ...stored, value }, broken: [...broken] };
}

/** A list or a mapping without some of its entries. */
function without(value: unknown, keys: ReadonlySet<string> | undefined): unknown {
  if (!keys) return value;
  if (Array.isArray(value)) return value.filter((_, index) => !keys.has(String(index)));
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).filter(([key]) => !keys.has(key)))
    : value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
