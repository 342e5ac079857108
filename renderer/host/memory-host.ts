import type {
  Answer,
  CallChannel,
  ErrorCode,
  EventChannel,
  PayloadOf,
  ProgressOf,
  RequestOf,
  ResponseOf,
  TaskChannel,
} from '../../shared/ipc/contract';
import type { ExportReceipt, OpenedKit, Progress, Session, Settings } from '../../shared/ipc/payloads';
import { withStanding } from '../../shared/packet/progress';
import { FILE_NAMES, filesOf, OUTPUTS } from '../../shared/portfolio/outputs';
import type { Host, RunningTask } from './host';
import { type MemoryZip, memoryArchives, memoryUnpack } from './memory-archive';
import { MemoryHistory } from './memory-history';
import { type KeptText, memoryJournal } from './memory-journal';
import type { MemoryKit } from './memory-kit';

export interface MemoryHostOptions {
  /** Kits by id; they are also the recent ones, in this order. */
  readonly kits: readonly MemoryKit[];
  /** The worked example; opened read-only. */
  readonly example: MemoryKit;
  readonly settings: Settings;
  readonly dark?: boolean;
  /** What could not be read at start. */
  readonly notices?: string[];
  /** Opened at start. */
  readonly startKit?: string;
  /** Answers to drawing; without it every diagram fails as unavailable. */
  readonly draw?: (source: string, theme: string) => Answer<ResponseOf<'diagram.draw'>>;
}

type Handlers = {
  readonly [K in CallChannel]: (
    request: RequestOf<K>,
  ) => Answer<ResponseOf<K>> | Promise<Answer<ResponseOf<K>>>;
};

/**
 * A machine in memory that keeps the contract's promises: saves are refused when the file changed, journals survive closing, events arrive
 * after the call that caused them. Most of the window's behaviour is tested against it; it never ships in the packaged page.
 */
export class MemoryHost implements Host {
  readonly journal = new Map<string, KeptText>();
  /** What was decided on own standards, by kit and content. */
  readonly standards = new Map<string, 'own' | 'studio'>();
  readonly sessions = new Map<string, Session>();
  readonly progress = new Map<string, Progress>();
  /** Addresses that the user was asked to open. */
  readonly opened: string[] = [];
  readonly unsavedReports: number[] = [];
  /** Bugs of the page, as the log is told. */
  readonly bugs: RequestOf<'diagnostics.note'>[] = [];
  readonly calls: { readonly channel: CallChannel; readonly request: unknown }[] = [];
  /** The window fills the screen. */
  fullScreen = false;
  readyToClose = 0;
  /** What is chosen in the next menu, if it is offered there; null closes menus. */
  menuChoice: string | null = null;
  /** What `kit.chooseFolder` answers next; null is a cancelled dialog. */
  choice: MemoryKit | null;
  /** What `archive.choose` answers next; null is a cancelled dialog. */
  zip: MemoryZip | null = null;
  /** The next call of a channel fails with this code. */
  readonly failNext = new Map<CallChannel, ErrorCode>();

  private readonly listeners = new Map<EventChannel, Set<(payload: never) => void>>();
  private recents: MemoryKit[];
  private settings: Settings;
  private readonly history = new MemoryHistory(
    (kitId) => this.kit(kitId),
    (kitId) => this.emit('history.changed', { kitId, problem: null }),
  );
  private readonly handlers: Handlers;

  constructor(private readonly options: MemoryHostOptions) {
    this.recents = [...options.kits];
    this.settings = options.settings;
    this.choice = options.kits[0] ?? null;
    this.handlers = this.makeHandlers();
  }

  async call<K extends CallChannel>(channel: K, request: RequestOf<K>): Promise<Answer<ResponseOf<K>>> {
    this.calls.push({ channel, request });
    // What crosses a process boundary is copied and arrives later; a host that answered at once would hide races.
    const copy = structuredClone(request);
    await Promise.resolve();
    const code = this.failNext.get(channel);
    if (code) {
      this.failNext.delete(channel);
      return refuse(code, `${channel} was refused (${code})`);
    }
    return structuredClone(await this.handlers[channel](copy));
  }

  start<K extends TaskChannel>(
    channel: K,
    request: RequestOf<K>,
    onProgress: (progress: ProgressOf<K>) => void,
  ): RunningTask<ResponseOf<K>> {
    if (channel === 'archive.unpack') {
      const { name } = request as RequestOf<'archive.unpack'>;
      const tell = onProgress as (progress: ProgressOf<'archive.unpack'>) => void;
      const unpacking = memoryUnpack(this.zip, name, tell, (kit) => this.open(kit, false));
      return unpacking as RunningTask<ResponseOf<K>>;
    }
    const tell = onProgress as (progress: ProgressOf<'portfolio.export'>) => void;
    let cancelled = false;
    if (channel === 'portfolio.pages' || channel === 'portfolio.preflight')
      return {
        answer: Promise.resolve(
          refuse('export-failed', 'Exports are looked at and printed by the studio itself'),
        ),
        cancel: () => undefined,
      };
    const run = async (): Promise<Answer<ExportReceipt>> => {
      for (const [done, step] of (
        ['read', 'check', 'diagrams', 'layout', 'print', 'verify', 'more', 'zip'] as const
      ).entries()) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (cancelled) return refuse('cancelled', 'The export was cancelled');
        tell({ step, done: done + 1, total: 8, label: step });
      }
      const { kitId, outputs } = request as RequestOf<'portfolio.export'>;
      const name = this.kit(kitId)?.name ?? 'kit';
      return {
        ok: true,
        value: {
          exportId: 'e1',
          files: filesOf(outputs ?? OUTPUTS).map((file) => ({
            file,
            path: `/exports/${name}/${FILE_NAMES[file]}`,
            ...(file === 'html' || file === 'zip' ? {} : { pages: 12 }),
          })),
          preflight: [],
          faults: 0,
        },
      };
    };
    return {
      answer: run() as RunningTask<ResponseOf<K>>['answer'],
      cancel: () => {
        cancelled = true;
      },
    };
  }

  on<K extends EventChannel>(channel: K, listener: (payload: PayloadOf<K>) => void): () => void {
    const known = this.listeners.get(channel) ?? new Set();
    this.listeners.set(channel, known);
    known.add(listener as (payload: never) => void);
    return () => known.delete(listener as (payload: never) => void);
  }

  emit<K extends EventChannel>(channel: K, payload: PayloadOf<K>): void {
    for (const listener of this.listeners.get(channel) ?? [])
      (listener as (payload: PayloadOf<K>) => void)(payload);
  }

  /** Another program writes, or with null removes, a file. */
  async touch(kitId: string, path: string, text: string | null): Promise<void> {
    const kit = this.kit(kitId);
    if (!kit) return;
    const change = kit.files.has(path) ? (text === null ? 'removed' : 'changed') : 'added';
    if (text === null) kit.files.delete(path);
    else kit.files.set(path, text);
    const hash = text === null ? {} : { hash: await kit.hash(path) };
    this.emit('kit.changed', { kitId, changes: [{ path, change, ...hash }], lost: false });
  }

  private kit(kitId: string): MemoryKit | null {
    return [...this.options.kits, this.options.example].find((kit) => kit.kitId === kitId) ?? null;
  }

  private open(kit: MemoryKit, readOnly: boolean): OpenedKit {
    return {
      kitId: kit.kitId,
      name: kit.name,
      location: `/kits/${kit.kitId}`,
      readOnly,
      manifest: kit.files.get('kit.yaml') ?? null,
      listing: kit.listing(readOnly),
    };
  }

  private withKit<T>(
    kitId: string,
    use: (kit: MemoryKit) => Answer<T> | Promise<Answer<T>>,
  ): Answer<T> | Promise<Answer<T>> {
    const kit = this.kit(kitId);
    return kit ? use(kit) : refuse('not-found', 'This kit is not open');
  }

  private recentList() {
    return ok({
      kits: this.recents.map((kit) => ({
        id: kit.kitId,
        name: kit.name,
        location: `/kits/${kit.kitId}`,
        openedAt: '2026-01-05T09:00:00Z',
        available: kit.available,
      })),
    });
  }

  private makeHandlers(): Handlers {
    const { example } = this.options;
    return {
      'app.info': () =>
        ok({
          version: '0.1.0',
          electron: 'memory',
          chrome: 'memory',
          platform: 'linux',
          dark: this.options.dark ?? false,
          startKit: this.options.startKit ?? null,
          notices: this.options.notices ?? [],
        }),
      'recent.list': () => this.recentList(),
      'recent.forget': ({ id }) => {
        this.recents = this.recents.filter((kit) => kit.kitId !== id);
        return this.recentList();
      },
      'kit.chooseFolder': () => ok(this.choice ? this.open(this.choice, false) : null),
      'kit.openRecent': ({ id }) => this.withKit(id, (kit) => ok(this.open(kit, false))),
      'kit.openExample': () => ok(this.open(example, true)),
      'kit.createFromStarter': () => ok(this.choice ? this.open(this.choice, false) : null),
      ...memoryArchives(() => this.zip),
      'kit.close': () => ok({}),
      'kit.list': ({ kitId }) => this.withKit(kitId, (kit) => ok(kit.listing(kit === example))),
      'kit.readMany': ({ kitId, paths }) => this.withKit(kitId, (kit) => kit.readMany(paths)),
      'kit.standardChoice': ({ kitId, text }) =>
        ok({ choice: this.standards.get(`${kitId} ${text}`) ?? null }),
      'kit.chooseStandard': ({ kitId, text, choice }) => {
        this.standards.set(`${kitId} ${text}`, choice);
        return ok({});
      },
      'artifact.read': ({ kitId, path }) => this.withKit(kitId, (kit) => kit.read(path, kit === example)),
      'artifact.readPart': ({ kitId, path, part }) => this.withKit(kitId, (kit) => kit.readPart(path, part)),
      'artifact.save': ({ kitId, path, text, baseHash }) =>
        this.withKit(kitId, async (kit) => {
          const before = kit.files.get(path);
          const saved = await kit.save(path, text, baseHash);
          if (saved.ok && before !== undefined) await this.history.keep(kit, path, before, 'found');
          if (saved.ok) await this.history.keep(kit, path, text, 'saved');
          return saved;
        }),
      'artifact.create': ({ kitId, path, text }) =>
        this.withKit(kitId, async (kit) => {
          const made = await kit.create(path, text);
          if (made.ok) await this.history.keep(kit, path, text, 'saved');
          return made;
        }),
      'artifact.saveAsset': ({ kitId, beside, name }) =>
        this.withKit(kitId, (kit) =>
          kit === example
            ? refuse('read-only', 'The worked example is read-only')
            : ok(kit.addAsset(beside, name)),
        ),
      'file.move': ({ kitId, from, to }) => this.withKit(kitId, (kit) => kit.move(from, to)),
      'file.makeFolder': ({ kitId, path }) => this.withKit(kitId, (kit) => kit.makeFolder(path)),
      'file.duplicate': ({ kitId, from, to }) => this.withKit(kitId, (kit) => kit.duplicate(from, to)),
      'file.delete': ({ kitId, path }) =>
        this.withKit(kitId, async (kit) => {
          const text = kit.files.get(path);
          if (text !== undefined) await this.history.keep(kit, path, text, 'found');
          return kit.delete(path);
        }),
      'file.restore': ({ kitId, trashId }) => this.withKit(kitId, (kit) => kit.restore(trashId)),
      'file.reveal': () => ok({}),
      ...this.history.handlers(),
      ...memoryJournal(this.journal),
      'settings.read': () => ok(this.settings),
      'settings.write': (patch) => {
        this.settings = { ...this.settings, ...patch };
        return ok(this.settings);
      },
      'session.read': ({ kitId }) => ok(this.sessions.get(kitId) ?? null),
      'session.write': ({ kitId, session }) => {
        this.sessions.set(kitId, session);
        return ok({});
      },
      'progress.read': ({ kitId }) => ok(this.progress.get(kitId) ?? []),
      'progress.note': ({ kitId, standing }) => {
        const rows = withStanding(this.progress.get(kitId) ?? [], standing);
        this.progress.set(kitId, rows);
        return ok(rows);
      },
      'diagram.draw': ({ source, theme }) =>
        this.options.draw?.(source, theme) ??
        refuse('internal', 'Diagrams are not drawn without the studio around this page'),
      'portfolio.chooseFolder': () => ok({ targetId: 't1', location: '/exports' }),
      'portfolio.reveal': () => ok({}),
      'link.open': ({ url }) => {
        this.opened.push(url);
        return ok({});
      },
      'menu.popup': ({ groups }) => {
        const offered = groups.flat().filter(({ enabled }) => enabled);
        return ok({ id: offered.find(({ id }) => id === this.menuChoice)?.id ?? null });
      },
      'window.reportUnsaved': ({ count }) => {
        this.unsavedReports.push(count);
        return ok({});
      },
      'diagnostics.note': (bug) => {
        this.bugs.push(bug);
        return ok({});
      },
      'window.fullScreen': ({ wanted }) => {
        const was = this.fullScreen;
        this.fullScreen = wanted === 'other' ? !was : wanted === 'on';
        return ok({ was });
      },
      'window.here': () => ok({}),
      'diagnostics.showLog': () => ok({}),
      'diagnostics.saveReport': () => ok({ saved: true }),
      'window.readyToClose': () => {
        this.readyToClose++;
        return ok({});
      },
    };
  }
}

function ok<T>(value: T): Answer<T> {
  return { ok: true, value };
}

function refuse(
  code: ErrorCode,
  message: string,
): { readonly ok: false; readonly error: { code: ErrorCode; message: string } } {
  return { ok: false, error: { code, message } };
}
