import type { Version } from '../../shared/ipc/payloads';

/** The versions of one day. */
export interface Day {
  readonly day: string;
  readonly versions: readonly Version[];
}

/** Versions, the newest first, by day. */
export function daysOf(versions: readonly Version[], dayOf: (at: number) => string): readonly Day[] {
  const days: { day: string; versions: Version[] }[] = [];
  for (const version of versions) {
    const day = dayOf(version.at);
    const last = days.at(-1);
    if (last?.day === day) last.versions.push(version);
    else days.push({ day, versions: [version] });
  }
  return days;
}

/** Names a version among those of its file. */
export function keyOf({ at, hash }: Pick<Version, 'at' | 'hash'>): string {
  return `${at} ${hash}`;
}

/** How much changed with a version: as marks with numbers or as words, and read aloud. */
export interface ChangeWords {
  readonly added: string | null;
  readonly removed: string | null;
  readonly short: string;
  readonly long: string;
}

export function changeWords({ change, size }: Version, first: boolean): ChangeWords {
  if (first) return plain('first version');
  if (!change) return plain(`${Math.max(1, Math.round(size / 1024)).toLocaleString('en')} KB`);
  const { added, removed } = change;
  if (added === 0 && removed === 0) return plain('no words changed');
  const parts = [
    ...(added > 0 ? [`${added.toLocaleString('en')} added`] : []),
    ...(removed > 0 ? [`${removed.toLocaleString('en')} removed`] : []),
  ];
  return {
    added: added > 0 ? added.toLocaleString('en') : null,
    removed: removed > 0 ? removed.toLocaleString('en') : null,
    short: added + removed === 1 ? 'word' : 'words',
    long: `words: ${parts.join(', ')}`,
  };
}

function plain(text: string): ChangeWords {
  return { added: null, removed: null, short: text, long: text };
}

/** Where a version comes from, when not from saving here. */
export function originWords({ origin }: Version): readonly string[] {
  if (origin === 'found') return ['was there before'];
  return origin === 'discarded' ? ['never saved'] : [];
}
