import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { launcherSwitches } from '../../scripts/setup/display.mjs';
import { repoRoot } from '../../scripts/setup/paths.mjs';
import { bridgeName, eventName, TRANSPORT } from '../../shared/ipc/bridge';
import { contract } from '../../shared/ipc/contract';
import { expect, test } from '../fixtures/launch';
import { askForEverything } from '../fixtures/permissions';
import { DECISION, decisionText, makeSmallKit } from '../fixtures/small-kit';
import { StudioPage } from '../pages/studio-page';

/** What every page must have, whatever the engine's own defaults are: as far as the engine tells. `window-factory.test.ts` has the whole table. */
const CLOSED_IN = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  experimentalFeatures: false,
};

type Preferences = Record<string, unknown>;
type Noted = typeof globalThis & { staffwrightWindows?: Map<number, Preferences> };

/** Notes the settings of each window of the application from now on, also of those that are gone when one looks. */
async function noteWindows(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ app: running, BrowserWindow }) => {
    const made = new Map<number, Preferences>();
    (globalThis as Noted).staffwrightWindows = made;
    const note = (window: Electron.BrowserWindow) => {
      const contents = window.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown> & { preload?: string };
      };
      const { session: _, ...preferences } = contents.getLastWebPreferences();
      made.set(window.id, JSON.parse(JSON.stringify(preferences)));
    };
    BrowserWindow.getAllWindows().forEach(note);
    running.on('browser-window-created', (_event, window) => note(window));
  });
}

test('every window is closed in, the bridge is exactly the contract, and nothing asked for is given', async ({
  launch,
  workDir,
  userDataDir,
}) => {
  const kit = await makeSmallKit(workDir, {
    [DECISION]: decisionText('## Notes\n\nWords.\n\n```mermaid\nflowchart LR\n  A --> B\n```\n'),
  });
  const { app, window } = await launch({ args: ['--open', kit] });
  await noteWindows(app);
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile('adr-901-small.md');
  await expect(studio.preview.getByRole('img')).toBeVisible();

  await test.step('hidden windows that draw and print have the same settings', async () => {
    const printed = await window.evaluate(async (path) => {
      // biome-ignore lint/suspicious/noExplicitAny: the page's bridge, whose types are the application's own.
      const { staffwright } = globalThis as any;
      const { value: recent } = await staffwright.recent.list();
      const { value: opened } = await staffwright.kit.openRecent({ id: recent.kits[0].id });
      const request = { kitId: opened.kitId, path, scope: 'file', paper: 'A4', unsaved: [] };
      const { ok, error } = await staffwright.portfolio.pages(request, () => undefined).answer;
      return ok || error;
    }, DECISION);
    expect(printed).toEqual(true);
    const made = await app.evaluate(() => [
      ...((globalThis as Noted).staffwrightWindows ?? new Map()).values(),
    ]);
    expect(made.length).toBeGreaterThanOrEqual(3);
    for (const preferences of made) {
      expect(preferences).toMatchObject(CLOSED_IN);
      expect(preferences['enableBlinkFeatures'] ?? '').toBe('');
      expect(preferences['disableBlinkFeatures'] ?? '').toBe('');
      expect(preferences['additionalArguments'] ?? []).toEqual([]);
    }
    // Printed pages, and no others, run no script: the sections of the book and the book, each in a window of its own.
    const silent = made.filter((preferences) => preferences['javascript'] === false);
    expect(silent.length).toBeGreaterThan(0);
    expect(made.length - silent.length).toBe(2);
    const shown = await app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((one) => one.isVisible()).length,
    );
    expect(shown).toBe(1);
  });

  await test.step('no page, frame or worker has anything of Node', async () => {
    const names = ['require', 'process', 'Buffer', 'module', 'exports', 'global', 'ipcRenderer', 'electron'];
    for (const page of app.windows()) {
      expect(await page.evaluate((all) => all.filter((name) => name in globalThis), names)).toEqual([]);
      for (const worker of page.workers()) {
        expect(await worker.evaluate((all) => all.filter((name) => name in globalThis), names)).toEqual([]);
        expect(await worker.evaluate(() => 'staffwright' in globalThis)).toBe(false);
      }
    }
    const drawing = app.windows().find((page) => page.url().startsWith('app://draw/'));
    expect(await drawing?.evaluate(() => 'staffwright' in globalThis)).toBe(false);
    const inFrame = await window.evaluate((all) => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const inner = frame.contentWindow as unknown as object;
      const found = [...all, 'staffwright'].filter((name) => name in inner);
      frame.remove();
      return found;
    }, names);
    expect(inFrame).toEqual([]);
  });

  await test.step('the bridge has frozen functions by the names of the contract and nothing else', async () => {
    const bridge = await window.evaluate(() => {
      const names: string[] = [];
      const wrong: string[] = [];
      const walk = (value: object, prefix: string): void => {
        if (!Object.isFrozen(value)) wrong.push(`${prefix} is not frozen`);
        if (Object.getPrototypeOf(value) !== Object.prototype) wrong.push(`${prefix} has a prototype`);
        for (const key of Reflect.ownKeys(value)) {
          const place = `${prefix}${String(key)}`;
          const entry = Object.getOwnPropertyDescriptor(value, key);
          if (typeof key === 'symbol' || entry?.get || entry?.set) wrong.push(`${place} is no plain entry`);
          const child: unknown = entry?.value;
          if (typeof child === 'function') {
            names.push(place);
            if (!Object.isFrozen(child)) wrong.push(`${place} is not frozen`);
          } else if (child && typeof child === 'object') walk(child, `${place}.`);
          else wrong.push(`${place} is ${typeof child}`);
        }
      };
      const page = globalThis as unknown as Record<string, object>;
      const before = page['staffwright'] as object;
      walk(before, '');
      for (const change of [
        () => Reflect.set(page, 'staffwright', {}),
        () => Reflect.deleteProperty(page, 'staffwright'),
        () => Reflect.set(before, 'kit', {}),
        () => Reflect.set((before as Record<string, object>)['kit'] as object, 'list', () => 'mine'),
      ]) {
        if (change() && page['staffwright'] !== before) wrong.push('the bridge can be replaced');
      }
      return { names: names.sort(), wrong };
    });
    expect(bridge.wrong).toEqual([]);
    expect(bridge.names).toEqual(
      Object.entries(contract)
        .map(([channel, { type }]) => {
          const { area, name } = bridgeName(channel);
          return type === 'event' ? `on.${eventName(channel)}` : `${area}.${name}`;
        })
        .sort(),
    );
  });

  await test.step('a listener is told the payload and nothing else', async () => {
    const told = window.evaluate(
      () =>
        new Promise((resolve) => {
          // biome-ignore lint/suspicious/noExplicitAny: as above.
          const { staffwright } = globalThis as any;
          staffwright.on.appearanceChanged((...args: unknown[]) => resolve(args));
        }),
    );
    // Sent until the page listens.
    for (let sent = false; !sent; ) {
      await app.evaluate(
        ({ BrowserWindow }, channel) =>
          BrowserWindow.getAllWindows()
            .find((one) => one.webContents.getURL().startsWith('app://studio/'))
            ?.webContents.send(channel, 'appearance.changed', { dark: false }),
        TRANSPORT.event,
      );
      sent = await Promise.race([
        told.then(() => true),
        new Promise<false>((go) => setTimeout(go, 100, false)),
      ]);
    }
    expect(await told).toEqual([{ dark: false }]);
  });

  await test.step('a second start opens an existing folder in this window, and does nothing else', async () => {
    const other = await makeSmallKit(join(workDir, 'other'), {
      'part2-adr-catalog/adr-902-second.md': decisionText('## Second\n'),
    });
    const start = (...args: readonly string[]) =>
      new Promise<number | null>((resolve) => {
        const profile = `--user-data-dir=${userDataDir}`;
        const switches = [...launcherSwitches('x11'), repoRoot, profile];
        spawn(app.process().spawnfile, [...switches, ...args], { stdio: 'ignore' }).once('exit', resolve);
      });
    const refused = [
      start('--open', join(kit, 'kit.yaml')),
      start('--open=https://example.org/', '--js-flags=--expose-gc'),
      start('--open', '-e', 'process.exit()'),
    ];
    expect(await Promise.all(refused)).toEqual([0, 0, 0]);
    await expect(studio.navigator).toContainText('adr-901-small.md');
    expect(await start('--open', other)).toBe(0);
    await expect(studio.navigator).toContainText('adr-902-second.md');
    expect(
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
    ).toBeLessThanOrEqual(2);
    expect(await window.evaluate(() => location.href)).toBe('app://studio/index.html');
  });

  await test.step('no permission is given; a session that gives some is the control', async () => {
    await window.mouse.click(5, 5);
    const refused = await window.evaluate(askForEverything);
    expect(Object.keys(refused).length).toBeGreaterThan(30);
    expect(Object.entries(refused).filter(([, answer]) => answer === 'given')).toEqual([]);
    await app.evaluate(({ session }) => {
      session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(true));
      session.defaultSession.setPermissionCheckHandler(() => true);
    });
    await window.mouse.click(5, 5);
    const given = await window.evaluate(askForEverything);
    expect(Object.values(given).filter((answer) => answer === 'given').length).toBeGreaterThan(5);
  });
});
