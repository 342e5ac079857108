import { resolve } from 'node:path';
import { app, powerMonitor } from 'electron';
import { reportBug } from './report-bug';
import { readArguments, type StartRequest } from './start-arguments';
import { Studio } from './studio';
import { declareAppScheme } from './windows/app-scheme';
import { guardAllContents } from './windows/guard-contents';
import { applyProcessSwitches, refusedSwitch } from './windows/process-switches';

/*
 * Life cycle only. Everything before `ready` is set here: the scheme, the sandbox, the one-instance lock.
 */

/** Arguments of this start: after the program, and in development after Electron, where a loose argument is the application folder. */
const request = startRequest();

/** True from the first wish to end the program. */
let quitting = false;

// A bug in one job must not take down the window and what is typed in it.
process.on('uncaughtException', (error) => reportBug('exception', error));
process.on('unhandledRejection', (error) => reportBug('promise', error));

declareAppScheme();
applyProcessSwitches();
guardAllContents();

switch (request.kind) {
  case 'refused':
    process.stderr.write(`${request.message}\n`);
    app.exit(2);
    break;
  case 'export':
    void ending(import('./headless').then(({ runHeadless }) => runHeadless(request.job)));
    break;
  case 'self-check':
    void ending(
      import('./self-check').then(({ makeCheckFolder, runSelfCheck }) => {
        const folder = makeCheckFolder();
        // Its own, so that it neither meets nor touches a studio that is running.
        app.setPath('userData', resolve(folder, 'data'));
        return runSelfCheck(folder);
      }),
    );
    break;
  case 'window':
    // The first instance gets the folder as data: Chromium reorders the arguments of a second start.
    if (app.requestSingleInstanceLock({ open: absolute(request.open) })) void starting(runWindow(request));
    else app.exit(0);
    break;
}

function startRequest(): StartRequest {
  const refused = refusedSwitch({
    isPackaged: app.isPackaged,
    isRoot: process.getuid?.() === 0,
    has: (name) => app.commandLine.hasSwitch(name),
    argv: process.argv,
  });
  if (refused === null) return readArguments(process.argv.slice(1), app.isPackaged);
  return { kind: 'refused', message: `Staffwright does not start with --${refused}.` };
}

/** The first instance may run in another folder. */
function absolute(folder: string | null): string | null {
  return folder === null ? null : resolve(folder);
}

/** Without a window there is nothing to keep running for. Who ends the program while it starts has nothing to be told. */
async function starting(start: Promise<void>): Promise<void> {
  app.on('before-quit', () => {
    quitting = true;
  });
  try {
    await start;
  } catch (error) {
    if (!quitting) reportBug('start', error);
    app.exit(quitting ? 0 : 1);
  }
}

/** Ends with the exit code of a job; one that throws is a bug. */
async function ending(job: Promise<number>): Promise<void> {
  let code = 1;
  try {
    code = await job;
  } catch (error) {
    reportBug('headless', error);
  }
  app.exit(code);
}

async function runWindow({ open, welcome }: Extract<StartRequest, { kind: 'window' }>): Promise<void> {
  await app.whenReady();
  const start = Studio.start({ open: absolute(open), welcome });
  let ended = false;
  app.on('will-quit', (event) => {
    if (ended) return;
    // Windows have closed by their handshake; what is still being written is finished first, also when the start is not done yet.
    event.preventDefault();
    void start
      .then((studio) => studio.end())
      .catch((error) => reportBug('end', error))
      .finally(() => {
        ended = true;
        app.quit();
      });
  });
  const studio = await start;
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const path = typeof data === 'object' && data !== null && 'open' in data ? data.open : null;
    void studio.open(path);
  });
  app.on('activate', () => void studio.show());
  // The session ends: it is held up for as long as an ordinary quit takes, which a dead page cannot draw out.
  powerMonitor.on('shutdown', ((event: { preventDefault(): void }) => {
    event.preventDefault();
    app.quit();
  }) as () => void);
  app.on('window-all-closed', () => {
    // The handshake of the last window held up a quit that was asked for: it goes on here.
    if (quitting || process.platform !== 'darwin') app.quit();
  });
}
