import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, refusals, test } from '../fixtures/launch';
import { makeSmallKit } from '../fixtures/small-kit';
import { clickOn, VECTORS } from '../fixtures/vectors';
import { tryInDrawingPage, tryToBreakOut } from '../fixtures/violations';
import { StudioPage } from '../pages/studio-page';

const HOST = 'https://example.org/';
const NOTES = `# Notes

A [link of the web](${HOST}page?q=1#here), a [mail](mailto:a@example.org), a [file](file:///etc/passwd), a [program](vscode://file/etc/passwd).

\`\`\`mermaid
flowchart LR
  A[Here] --> B[There]
  click A href "${HOST}mermaid" _self
\`\`\`

![A drawing](links.svg)
`;
const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="80"><a xlink:href="${HOST}svg" href="${HOST}svg"><rect width="200" height="80" fill="teal"/></a><script>top.fired = 'svg'</script></svg>`;

/** Spellings by which a page might reach what is not on the list, after the scheme. */
const SPELLINGS: readonly string[] = [
  ...['', '/', '//', '/index.htm', '/INDEX.html', '/index.html/', '//index.html', '/index.html.'],
  ...['/../index.html/..', '/..', '/../main.cjs', '/../electron/main.cjs', '/assets/../../electron/main.cjs'],
  ...[
    '/%2e%2e/electron/main.cjs',
    '/%2e%2e%2felectron%2fmain.cjs',
    '/..%2felectron/main.cjs',
    '/.%2e/package.json',
  ],
  ...['/..%5celectron%5cmain.cjs', '/%5c%5cserver%5cshare', '/..\\electron\\main.cjs', '/\\server\\share'],
  ...[
    '/%252e%252e/electron/main.cjs',
    '/%25252e%25252e/main.cjs',
    '/%c0%ae%c0%ae/main.cjs',
    '/%uff0e%uff0e/main.cjs',
  ],
  ...[
    '/index.html%00',
    '/index.html%00.png',
    '/%00',
    '/index.html%0a',
    '/index.html%20',
    '/index.html::$DATA',
  ],
  ...['/C:/Windows/win.ini', '/etc/passwd', '/file:///etc/passwd', '//server/share', '/proc/self/environ'],
  ...['/__proto__', '/constructor', '/toString', '/assets', '/assets/', '/.DS_Store', '/package.json'],
].map((path) => `app://studio${path}`);
const OTHER_HOSTS = [
  'app://studio.evil/index.html',
  'app://studio:1/none.html',
  'app://user@studio/../main.cjs',
  'app://kit/index.html',
  'app://kit/none/notes.md',
  'app://kit/..%2f..%2fetc%2fpasswd',
  'app://print/document.html',
  'app://draw/draw.html',
  'app:///index.html',
  'app://index.html',
];

type Watched = typeof globalThis & { staffwrightOpened?: string[]; staffwrightHandedOver?: string[] };

/** Notes what the main process reads from the disk and hands to the system, instead of handing it over. */
async function watchMain(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ shell }) => {
    const watched = globalThis as Watched;
    const opened: string[] = [];
    const handed: string[] = [];
    watched.staffwrightOpened = opened;
    watched.staffwrightHandedOver = handed;
    shell.openExternal = async (address) => void handed.push(address);
    shell.openPath = async (path) => String(handed.push(path));
    shell.showItemInFolder = (path) => void handed.push(path);
    const files = process.mainModule?.require('node:fs/promises') as typeof import('node:fs/promises');
    const { readFile, open } = files;
    files.readFile = ((path: string, ...rest: []) => {
      opened.push(String(path));
      return readFile(path, ...rest);
    }) as typeof readFile;
    files.open = ((path: string, ...rest: []) => {
      opened.push(String(path));
      return open(path, ...rest);
    }) as typeof open;
  });
}

test('addresses, snippets and links of every kind lead nowhere', async ({ launch, workDir, userDataDir }) => {
  const kit = await makeSmallKit(workDir, { 'notes.md': NOTES, 'links.svg': DRAWING });
  const home = join(workDir, 'home');
  await mkdir(home);
  await writeFile(join(workDir, 'dropped.html'), '<script>opener</script>');
  const { app, window, output } = await launch({
    args: ['--open', kit],
    env: { HOME: home, XDG_DOWNLOAD_DIR: home },
    mayBeRefused: true,
  });
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile('notes.md');
  await expect(studio.preview.getByRole('img').first()).toBeVisible();
  // Up to here nothing was refused: the page of the studio keeps its own policy.
  expect(refusals(output)).toEqual([]);
  await watchMain(app);

  await test.step('pages come with their policy', async () => {
    const headers = await app.evaluate(async ({ net }) => {
      const one = async (address: string) =>
        (await net.fetch(address)).headers.get('content-security-policy') ?? '';
      return { studio: await one('app://studio/index.html'), missing: await one('app://studio/none') };
    });
    for (const policy of Object.values(headers)) {
      expect(policy).toMatch(/^default-src 'none'/);
      for (const closed of ['object-src', 'base-uri', 'form-action', 'frame-src', 'frame-ancestors'])
        expect(policy).toContain(`${closed} 'none'`);
      expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
      expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
    }
    expect(headers.studio).toContain("require-trusted-types-for 'script'; trusted-types default");
  });

  await test.step('no spelling of an address reaches another file', async () => {
    const answers = await app.evaluate(
      async ({ net }, addresses) => {
        (globalThis as Watched).staffwrightOpened?.splice(0);
        const statuses: [string, number | 'refused', string][] = [];
        for (const address of addresses) {
          try {
            const response = await net.fetch(address);
            statuses.push([address, response.status, await response.text()]);
          } catch {
            statuses.push([address, 'refused', '']);
          }
        }
        return { statuses, opened: (globalThis as Watched).staffwrightOpened ?? ['not watched'] };
      },
      [...SPELLINGS, ...OTHER_HOSTS],
    );
    expect(answers.statuses.length).toBeGreaterThan(50);
    expect(
      answers.statuses.filter(([, status, body]) => !['refused', 404].includes(status) || body !== ''),
    ).toEqual([]);
    // The studio keeps its own records meanwhile, and the drawing page loads what it needs.
    const own = (path: string) =>
      path.startsWith(userDataDir) || /\/\.staffwright\.tmp-|\/dist\/renderer\/assets\//.test(path);
    expect(answers.opened.filter((path) => !own(path))).toEqual([]);
    // The control: a file that is on the list is read, and seen to be.
    const known = await app.evaluate(async ({ net }) => {
      const { status } = await net.fetch('app://studio/index.html');
      const read = (globalThis as Watched).staffwrightOpened?.some((path) => path.endsWith('index.html'));
      return [status, read];
    });
    expect(known).toEqual([200, true]);
  });

  await test.step('a link leaves only when it is allowed, was asked about, and was agreed to', async () => {
    const handed = () => app.evaluate(() => (globalThis as Watched).staffwrightHandedOver);
    expect(await handed()).toEqual([]);
    const link = (name: string) => studio.preview.getByRole('link', { name, exact: true });
    await answerQuestion(app, 1);
    await clickOn(window, '[aria-label=Preview] a', 'link of the web');
    await expect.poll(() => asked(app)).toContain(`Host: example.org\n${HOST}page?q=1#here`);
    expect(await handed()).toEqual([]);
    await answerQuestion(app, 0);
    await clickOn(window, '[aria-label=Preview] a', 'link of the web');
    await expect.poll(handed).toEqual([`${HOST}page?q=1#here`]);
    // The sanitizer leaves their words, without where they led.
    for (const name of ['file', 'program']) {
      await expect(link(name)).toHaveCount(0);
      await expect(studio.preview.getByTitle(/^No link:/).getByText(name, { exact: true })).toBeVisible();
    }
    for (const url of [
      'file:///etc/passwd',
      'vscode://file/a',
      `https://user:pw@example.org/`,
      '\\\\server\\share',
    ]) {
      const answer = await window.evaluate(
        // biome-ignore lint/suspicious/noExplicitAny: the page's bridge, whose types are the application's own.
        (address) => (globalThis as any).staffwright.link.open({ url: address }),
        url,
      );
      expect(answer).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    }
    expect(await handed()).toHaveLength(1);
  });

  await test.step('no snippet becomes script, loads anything or leaves', async () => {
    const outcome = await window.evaluate(tryToBreakOut);
    expect(Object.keys(outcome).length).toBeGreaterThan(30);
    expect(Object.entries(outcome).filter(([, how]) => how !== 'refused')).toEqual([]);
    // What is refused is noted: stories that note nothing had nothing refused.
    await expect.poll(() => refusals(output).length).toBeGreaterThan(12);
    for (const directive of [
      'require-trusted-types-for',
      'script-src',
      'img-src',
      'connect-src',
      'frame-src',
    ])
      expect(refusals(output).join('\n')).toContain(`page policy of studio: ${directive}`);
    expect(output.join('\n')).not.toContain('example.org');
  });

  await test.step('in the page that draws, markup passes and nothing else', async () => {
    const drawing = () => app.windows().find((page) => page.url().startsWith('app://draw/'));
    // Mermaid writes a handler for the menu of an actor: the diagram is drawn, and nothing had to be refused for it.
    const menu = await window.evaluate(
      // biome-ignore lint/suspicious/noExplicitAny: the page's bridge, whose types are the application's own.
      (source) => (globalThis as any).staffwright.diagram.draw({ source, theme: 'light' }),
      'sequenceDiagram\n  participant a\n  link a: Board @ https://example.org/\n  a->>a: b',
    );
    expect(menu).toMatchObject({ ok: true, value: { svg: expect.not.stringMatching(/onclick|example/) } });
    expect(refusals(output).join('\n')).not.toContain('page policy of draw: require-trusted-types-for');
    await expect.poll(() => drawing() !== undefined).toBe(true);
    const { markup, ...others } = (await drawing()?.evaluate(tryInDrawingPage)) ?? {};
    expect(markup).toBe('passed');
    expect(Object.keys(others)).toHaveLength(8);
    expect(Object.entries(others).filter(([, how]) => how !== 'refused')).toEqual([]);
  });

  const cdp = await window.context().newCDPSession(window);
  await test.step('no click, key or drop navigates, opens a window or writes a file', async () => {
    const before = { url: window.url(), windows: await windowCount(app), kit: await filesBelow(kit) };
    await window.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
    for (const [name, vector] of VECTORS) {
      await vector({ page: window, cdp, workDir });
      // Long enough for a navigation to begin; a page that went away has lost its mark.
      await window.waitForTimeout(60);
      const after = await window.evaluate(() => 'sameDocument' in globalThis);
      expect([name, window.url(), after, await windowCount(app)]).toEqual([
        name,
        before.url,
        true,
        before.windows,
      ]);
      await window.evaluate(() => document.getElementById('vector')?.remove());
    }
    expect(await filesBelow(kit)).toEqual(before.kit);
    expect(await filesBelow(home)).toEqual([]);
  });
});

async function windowCount(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  // The desktop's libraries keep caches in the home of whoever starts them.
  return entries.filter((path) => !/(^|\/)\.(cache|config|local|pki)/.test(path)).sort();
}

type Asking = typeof globalThis & { staffwrightAsked?: string };

/** Answers questions to the user from now on, and keeps what the last one said. */
async function answerQuestion(app: ElectronApplication, response: number): Promise<void> {
  await app.evaluate(({ dialog }, button) => {
    dialog.showMessageBox = async (...args: unknown[]) => {
      (globalThis as Asking).staffwrightAsked = (args.at(-1) as { detail?: string }).detail ?? '';
      return { response: button, checkboxChecked: false };
    };
  }, response);
}

function asked(app: ElectronApplication): Promise<string> {
  return app.evaluate(() => (globalThis as Asking).staffwrightAsked ?? '');
}
