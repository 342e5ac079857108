import { ERROR_NAMES, type ErrorName, type StackPlace } from './diagnostics-payloads';

/** The kind of an error by its own class; a name that somebody made up is none. */
export function errorName(error: unknown): ErrorName {
  return knownErrorName(error instanceof Error ? error.name : '');
}

/** The name of a class of errors, where it is one that engines and we throw. */
export function knownErrorName(name: string): ErrorName {
  return ERROR_NAMES.find((known) => known === name) ?? 'Other';
}

/** How many places of a stack tell where it was. */
const MOST_PLACES = 12;

/** Where in our own bundles a stack leads through: file, line and column; neither folders nor functions nor anything of others. */
export function stackPlaces(stack: string, isOurs: (file: string) => boolean): StackPlace[] {
  const places: StackPlace[] = [];
  for (const line of stack.split('\n')) {
    const [, file, row, column] = /([A-Za-z0-9_.-]{1,80}):(\d{1,7}):(\d{1,7})\)?$/.exec(line.trimEnd()) ?? [];
    // The first line is the message, which may quote anything.
    if (!/^\s*at /.test(line) || file === undefined || !isOurs(file)) continue;
    places.push({ file, line: Number(row), column: Number(column) });
    if (places.length === MOST_PLACES) break;
  }
  return places;
}
