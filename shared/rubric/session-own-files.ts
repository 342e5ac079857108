import { OWN_FILES } from './own-files';
import type { SessionFiles } from './session-file';
import type { SessionReports } from './session-reports';
import type { SessionStandard } from './session-standard';

/** Whether the kit's waivers and answers have to be read, or held against the findings, once more. */
export class SessionOwnFiles {
  /** True when they have to be read. */
  private unread = false;
  /** True when what they do to the reports may have changed. */
  private stale = false;

  constructor(
    private readonly files: SessionFiles,
    private readonly reports: SessionReports,
    private readonly standard: SessionStandard,
  ) {}

  get busy(): boolean {
    return this.unread || this.stale;
  }

  /** Takes note of a file that has another text, or is `listed` anew or no more: waivers and answers name files. */
  fileChanged(path: string, listed: boolean): void {
    if (OWN_FILES.includes(path) || (listed && this.any)) this.unread = true;
  }

  /** Takes note that criteria may have other names now. */
  standardChanged(): void {
    this.unread ||= this.any;
  }

  findingsChanged(): void {
    this.stale ||= this.any;
  }

  /** Reads them if they have to be read. */
  readIfUnread(): void {
    if (!this.unread) return;
    this.unread = false;
    this.stale = true;
    this.reports.readOwnFiles({
      isQuestion: (id) => this.standard.isQuestion(id),
      knows: (id) => this.standard.knows(id),
      has: (path) => this.files.has(path),
    });
  }

  /** Holds them against the findings, when all of these are there. */
  close(): void {
    if (this.stale) this.reports.close();
    this.stale = false;
  }

  private get any(): boolean {
    return OWN_FILES.some((path) => this.files.has(path));
  }
}
