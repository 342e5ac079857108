import { type BrowserWindow, dialog, shell } from 'electron';
import type { HostError } from '../../shared/ipc/contract';
import type { PageError, Settings } from '../../shared/ipc/payloads';
import { ok, type Result } from '../../shared/util/result';
import type { FileSystem } from '../kit/file-system';
import { explain } from '../kit/host-failure';
import { writeOwnFile } from '../kit/own-file';
import type { Diagnostics } from './diagnostics';

export interface HelpOptions {
  readonly fs: FileSystem;
  readonly diagnostics: Diagnostics;
  readonly settings: () => Promise<Settings>;
  readonly window: () => BrowserWindow | null;
}

/** What the Help menu does about bugs. It works without the page, which may be what is broken. */
export class DiagnosticsHelp {
  constructor(private readonly options: HelpOptions) {}

  pageError(bug: PageError): void {
    this.options.diagnostics.pageError(bug);
  }

  async showLog(): Promise<Result<Record<never, never>, HostError>> {
    shell.showItemInFolder(this.options.diagnostics.log.file());
    return ok({});
  }

  /** Asks where to and writes the report there; false when that was cancelled. */
  async saveReport(): Promise<Result<{ saved: boolean }, HostError>> {
    const { fs, diagnostics, settings, window } = this.options;
    const choice = {
      title: 'Save a Crash Report',
      defaultPath: 'staffwright-crash-report.json',
      filters: [{ name: 'Report', extensions: ['json'] }],
    };
    const parent = window();
    const { canceled, filePath } = await (parent
      ? dialog.showSaveDialog(parent, choice)
      : dialog.showSaveDialog(choice));
    if (canceled || !filePath) return ok({ saved: false });
    try {
      await writeOwnFile(fs, filePath, Buffer.from(diagnostics.report(await settings())));
    } catch (error) {
      return explain(error, 'The report could not be saved');
    }
    return ok({ saved: true });
  }
}
