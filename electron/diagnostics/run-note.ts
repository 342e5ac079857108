import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A start that finds so many bad ends within a minute leaves out what may have caused them. */
const TOO_MANY = 3;
const WITHIN_MS = 60_000;
/** Older ends say nothing. */
const KEPT = 20;

interface Noted {
  readonly running: boolean;
  /** When a bad end was found, milliseconds since 1970, oldest first. */
  readonly badEnds: readonly number[];
  readonly crashes: number;
  readonly hangs: number;
}

const NOTHING: Noted = { running: false, badEnds: [], crashes: 0, hangs: 0 };

/**
 * Knows at a start whether the last run ended as it should, by a file that says "running" until the end. It is no memory of importance: a file
 * that cannot be read or written counts as nothing noted.
 */
export class RunNote {
  private noted: Noted = NOTHING;

  constructor(private readonly path: string) {}

  /** Called once at a start, by the one instance that runs. */
  begin(now: number): { readonly endedBadly: boolean; readonly safe: boolean } {
    const before = this.read();
    const badEnds = (before.running ? [...before.badEnds, now] : before.badEnds).slice(-KEPT);
    this.write({ ...before, running: true, badEnds });
    const recent = badEnds.filter((time) => time <= now && now - time < WITHIN_MS);
    return { endedBadly: before.running, safe: before.running && recent.length >= TOO_MANY };
  }

  /** The program ends as it should. */
  end(): void {
    this.write({ ...this.noted, running: false });
  }

  crashed(): void {
    this.write({ ...this.noted, crashes: this.noted.crashes + 1 });
  }

  hung(): void {
    this.write({ ...this.noted, hangs: this.noted.hangs + 1 });
  }

  /** How often each happened, over all starts. */
  counts(): { readonly badEnds: number; readonly pageCrashes: number; readonly pageHangs: number } {
    return {
      badEnds: this.noted.badEnds.length,
      pageCrashes: this.noted.crashes,
      pageHangs: this.noted.hangs,
    };
  }

  private read(): Noted {
    try {
      const value: unknown = JSON.parse(readFileSync(this.path, 'utf8'));
      if (typeof value !== 'object' || value === null) return NOTHING;
      const { running, badEnds, crashes, hangs } = value as Record<string, unknown>;
      return {
        running: running === true,
        badEnds: Array.isArray(badEnds) ? badEnds.filter(isCount).slice(-KEPT) : [],
        crashes: isCount(crashes) ? crashes : 0,
        hangs: isCount(hangs) ? hangs : 0,
      };
    } catch {
      return NOTHING;
    }
  }

  private write(noted: Noted): void {
    this.noted = noted;
    try {
      mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
      writeFileSync(`${this.path}.new`, JSON.stringify(noted), { mode: 0o600 });
      renameSync(`${this.path}.new`, this.path);
    } catch {
      // The next start then knows nothing of this one.
    }
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
