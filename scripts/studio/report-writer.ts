import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import packageJson from '../../package.json' with { type: 'json' };
import type { ReportJson } from '../../shared/rubric/report-json';
import { added, type CheckedKit, type KitOrder } from './checked-kit';
import { reportAsAnnotations } from './github-annotations';
import { JsonWriter } from './json-list';
import type { Piece } from './report-pieces';
import { sarifText } from './sarif';

/** A kit without the pieces of its report, which are written when they come. */
export type KitCounts = Omit<CheckedKit, 'pieces' | 'complaints'>;

/** What the report of one kit ends with. */
export type KitEnd = Pick<KitCounts, 'waivers' | 'standard' | 'summary'>;

/**
 * Writes the report of one kit, or of the kits of a folder, while they are checked: what is kept until the end are findings, for formats that want
 * them behind the artifacts or all at once.
 */
export class ReportWriter {
  private readonly json: JsonWriter;
  private readonly later: string[] = [];
  private readonly results: ReportJson['findings'][number][] = [];
  private readonly described = new Map<string, object>();

  constructor(
    private readonly order: KitOrder,
    /** Name of the kit or the folder of kits. */
    name: string,
    private readonly write: (text: string) => void,
  ) {
    this.json = new JsonWriter(write);
    if (order.given.format !== 'json') return;
    this.json.values({ version: 1, kit: { root: order.root, name } });
    this.json.entries('artifacts', '');
  }

  piece(piece: Piece): void {
    switch (piece.part) {
      case 'text':
        this.write(piece.text);
        return;
      case 'artifacts':
        this.json.entries('artifacts', piece.items);
        return;
      case 'findings':
        this.later.push(piece.items);
        return;
      case 'results':
        if (this.order.given.format === 'github')
          this.write(reportAsAnnotations(piece, (path) => this.inRepository(path)));
        else {
          for (const finding of piece.findings) this.results.push(finding);
          for (const [id, text] of piece.described) if (!this.described.has(id)) this.described.set(id, text);
        }
    }
  }

  /** Starts the report of one of several kits. */
  heading({ path, name }: KitCounts): void {
    if (this.order.given.format !== 'text') return;
    const title = `Kit ${name}${path === '' ? '' : ` (${path})`}`;
    this.write(`\n${this.order.given.colour ? `\u001B[1;4m${title}\u001B[0m` : title}\n\n`);
  }

  /** The end of a report on one kit. */
  endOne({ waivers, standard, summary }: KitEnd): void {
    if (this.order.given.format === 'json') {
      this.endJson({
        ...(waivers.length > 0 ? { waivers } : {}),
        ...(standard ? { standard } : {}),
        summary,
      });
    } else this.endLog();
  }

  /** The end of a report on several kits. */
  endMany(kits: readonly KitCounts[]): void {
    const summary = added(kits.map((kit) => kit.summary));
    if (this.order.given.format === 'json') {
      const waivers = kits.flatMap((kit) => kit.waivers);
      this.endJson({
        ...(waivers.length > 0 ? { waivers } : {}),
        kits: kits.map(({ path, name, standard, summary: own }) => ({
          ...{ path, name, ...(standard ? { standard } : {}), summary: own },
        })),
        summary,
      });
    } else this.endLog();
    if (this.order.given.format !== 'text') return;
    const files = kits.reduce((total, kit) => total + kit.files, 0);
    const { must, should, could, info, error, waived = 0 } = summary;
    this.write(
      `\n${kits.length} kits, ${files} files: ${must} must, ${should} should, ${could} could, ${info} info${waived > 0 ? `, ${waived} waived` : ''}${error > 0 ? `, ${error} criteria broke` : ''}\n`,
    );
  }

  private endJson(rest: object): void {
    this.json.entries('findings', '');
    for (const items of this.later) this.json.entries('findings', items);
    this.json.values(rest);
    this.json.end();
  }

  private endLog(): void {
    if (this.order.given.format !== 'sarif') return;
    const base = pathToFileURL(join(this.order.root, '/')).href;
    const { results: findings, described } = this;
    for (const text of sarifText({ findings, described, version: packageJson.version, base }))
      this.write(text);
  }

  /** Workflows run at the repository's root, and the service wants paths from there. */
  private inRepository(path: string): string {
    const repository = process.env['GITHUB_WORKSPACE'] ?? process.cwd();
    return relative(repository, join(this.order.root, path)).replaceAll('\\', '/');
  }
}
