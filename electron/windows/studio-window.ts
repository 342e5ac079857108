import { type BrowserWindow, nativeTheme, type Session, screen } from 'electron';
import type { EventChannel, PayloadOf } from '../../shared/ipc/contract';
import type { WindowState } from '../../shared/settings/stored';
import { type Area, MIN_HEIGHT, MIN_WIDTH, placeWindow } from '../settings/window-place';
import { pageAddress } from './app-scheme';
import { CloseHandshake } from './close-handshake';
import { CrashCount } from './crash-count';
import { askToReload } from './hang-question';
import { HangWatch } from './hang-watch';
import { createWindow } from './window-factory';

export interface StudioWindowOptions {
  readonly session: Session;
  /** Absolute path of the bundled preload. */
  readonly preload: string;
  readonly remembered: WindowState | null;
  /** Keeps the window's place for the next start. */
  readonly remember: (state: WindowState) => Promise<void>;
  readonly tell: <K extends EventChannel>(channel: K, payload: PayloadOf<K>) => void;
  /** The page went away (reload, crash, close): its jobs are to be stopped. */
  readonly onPageGone: () => void;
  /** The first page leaves the preview out, because starts before this one ended badly. */
  readonly safe: boolean;
  readonly onCrash: (reason: string, exitCode: number, safe: boolean) => void;
  readonly onHang: (event: 'page-hangs' | 'page-answers' | 'page-reloaded') => void;
}

/** Time after the last move before the window's place is written. Milliseconds. */
const SETTLE_MS = 400;
const SAFE_PAGE = 'index.html?safe';
const BACKGROUND = { light: '#fbfaf8', dark: '#1b1c1f' } as const;

/** The one window a person sees, from its first paint to the handshake that closes it. */
export class StudioWindow {
  readonly window: BrowserWindow;
  private readonly handshake: CloseHandshake;
  private readonly crashes = new CrashCount();
  private readonly hangs: HangWatch;
  /** Aborted when the page that hung answers again, or is gone. */
  private question: AbortController | null = null;
  private settle: NodeJS.Timeout | null = null;

  constructor(private readonly options: StudioWindowOptions) {
    this.window = createWindow({
      purpose: 'studio',
      session: options.session,
      preload: options.preload,
      area: placeWindow(options.remembered, workAreas()),
      background: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    });
    this.window.setMinimumSize(MIN_WIDTH, MIN_HEIGHT);
    this.handshake = new CloseHandshake({
      ask: () => options.tell('window.closing', {}),
      close: () => this.window.close(),
      // A page that hangs would be asked once more by the engine, and hold up the end as long as it hangs.
      destroy: () => this.window.destroy(),
    });
    this.hangs = new HangWatch({
      ask: () => options.tell('window.areYouThere', {}),
      isWatched: () => this.isLookedAt() && !this.handshake.isUnderWay,
      onHang: () => void this.offerToReload(),
      onAnswer: () => {
        options.onHang('page-answers');
        this.question?.abort();
      },
    });
    this.listen(options);
  }

  /** Loads the page and shows the window when it has painted. */
  async load(): Promise<void> {
    this.window.once('ready-to-show', () => {
      if (this.options.remembered?.maximized) this.window.maximize();
      if (this.options.remembered?.fullScreen) this.window.setFullScreen(true);
      this.window.show();
    });
    try {
      await this.window.loadURL(pageAddress('studio', this.options.safe ? SAFE_PAGE : 'index.html'));
    } catch (error) {
      // Closed while it loaded: nobody waits for it.
      if (!this.window.isDestroyed()) throw error;
    }
  }

  /** The page answered that it is there. */
  isThere(): void {
    this.hangs.answered();
  }

  /** The page has journalled everything. */
  readyToClose(): void {
    this.handshake.answered();
  }

  reportUnsaved(count: number): void {
    this.window.setDocumentEdited(count > 0);
  }

  /** Fills the screen or leaves it; answers what it was before. */
  fullScreen(wanted: 'on' | 'off' | 'other'): boolean {
    const was = this.window.isFullScreen();
    const on = wanted === 'other' ? !was : wanted === 'on';
    if (on !== was) this.window.setFullScreen(on);
    return was;
  }

  /** Brings the window to the front, for a second start of the program. */
  focus(): void {
    if (this.window.isMinimized()) this.window.restore();
    this.window.show();
    this.window.focus();
  }

  private listen(options: StudioWindowOptions): void {
    const { window } = this;
    window.on('close', (event) => {
      this.rememberNow();
      if (!this.handshake.mayClose(!window.webContents.isCrashed())) event.preventDefault();
    });
    const moved = (): void => {
      if (this.settle) clearTimeout(this.settle);
      this.settle = setTimeout(() => this.rememberNow(), SETTLE_MS);
    };
    window.on('resize', moved).on('move', moved).on('maximize', moved).on('unmaximize', moved);
    window.on('enter-full-screen', moved).on('leave-full-screen', moved);
    const contents = window.webContents;
    contents.on('did-start-navigation', (details) => {
      if (!details.isMainFrame || details.isSameDocument) return;
      this.hangs.stop();
      options.onPageGone();
    });
    contents.on('did-finish-load', () => this.hangs.start());
    contents.on('render-process-gone', (_event, details) => this.bringBack(details));
    window.on('closed', () => this.hangs.stop());
    // Windows logs off without waiting: what was typed is journalled in the moment there is.
    window.on('session-end', () => options.tell('window.closing', {}));
  }

  /** Typed text is in the journal; the page reads it again. A page that keeps crashing comes back without its preview. */
  private bringBack({ reason, exitCode }: Electron.RenderProcessGoneDetails): void {
    this.hangs.stop();
    this.question?.abort();
    this.options.onPageGone();
    if (reason === 'clean-exit' || this.handshake.isUnderWay) {
      this.handshake.gone();
      return;
    }
    const { safe, after } = this.crashes.another(Date.now());
    this.options.onCrash(reason, exitCode, safe);
    setTimeout(() => {
      const { window } = this;
      if (window.isDestroyed()) return;
      if (safe) void window.loadURL(pageAddress('studio', SAFE_PAGE)).catch(() => {});
      else window.webContents.reload();
    }, after);
  }

  /** A page that is halted in the developer tools does not hang. */
  private isLookedAt(): boolean {
    const { window } = this;
    return window.isVisible() && !window.isMinimized() && !window.webContents.isDevToolsOpened();
  }

  private async offerToReload(): Promise<void> {
    if (this.question) return;
    const { onHang } = this.options;
    onHang('page-hangs');
    const question = new AbortController();
    this.question = question;
    const reload = await askToReload(this.window, question.signal);
    if (this.question === question) this.question = null;
    if (!reload || this.window.isDestroyed()) return;
    onHang('page-reloaded');
    // A page that hangs does not take an order to leave; with its process gone it is brought back as after a crash.
    this.window.webContents.forcefullyCrashRenderer();
  }

  private rememberNow(): void {
    if (this.settle) clearTimeout(this.settle);
    this.settle = null;
    if (this.window.isDestroyed() || this.window.isMinimized()) return;
    const { x, y, width, height } = this.window.getNormalBounds();
    const state = {
      x,
      y,
      width,
      height,
      maximized: this.window.isMaximized(),
      fullScreen: this.window.isFullScreen(),
    };
    // A window that opens in another place next time is not worth a message.
    this.options.remember(state).catch(() => {});
  }
}

/** Work areas of all displays, the primary one first. */
function workAreas(): [Area, ...Area[]] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return [primary.workArea, ...others.map((display) => display.workArea)];
}
