import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app } from 'electron';

/** Where the built studio and its own files lie. All absolute. */
export interface AppPaths {
  /** Pages, scripts, fonts: the only files pages can load. */
  readonly renderer: string;
  readonly preload: string;
  readonly drawPreload: string;
  /** The kit that ships with the studio: beside the program in a package, the repository itself in development. */
  readonly exampleKit: string;
  readonly settings: string;
  readonly journal: string;
  /** Older versions of the files of kits. */
  readonly history: string;
  /** Old bytes of files that are overwritten because they cannot be replaced. */
  readonly backups: string;
  /** Copies of deleted files, for taking a deletion back. */
  readonly deleted: string;
  /** Pictures of diagrams; may be deleted at any time. */
  readonly pictures: string;
  /** How sections of books were laid out; may be deleted at any time. */
  readonly layouts: string;
  /** What happened to the program; no text. */
  readonly logs: string;
}

/** Resolved from the bundled main file, so that it does not matter how the program was started. */
export function appPaths(): AppPaths {
  const built = fileURLToPath(new URL('../', import.meta.url));
  const data = app.getPath('userData');
  return {
    renderer: join(built, 'renderer'),
    preload: join(built, 'electron', 'preload.cjs'),
    drawPreload: join(built, 'electron', 'draw-preload.cjs'),
    exampleKit: app.isPackaged ? join(process.resourcesPath, 'kit') : join(built, '..'),
    settings: join(data, 'settings'),
    journal: join(data, 'journal'),
    history: join(data, 'history'),
    backups: join(data, 'backups'),
    deleted: join(data, 'deleted'),
    pictures: join(data, 'pictures'),
    layouts: join(data, 'layouts'),
    logs: join(data, 'logs'),
  };
}

/** The folder of the print style sheets and fonts, beside the built files in a checkout and in a package alike. */
export function printResources(): string {
  return fileURLToPath(new URL('../../resources/print/', import.meta.url));
}

/** The version of the program, as the package says it. */
export function appVersion(): string {
  return app.getVersion();
}
