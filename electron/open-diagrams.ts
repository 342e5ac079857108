import type { AppPaths } from './app-paths';
import { connectDrawingPage } from './diagrams/drawing-page';
import { createDiagramService, type DiagramService } from './diagrams/service';
import { pageAddress } from './windows/app-scheme';
import { notFound } from './windows/page-response';
import type { RendererFiles } from './windows/renderer-files';
import { secureSession } from './windows/secure-session';
import { createWindow } from './windows/window-factory';

/** The drawing service on a hidden window of its own: another origin, another session, no bridge, no network. */
export function openDiagrams(paths: AppPaths, files: RendererFiles): DiagramService {
  let session: ReturnType<typeof secureSession> | null = null;
  return createDiagramService({
    cacheFolder: paths.pictures,
    openPage: () => {
      session ??= secureSession('draw', (url) =>
        url.host === 'draw' ? files.respond('draw', url.pathname) : notFound(),
      );
      const window = createWindow({ purpose: 'draw', session, preload: paths.drawPreload });
      return connectDrawingPage(window, pageAddress('draw', 'draw.html'));
    },
  });
}
