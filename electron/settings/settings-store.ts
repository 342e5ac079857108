import { join } from 'node:path';
import { type ValidateFunction, validators } from '../../shared/generated/settings-validators';
import type { Progress, Session, Settings, Standing } from '../../shared/ipc/payloads';
import { withStanding } from '../../shared/packet/progress';
import { DEFAULT_SETTINGS, NO_RECENT } from '../../shared/settings/defaults';
import { mendPreferences, migratePreferences } from '../../shared/settings/migrate';
import {
  PREFERENCES_VERSION,
  type RecentFolder,
  type RecentFolders,
  type StandardChoices,
  type WindowState,
} from '../../shared/settings/stored';
import { sha256 } from '../kit/content-hash';
import { errorCode, type FileSystem } from '../kit/file-system';
import { removeStaleTemporaries } from '../kit/temporary-name';
import { type StoredOptions, StoredValue } from './stored-value';

/** How many decisions on kits' own standards are remembered, and for one kit. */
const MAX_STANDARDS = 500;
const MAX_STANDARDS_OF_KIT = 20;

/** How many kits the welcome screen remembers. */
const MAX_RECENT = 20;

/** All that the studio remembers between starts, apart from journalled texts. `folder` is the user's data folder. */
export class SettingsStore {
  private readonly preferences: StoredValue<Settings>;
  private readonly recent: StoredValue<RecentFolders>;
  private readonly standards: StoredValue<StandardChoices>;
  private readonly window: StoredValue<WindowState | null>;
  private readonly sessions = new Map<string, StoredValue<Session | null>>();
  private readonly progress = new Map<string, StoredValue<Progress>>();
  private readonly problems: string[] = [];

  constructor(
    private readonly fs: FileSystem,
    private readonly folder: string,
  ) {
    this.preferences = this.stored('preferences.json', 'preferences', DEFAULT_SETTINGS, {
      version: PREFERENCES_VERSION,
      migrate: migratePreferences,
      mend: mendPreferences,
      onSetAside: (broken) => this.problems.push(settingsProblem(broken)),
    });
    this.recent = this.stored('recent.json', 'recent', NO_RECENT as RecentFolders, {
      onSetAside: () =>
        this.problems.push(
          'The list of recent kits could not be read; it starts anew. The file is kept beside it as recent.json.unreadable.',
        ),
    });
    this.standards = this.stored<StandardChoices>('standards.json', 'standards', [], {
      onSetAside: () =>
        this.problems.push(
          'What was decided on kits’ own standards could not be read, so it is asked again. The file is kept beside it as standards.json.unreadable.',
        ),
    });
    this.window = this.stored<WindowState | null>('window.json', 'window', null);
  }

  /** What could not be read since the last call, in words for the user. */
  takeProblems(): string[] {
    return this.problems.splice(0);
  }

  /** Something else of the studio's own that could not be read, to be told with the rest. */
  addProblem(text: string): void {
    this.problems.push(text);
  }

  readPreferences(): Promise<Settings> {
    return this.preferences.read();
  }

  /** Changes the given preferences and leaves the others. */
  changePreferences(patch: Partial<Settings>): Promise<Settings> {
    return this.preferences.update((before) => ({ ...before, ...patch }));
  }

  readRecent(): Promise<RecentFolders> {
    return this.recent.read();
  }

  /** Puts a kit first in the list and marks it as the one to open at the next start. A disk that refuses does not keep a kit from opening. */
  async rememberKit(kit: RecentFolder): Promise<void> {
    await tolerant(
      this.recent.update(({ folders }) => ({
        last: kit.id,
        folders: [kit, ...folders.filter((other) => other.id !== kit.id)].slice(0, MAX_RECENT),
      })),
    );
  }

  forgetKit(id: string): Promise<RecentFolders> {
    return this.recent.update(({ folders, last }) => ({
      last: last === id ? null : last,
      folders: folders.filter((kit) => kit.id !== id),
    }));
  }

  /** The kit was closed on purpose: the next start shows the welcome screen. */
  async forgetLast(id: string): Promise<void> {
    await tolerant(this.recent.update((before) => (before.last === id ? { ...before, last: null } : before)));
  }

  /** What the user decided on a kit's own standard of this content; null before a decision. */
  async standardChoice(root: string, content: string): Promise<StandardChoices[number]['choice'] | null> {
    const hash = hashOf(content);
    const choices = await this.standards.read();
    return choices.find((one) => one.root === root && one.hash === hash)?.choice ?? null;
  }

  /** The hashes of the contents that the user accepted for a kit, for {@link hashOf}. */
  async acceptedStandards(root: string): Promise<ReadonlySet<string>> {
    const choices = await this.standards.read();
    return new Set(
      choices.filter((one) => one.root === root && one.choice === 'own').map(({ hash }) => hash),
    );
  }

  async chooseStandard(
    root: string,
    content: string,
    choice: StandardChoices[number]['choice'],
  ): Promise<void> {
    const hash = hashOf(content);
    await this.standards.update((before) => {
      const others = before.filter((one) => one.root !== root || one.hash !== hash);
      const same = others.filter((one) => one.root === root).slice(MAX_STANDARDS_OF_KIT - 1);
      return [{ root, hash, choice }, ...others.filter((one) => !same.includes(one))].slice(0, MAX_STANDARDS);
    });
  }

  readWindow(): Promise<WindowState | null> {
    return this.window.read();
  }

  writeWindow(state: WindowState): Promise<void> {
    return this.window.write(state);
  }

  readSession(kitId: string): Promise<Session | null> {
    return this.session(kitId).read();
  }

  writeSession(kitId: string, session: Session): Promise<void> {
    return this.session(kitId).write(session);
  }

  readProgress(kitId: string): Promise<Progress> {
    return this.progressOf(kitId).read();
  }

  /** Notes how a kit stands today; writes nothing when that is noted already. */
  async noteProgress(kitId: string, standing: Standing): Promise<Progress> {
    const stored = this.progressOf(kitId);
    const before = await stored.read();
    if (withStanding(before, standing) === before) return before;
    return stored.update((now) => withStanding(now, standing));
  }

  /** Resolves when nothing is being written. */
  async idle(): Promise<void> {
    const all = [
      this.preferences,
      this.recent,
      this.standards,
      this.window,
      ...this.sessions.values(),
      ...this.progress.values(),
    ];
    await Promise.all(all.map((value) => value.idle()));
  }

  /** Removes half-written files of starts that were killed. */
  async removeLeftovers(): Promise<void> {
    for (const folder of [this.folder, join(this.folder, 'sessions'), join(this.folder, 'progress')]) {
      try {
        await removeStaleTemporaries(this.fs, await this.fs.names(folder), (name) => join(folder, name));
      } catch (error) {
        if (errorCode(error) === null) throw error;
      }
    }
  }

  private session(kitId: string): StoredValue<Session | null> {
    const known = this.sessions.get(kitId);
    if (known) return known;
    const made = this.stored<Session | null>(join('sessions', `${kitId}.json`), 'session', null);
    this.sessions.set(kitId, made);
    return made;
  }

  private progressOf(kitId: string): StoredValue<Progress> {
    const known = this.progress.get(kitId);
    if (known) return known;
    const made = this.stored<Progress>(join('progress', `${kitId}.json`), 'progress', []);
    this.progress.set(kitId, made);
    return made;
  }

  private stored<T>(
    file: string,
    schema: string,
    fallback: T,
    more: Pick<StoredOptions<T>, 'version' | 'migrate' | 'mend' | 'onSetAside'> = {},
  ): StoredValue<T> {
    const validate = validators[`settings:${schema}`] as ValidateFunction | undefined;
    if (!validate) throw new Error(`No validator for ${schema}: build the validators`);
    return new StoredValue({ fs: this.fs, path: join(this.folder, file), validate, fallback, ...more });
  }
}

/** How a content of a standard is remembered. */
export function hashOf(content: string): string {
  return sha256(content);
}

async function tolerant(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (errorCode(error) === null) throw error;
  }
}

function settingsProblem(broken: readonly string[] | null): string {
  const kept = 'The old file is kept beside it as preferences.json.unreadable.';
  if (!broken) return `The settings could not be read; all of them are back to their defaults. ${kept}`;
  return `Some settings could not be read and are back to their defaults (${broken.join(', ')}). ${kept}`;
}
