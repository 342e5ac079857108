import { comparePaths } from '../../domain/kit-path';
import { LineIndex } from '../../text/line-index';
import { findSecrets, type ScanOptions, type SecretKind } from './secrets';

/** Something that looks secret, with all places it stands at. */
export interface Uncovered {
  readonly kind: SecretKind;
  readonly shown: string;
  readonly count: number;
  /** The first of them. */
  readonly places: readonly { readonly path: string; readonly line: number }[];
}

const LISTED = 20;
const MOST = 300;

/** What looks secret in texts that are about to be exported, each value once, in the order of files. Names of files are looked at too. */
export function uncoveredSecrets(
  texts: ReadonlyMap<string, string>,
  original: (path: string) => string,
  options: ScanOptions,
): Uncovered[] {
  const found = new Map<
    string,
    { kind: SecretKind; shown: string; count: number; places: { path: string; line: number }[] }
  >();
  for (const exported of [...texts.keys()].sort(comparePaths)) {
    const text = texts.get(exported) as string;
    const path = original(exported);
    const lines = new LineIndex(text);
    const places = [
      ...findSecrets(exported, options).map((secret) => ({ secret, line: 1 })),
      ...findSecrets(text, options).map((secret) => ({ secret, line: lines.position(secret.from).line })),
    ];
    for (const { secret, line } of places) {
      const key = `${secret.kind} ${secret.shown}`;
      let entry = found.get(key);
      if (!entry) {
        if (found.size >= MOST) continue;
        entry = { kind: secret.kind, shown: secret.shown.slice(0, 200), count: 0, places: [] };
        found.set(key, entry);
      }
      entry.count++;
      if (entry.places.length < LISTED) entry.places.push({ path, line });
    }
  }
  return [...found.values()];
}
