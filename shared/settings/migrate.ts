import { DEFAULT_SETTINGS } from './defaults';
import { PREFERENCES_VERSION } from './stored';

/** Preferences of an earlier version as this one writes them, what is new at its default; anything else as it is, for the schema to judge. */
export function migratePreferences(stored: unknown): unknown {
  if (!isRecord(stored) || stored['version'] !== 1 || !isRecord(stored['value'])) return stored;
  const { spelling, words } = DEFAULT_SETTINGS;
  return { ...stored, version: PREFERENCES_VERSION, value: { spelling, words, ...stored['value'] } };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
