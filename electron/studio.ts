import { basename } from 'node:path';
import { app, nativeTheme, shell, type WebContents } from 'electron';
import type { CommandId } from '../shared/commands';
import { validators } from '../shared/generated/ipc-validators';
import type { AppInfo } from '../shared/ipc/payloads';
import { appPaths } from './app-paths';
import { Diagnostics } from './diagnostics/diagnostics';
import { DiagnosticsHelp } from './diagnostics/help';
import { Log } from './diagnostics/log';
import { KitVersions } from './history/kit-versions';
import { openHistory } from './history/open-history';
import { allHandlers } from './ipc/all-handlers';
import { Dispatcher } from './ipc/dispatch';
import { register } from './ipc/register';
import { Remembered } from './ipc/remembered';
import type { Services } from './ipc/services';
import { Journal } from './journal/journal';
import { nodeFileSystem } from './kit/file-system';
import { KitRegistry } from './kit/kit-registry';
import { openDiagrams } from './open-diagrams';
import { logTo, reportBug } from './report-bug';
import { SettingsStore } from './settings/settings-store';
import { startArchive } from './start-archive';
import { StartKit } from './start-kit';
import { AppMenu } from './windows/app-menu';
import { kitImage } from './windows/kit-images';
import { notFound } from './windows/page-response';
import { RendererFiles } from './windows/renderer-files';
import { secureSession } from './windows/secure-session';
import { StudioWindow } from './windows/studio-window';

export interface StudioOptions {
  /** Folder or zip to open at start, from the command line; untrusted. */
  readonly open: string | null;
  readonly welcome: boolean;
}

/** The running studio: its services, wired once, and its window. */
export class Studio {
  private window: StudioWindow | null = null;

  private constructor(
    private readonly services: Services,
    private readonly startKit: StartKit,
    private readonly diagnostics: Diagnostics,
    private readonly makeWindow: () => Promise<StudioWindow>,
  ) {}

  /** Starts everything and shows the window. The app must be ready. */
  static async start(options: StudioOptions): Promise<Studio> {
    const paths = appPaths();
    const fs = nodeFileSystem;
    const files = new RendererFiles(paths.renderer);
    const diagnostics = new Diagnostics({
      log: new Log(paths.logs, Date.now),
      version: app.getVersion(),
      packaged: app.isPackaged,
      isOurScript: (name) => files.hasScript(name),
      now: Date.now,
    });
    logTo(diagnostics.log);
    const safe = diagnostics.begin();
    const kits = new KitRegistry(fs, { folder: paths.backups });
    const settings = new SettingsStore(fs, paths.settings);
    const startKit = new StartKit(fs, settings, options.welcome);
    const [preferences, asked] = await Promise.all([
      settings.readPreferences(),
      startKit.request(options.open),
    ]);
    const zip = asked === null ? await startArchive(fs, options.open) : null;
    if (options.open !== null && asked === null && zip === null)
      process.stderr.write('--open names neither a folder nor a zip.\n');
    const archives = new Remembered<string>();
    let fromStart = zip;
    nativeTheme.themeSource = preferences.theme;

    const session = secureSession(null, (url) => {
      if (url.host === 'studio') return files.respond('studio', url.pathname);
      return url.host === 'kit' ? kitImage(kits, url.pathname) : notFound();
    });
    let studio: Studio | null = null;
    const current = (): StudioWindow => {
      if (!studio?.window) throw new Error('There is no window');
      return studio.window;
    };
    const menu = new AppMenu({
      platform: process.platform,
      appName: app.name,
      development: !app.isPackaged,
      run: (id) => {
        // These are for the time when the page is what is broken.
        if (id === 'help.showLog') void services.help.showLog();
        else if (id === 'help.saveReport') void services.help.saveReport();
        else services.tell('command.run', { id });
      },
    });
    menu.show(preferences.shortcuts);
    const history = openHistory(fs, paths.history, settings);
    const services: Services = {
      fs,
      kits,
      settings,
      journal: new Journal(fs, paths.journal, Date.now),
      history,
      versions: new KitVersions(history, (kitId, problem) =>
        services.tell('history.changed', { kitId, problem }),
      ),
      diagrams: openDiagrams(paths, files),
      help: new DiagnosticsHelp({
        fs,
        diagnostics,
        settings: () => settings.readPreferences(),
        window: () => studio?.window?.window ?? null,
      }),
      trash: { folder: paths.deleted, discard: (path) => shell.trashItem(path), now: Date.now },
      archives,
      takeStartArchive: () => {
        const path = fromStart;
        fromStart = null;
        return path;
      },
      window: current,
      tell: (channel, payload) => registered.tell(channel, payload),
      exampleFolder: paths.exampleKit,
      appInfo: async () => {
        const start = await startKit.id();
        return info(start, settings.takeProblems());
      },
      onKitsChanged: (anyOpen) => {
        if (anyOpen) startKit.opened();
        menu.enable(anyOpen);
      },
      popUpMenu: (request) => menu.popUp(current().window, request),
      onPreferences: ({ theme, shortcuts }) => {
        nativeTheme.themeSource = theme;
        menu.show(shortcuts);
      },
    };
    const dispatcher = new Dispatcher({ handlers: allHandlers(services), validators, onBug: reportBug });
    const registered = register(dispatcher, () => studio?.window?.window.webContents ?? null);
    nativeTheme.on('updated', () =>
      services.tell('appearance.changed', { dark: nativeTheme.shouldUseDarkColors }),
    );

    app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
      const level = reason === 'clean-exit' ? 'info' : 'warning';
      diagnostics.log.note(level, 'process-gone', { type: type.replaceAll(' ', '-'), reason, exitCode });
    });
    studio = new Studio(services, startKit, diagnostics, async () => {
      return new StudioWindow({
        session,
        preload: paths.preload,
        remembered: await settings.readWindow(),
        remember: (state) => settings.writeWindow(state),
        tell: services.tell,
        onPageGone: () => dispatcher.cancelAll(),
        safe,
        onCrash: (...crash) => diagnostics.pageCrashed(...crash),
        onHang: (event) => diagnostics.pageHang(event),
      });
    });
    await studio.show();
    await settings.removeLeftovers();
    return studio;
  }

  /** Brings the window to the front, or makes a new one where the program outlives its window (macOS). */
  async show(): Promise<void> {
    if (this.window) {
      this.window.focus();
      return;
    }
    const window = await this.makeWindow();
    this.window = window;
    window.window.on('closed', () => {
      this.window = null;
    });
    await window.load();
  }

  /** A second start named a folder or a zip; what is neither is ignored. */
  async open(path: unknown): Promise<void> {
    await this.show();
    const id = await this.startKit.request(path);
    if (id !== null) return this.services.tell('kit.openRequested', { id });
    const { fs, archives, tell } = this.services;
    const zip = await startArchive(fs, path);
    if (zip !== null) tell('archive.openRequested', { archiveId: archives.add(zip), name: basename(zip) });
  }

  /** Carries out a command of the table, as its menu item does. */
  run(id: CommandId): void {
    this.services.tell('command.run', { id });
  }

  /** The page of the window; null while there is none. */
  page(): WebContents | null {
    return this.window?.window.webContents ?? null;
  }

  /** Finishes what is being written, before the process ends. */
  async end(): Promise<void> {
    const { kits, journal, versions, settings, diagrams } = this.services;
    diagrams.dispose();
    await Promise.all([kits.closeAll(), journal.idle(), versions.idle(), settings.idle()]);
    this.diagnostics.end();
  }
}

function info(startKit: string | null, notices: string[]): AppInfo {
  const { platform, versions } = process;
  return {
    version: app.getVersion(),
    electron: versions.electron ?? '',
    chrome: versions.chrome ?? '',
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    dark: nativeTheme.shouldUseDarkColors,
    startKit,
    notices,
  };
}
