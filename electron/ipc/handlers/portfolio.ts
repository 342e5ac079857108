import { shell } from 'electron';
import type { OutputFile } from '../../../shared/portfolio/outputs';
import { ok } from '../../../shared/util/result';
import { fail } from '../../kit/host-failure';
import { hashOf } from '../../settings/settings-store';
import type { AreaHandlers } from '../handlers';
import { Remembered } from '../remembered';
import type { Services } from '../services';
import { chooseFolder } from './kit';

/** Diagrams and the export. The page names folders and files by ids that were given out here. */
export function portfolioHandlers(services: Services): AreaHandlers<'portfolio'> & AreaHandlers<'diagram'> {
  const { kits, diagrams, settings, exampleFolder } = services;
  const targets = new Remembered<string>();
  const finished = new Remembered<ReadonlyMap<OutputFile, string>>();
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
      const paths = new Map(exported.value.files.map(({ file, path }) => [file, path]));
      return ok({ exportId: finished.add(paths), ...exported.value });
    },
    'portfolio.preflight': async ({ kitId, ...request }, { onProgress, signal }) => {
      const kit = kits.get(kitId);
      if (!kit.ok) return kit;
      const { preflight } = await import('../../export/preflight');
      const accepted = await settings.acceptedStandards(kit.value.root);
      return preflight({
        kit: kit.value,
        acceptsStandard: (content) => kit.value.root === exampleFolder || accepted.has(hashOf(content)),
        request,
        onProgress,
        signal,
      });
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
    'portfolio.reveal': async ({ exportId, file, open }) => {
      const path = finished.get(exportId)?.get(file);
      if (path === undefined) return fail('not-found', 'Only files exported since the start can be shown.');
      if (!open) {
        shell.showItemInFolder(path);
        return ok({});
      }
      const refusal = await shell.openPath(path);
      return refusal === '' ? ok({}) : fail('io', `The system could not open the file: ${refusal}`);
    },
  };
}
