import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { app, type WebContents } from 'electron';
import { appPaths } from './app-paths';
import { Studio } from './studio';

/** Stands nowhere else. */
const MARK = 'Typed by the check of the program.';
const ATTEMPTS = 6;
/** A window shows more than its background. */
const COLOURS = 16;

/**
 * `--self-check`: tries whether the program works on this machine, with a copy of the kit that ships and a data folder of its own, both thrown
 * away. It opens the window, looks whether it painted, opens an example, types, saves, and reads the file. A released program cannot be driven
 * from outside, so it does this itself, by real input. Ends with 0 when all of it worked.
 */
export async function runSelfCheck(folder: string): Promise<number> {
  const kit = join(folder, 'kit');
  for (const name of ['kit.yaml', 'templates', 'examples', 'scenarios']) {
    cpSync(join(appPaths().exampleKit, name), join(kit, name), { recursive: true });
  }
  await app.whenReady();
  const studio = await Studio.start({ open: kit, welcome: false });
  try {
    const contents = studio.page();
    if (!contents) return failed('There is no window');
    if (!(await soon(async () => (await coloursOf(contents)) >= COLOURS)))
      return failed('The window stays blank');
    say(`The window has painted; Electron ${process.versions.electron}`);
    const file = anExample(join(kit, 'examples'));
    if (!(await typed(studio, contents, file)))
      return failed('What is typed and saved does not arrive in the file');
    say('An example was opened, written in and saved');
    return 0;
  } finally {
    await studio.end();
  }
}

/** A data folder for one check; the caller sets it before anything reads it. */
export function makeCheckFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'staffwright-check-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens the file by name, as a user does, types and saves. A slow machine is given more time with each attempt. */
async function typed(studio: Studio, contents: WebContents, file: string): Promise<boolean> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const breath = 400 * attempt;
    studio.run('go.file');
    await pause(breath);
    await contents.insertText(basename(file));
    await pause(breath);
    for (const type of ['keyDown', 'char', 'keyUp'] as const) {
      contents.sendInputEvent({ type, keyCode: 'Return' });
    }
    await pause(breath * 2);
    await contents.insertText(MARK);
    await pause(breath);
    studio.run('file.save');
    if (await soon(async () => readFileSync(file, 'utf8').includes(MARK), breath * 2)) return true;
  }
  return false;
}

/** The largest text below a folder. */
function anExample(folder: string): string {
  const files = filesBelow(folder).filter((path) => path.endsWith('.md') && basename(path) !== 'README.md');
  return files.reduce((most, path) => (statSync(path).size > statSync(most).size ? path : most));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

async function coloursOf(contents: WebContents): Promise<number> {
  const pixels = new Uint32Array(new Uint8Array((await contents.capturePage()).toBitmap()).buffer);
  return new Set(pixels).size;
}

async function soon(test: () => Promise<boolean>, patience = 20_000): Promise<boolean> {
  const end = Date.now() + patience;
  do {
    if (await test()) return true;
    await pause(100);
  } while (Date.now() < end);
  return false;
}

const pause = (milliseconds: number): Promise<void> => new Promise((go) => setTimeout(go, milliseconds));

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function failed(why: string): number {
  process.stderr.write(`${why}.\n`);
  return 1;
}
