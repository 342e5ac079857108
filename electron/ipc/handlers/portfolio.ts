import { randomUUID } from 'node:crypto';
import { shell } from 'electron';
import { ok } from '../../../shared/util/result';
import { fail } from '../../kit/host-failure';
import { hashOf } from '../../settings/settings-store';
import type { AreaHandlers } from '../handlers';
import type { Services } from '../services';
import { chooseFolder } from './kit';

/** How many chosen folders and finished exports of a session are remembered. */
const REMEMBERED = 100;

/** Diagrams and the export. The page names folders and files by ids that were given out here. */
export function portfolioHandlers(services: Services): AreaHandlers<'portfolio'> & AreaHandlers<'diagram'> {
  const { kits, diagrams, settings, exampleFolder } = services;
  const targets = new Remembered<string>();
  const finished = new Remembered<{ readonly pdf: string; readonly zip: string }>();
  return {
    'diagram.draw': (request) => diagrams.draw(request),
    'portfolio.chooseFolder': async () => {
      const folder = await chooseFolder(services, {
        title: 'Choose a Folder for the Portfolio',
        buttonLabel: 'Export Here',
        properties: ['openDirectory', 'createDirectory'],
      });
      return ok(folder === null ? null : { targetId: targets.add(folder), location: folder });
    },
    'portfolio.export': async ({ kitId, targetId, ...request }, { onProgress, signal }) => {
      const kit = kits.get(kitId);
      if (!kit.ok) return kit;
      const outDir = targets.get(targetId);
      if (outDir === undefined) return fail('not-found', 'Choose the folder for the portfolio again.');
      // Loaded when first wanted: parsers, print and zip are more code than all the rest of the main process.
      const { exportPortfolio } = await import('../../export');
      const accepted = await settings.acceptedStandards(kit.value.root);
      const exported = await exportPortfolio({
        kit: kit.value,
        // The worked example is the studio's own.
        acceptsStandard: (content) => kit.value.root === exampleFolder || accepted.has(hashOf(content)),
        outDir,
        request,
        diagrams,
        onProgress,
        signal,
      });
      if (!exported.ok) return exported;
      const { pdf, zip } = exported.value;
      return ok({ exportId: finished.add({ pdf, zip }), ...exported.value });
    },
    'portfolio.pages': async ({ kitId, ...request }, { onProgress, signal }) => {
      const kit = kits.get(kitId);
      if (!kit.ok) return kit;
      const { printPages } = await import('../../export/pages');
      const accepted = await settings.acceptedStandards(kit.value.root);
      return printPages({
        kit: kit.value,
        acceptsStandard: (content) => kit.value.root === exampleFolder || accepted.has(hashOf(content)),
        request,
        diagrams,
        onProgress,
        signal,
      });
    },
    'portfolio.reveal': async ({ exportId, file }) => {
      const files = finished.get(exportId);
      if (!files) return fail('not-found', 'Only files exported since the start can be shown.');
      shell.showItemInFolder(files[file]);
      return ok({});
    },
  };
}

/** Values under random ids; the oldest go when there are many. */
class Remembered<T> {
  private readonly values = new Map<string, T>();

  add(value: T): string {
    const id = randomUUID();
    this.values.set(id, value);
    const [oldest] = this.values.keys();
    if (this.values.size > REMEMBERED && oldest !== undefined) this.values.delete(oldest);
    return id;
  }

  get(id: string): T | undefined {
    return this.values.get(id);
  }
}
