import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PortfolioPlan } from '../../../shared/portfolio/plan';
import { printResources } from '../../app-paths';
import { Addresses } from '../addresses';
import { buildBodies } from '../bodies';
import type { Collected } from '../collect';
import type { Drawing } from '../figures';
import { Listing } from '../listing';
import { loadPrintFonts } from '../print-fonts';
import { inlineFonts } from './inline-fonts';
import { pageHtml } from './page-html';
import { ScreenFigures } from './screen-figures';

export interface PageJob {
  readonly plan: PortfolioPlan;
  readonly collected: Pick<Collected, 'source' | 'image'>;
  readonly drawings: ReadonlyMap<string, Drawing>;
  readonly onArtifact: (path: string, done: number, total: number) => void;
}

/** The whole portfolio as one page that needs nothing beside itself. */
export async function makePage(job: PageJob): Promise<string> {
  const bodies = await buildBodies({
    plan: job.plan,
    source: job.collected.source,
    image: job.collected.image,
    figures: new ScreenFigures(job.drawings),
    tables: new Listing('table'),
    addresses: new Addresses(),
    onArtifact: job.onArtifact,
  });
  const folder = printResources();
  const [style, fonts] = await Promise.all([
    readFile(join(folder, 'screen.css'), 'utf8'),
    loadPrintFonts(folder),
  ]);
  const bare = pageHtml(job.plan, bodies, style);
  return pageHtml(job.plan, bodies, `${inlineFonts(fonts, bare)}\n${style}`);
}
