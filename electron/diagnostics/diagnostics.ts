import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { PageError } from '../../shared/ipc/diagnostics-payloads';
import type { Settings } from '../../shared/ipc/payloads';
import { crashReport, REPORT_LINES } from './crash-report';
import type { Log } from './log';
import { placesText } from './log-line';
import { RunNote } from './run-note';

export interface DiagnosticsOptions {
  readonly log: Log;
  readonly version: string;
  readonly packaged: boolean;
  /** True for the name of a script that the studio serves. */
  readonly isOurScript: (file: string) => boolean;
  readonly now: () => number;
}

/** What is known of this run and those before, for the log and for a report that the user may save. */
export class Diagnostics {
  readonly log: Log;
  readonly run: RunNote;

  constructor(private readonly options: DiagnosticsOptions) {
    this.log = options.log;
    this.run = new RunNote(join(options.log.folder, 'runs.json'));
  }

  /** Notes the start; true when too many starts before it ended badly, so that the window had better leave the preview out. */
  begin(): boolean {
    const { endedBadly, safe } = this.run.begin(this.options.now());
    const { electron = '', chrome = '' } = process.versions;
    const { version, packaged } = this.options;
    this.log.note('info', 'started', { version, electron, chrome, packaged, platform: process.platform });
    if (endedBadly) this.log.note('warning', 'ended-badly');
    if (safe) this.log.note('warning', 'safe-mode', { because: 'start' });
    return safe;
  }

  end(): void {
    this.run.end();
    this.log.note('info', 'ended');
  }

  /** A bug of the page; places in files that are not served here are nobody's business. */
  pageError({ what, error, places }: PageError): void {
    const ours = places.filter(({ file }) => this.options.isOurScript(file));
    this.log.note('error', 'page-error', { what, error, at: placesText(ours) });
  }

  /** `safe`: it comes back without its preview. */
  pageCrashed(reason: string, exitCode: number, safe: boolean): void {
    this.run.crashed();
    this.log.note('error', 'page-gone', { reason, exitCode, safe });
  }

  pageHang(event: 'page-hangs' | 'page-answers' | 'page-reloaded'): void {
    if (event === 'page-hangs') this.run.hung();
    this.log.note(event === 'page-hangs' ? 'error' : 'info', event);
  }

  report(settings: Settings): string {
    const { electron = '', chrome = '', node } = process.versions;
    const { version, packaged, now } = this.options;
    return crashReport({
      now: now(),
      versions: { app: version, electron, chrome, node },
      packaged,
      system: {
        platform: process.platform,
        release: release(),
        arch: process.arch,
        memoryGb: Math.round(totalmem() / 1024 ** 3),
        processors: cpus().length,
      },
      counts: this.run.counts(),
      settings,
      log: this.log.tail(REPORT_LINES),
    });
  }
}
