/** A version that is kept of a file, for deciding which may go. */
export interface Aged {
  /** When it was kept, in milliseconds since 1970. */
  readonly at: number;
  /** Part of a milestone that somebody named: it never goes. */
  readonly named: boolean;
}

export const HOUR = 60 * 60 * 1000;
export const DAY = 24 * HOUR;
/** For so long one version of each day is kept, in days; later one of each month. */
export const DAYS = 30;

/**
 * The versions of one file that may go: within the last hour all are kept, then the last of each hour for a day, the last of each day for a
 * month, the last of each month after that. The newest of all and named ones always stay, also when a clock was wrong and they lie in the
 * future. `zone` is added to times, in milliseconds, so that days begin at the user's midnight.
 */
export function thinned<T extends Aged>(versions: readonly T[], now: number, zone = 0): readonly T[] {
  const newest = versions.reduce<T | null>((last, one) => (last && last.at > one.at ? last : one), null);
  const lastOf = new Map<string, T>();
  for (const version of versions) {
    const slot = slotOf(version.at, now, zone);
    const last = slot === null ? undefined : lastOf.get(slot);
    if (slot !== null && !(last && last.at > version.at)) lastOf.set(slot, version);
  }
  return versions.filter((version) => {
    const slot = slotOf(version.at, now, zone);
    return slot !== null && !version.named && version !== newest && lastOf.get(slot) !== version;
  });
}

/** The hour, day or month of which one version is kept; null while all are. */
function slotOf(at: number, now: number, zone: number): string | null {
  const age = now - at;
  if (age < HOUR) return null;
  const local = at + zone;
  if (age < DAY) return `hour ${Math.floor(local / HOUR)}`;
  if (age < DAYS * DAY) return `day ${Math.floor(local / DAY)}`;
  return `month ${new Date(local).toISOString().slice(0, 7)}`;
}

/** A version of any file, and the content it stands for: the same content is stored once. */
export interface Stored extends Aged {
  readonly content: string;
  /** What the content takes on the disk, in bytes. */
  readonly bytes: number;
  /** The newest of its file. */
  readonly newest: boolean;
}

export interface Bounds {
  readonly bytes: number;
  readonly entries: number;
}

/**
 * The versions that have to go, the oldest first, so that the others fit. Named ones and the newest of each file stay even where that is too
 * much: nobody shall lose the last state of a file to a limit.
 */
export function beyond<T extends Stored>(versions: readonly T[], bounds: Bounds): readonly T[] {
  const uses = new Map<string, number>();
  let bytes = 0;
  for (const { content, bytes: size } of versions) {
    const before = uses.get(content) ?? 0;
    if (before === 0) bytes += size;
    uses.set(content, before + 1);
  }
  let entries = versions.length;
  const gone: T[] = [];
  const loose = versions.filter(({ named, newest }) => !named && !newest).sort((a, b) => a.at - b.at);
  for (const version of loose) {
    if (bytes <= bounds.bytes && entries <= bounds.entries) break;
    const left = (uses.get(version.content) ?? 1) - 1;
    uses.set(version.content, left);
    if (left === 0) bytes -= version.bytes;
    entries--;
    gone.push(version);
  }
  return gone;
}
