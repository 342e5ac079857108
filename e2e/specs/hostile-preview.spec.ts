import type { ElectronApplication, Page } from '@playwright/test';
import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { type HostileMarkup, hostileMarkup } from '../fixtures/hostile-markup';
import { expect, refusals, test } from '../fixtures/launch';
import { makeSmallKit } from '../fixtures/small-kit';
import { StudioPage } from '../pages/studio-page';

/** Markup as a tree with nothing taken out: what the thread of the preview would send if its sanitizer were gone. */
function unsanitized({ name, html }: HostileMarkup): Root {
  const parse = rehypeRaw() as unknown as (tree: Root) => Root;
  const { children } = parse({ type: 'root', children: [{ type: 'raw', value: html } as never] });
  const marker = { type: 'text' as const, value: `[${name}]` };
  return {
    type: 'root',
    children: [{ type: 'element', tagName: 'p', properties: {}, children: [marker] }, ...children],
  };
}

/** How the studio looks where nothing of a text may reach. */
function outside(page: Page) {
  return page.evaluate(() => {
    const at = (x: number, y: number) =>
      document.elementFromPoint(x, y)?.closest('section,nav,footer,[role=region]');
    const looks = [...document.querySelectorAll('body, #root, [role=region], footer')].map((element) => {
      const { display, visibility, position, backgroundColor, color, opacity } = getComputedStyle(element);
      return [display, visibility, position, backgroundColor, color, opacity];
    });
    return {
      looks,
      corner: at(60, 200)?.getAttribute('aria-label'),
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      head: document.head.childElementCount,
      body: document.body.childElementCount,
      base: document.baseURI,
      root: document.getElementById('root')?.tagName,
      lookup: typeof document.getElementById,
      bridge: typeof (globalThis as unknown as Record<string, unknown>)['staffwright'],
    };
  });
}

/** Each in a frame of its own, in a window without any of our walls: which of them run by themselves. */
async function withoutWalls(app: ElectronApplication, all: readonly HostileMarkup[]): Promise<string[]> {
  return app.evaluate(
    async ({ BrowserWindow }, markups) => {
      const open = new BrowserWindow({
        show: true,
        width: 400,
        height: 300,
        webPreferences: { partition: 'control' },
      });
      try {
        await open.loadURL('data:text/html,<title>control</title><body>');
        const ran = await open.webContents.executeJavaScript(`new Promise((resolve) => {
        const fired = new Set();
        window.canary = (name) => fired.add(name);
        for (const html of ${JSON.stringify(markups)}) {
          const frame = document.createElement('iframe');
          frame.srcdoc = '<!doctype html><script>window.canary = (name) => top.canary(name)</script><body>' + html;
          document.body.append(frame);
        }
        setTimeout(() => resolve([...fired]), 2500);
      })`);
        return ran as string[];
      } finally {
        open.destroy();
      }
    },
    all.map(({ html }) => html),
  );
}

test('with the sanitizer gone, nothing of a text runs, leaves, or changes the studio', async ({
  launch,
  workDir,
}) => {
  const kit = await makeSmallKit(workDir, { 'notes.md': '# Notes\n\nFirst words.\n' });
  const { app, window, output } = await launch({ args: ['--open', kit], mayBeRefused: true });
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile('notes.md');
  await expect(studio.preview).toContainText('First words.');
  const appClass = await window.evaluate(
    () =>
      // A class of the studio's own that would take the whole height of what it is put on.
      [...document.querySelectorAll('#root > * [class]')].map(
        ({ className }) => String(className).split(' ')[0],
      )[0] ?? '',
  );
  const all = hostileMarkup(appClass);
  const before = await outside(window);

  await test.step('what the thread sends is replaced by all of it', async () => {
    await window.evaluate(
      (trees) => {
        const page = globalThis as unknown as { fired: string[]; canary: (name: string) => void };
        page.fired = [];
        page.canary = (name) => page.fired.push(name);
        const read = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')?.get;
        Object.defineProperty(MessageEvent.prototype, 'data', {
          get(this: MessageEvent) {
            const data = read?.call(this);
            if (data?.type !== 'rendered' || data.result.kind !== 'content') return data;
            return { ...data, result: { kind: 'content', root: { type: 'root', children: trees } } };
          },
        });
      },
      all.flatMap((one) => unsanitized(one).children),
    );
    await studio.content.click();
    await window.keyboard.press('ControlOrMeta+End');
    await window.keyboard.type('Last words.');
    await expect(studio.preview).toContainText(`[${all[0]?.name}]`);
    // Every one of them was drawn: none made the page give up.
    const text = (await studio.preview.textContent()) ?? '';
    expect(all.filter(({ name }) => !text.includes(`[${name}]`)).map(({ name }) => name)).toEqual([]);
  });

  await test.step('nothing ran, and the studio looks as before', async () => {
    await studio.preview.getByText('link of script', { exact: true }).last().click();
    await window.mouse.move(5, 5);
    expect(await window.evaluate(() => (globalThis as unknown as { fired: string[] }).fired)).toEqual([]);
    expect(await outside(window)).toEqual(before);
    const tags = await studio.preview.evaluate((preview) =>
      [
        ...new Set(
          [
            ...preview.querySelectorAll(
              'script,style,link,meta,base,iframe,frame,object,embed,form,dialog,webview,template,video,audio,marquee,[onclick],[onerror],[onload],[contenteditable],[popover],[name],[srcset],[ping]',
            ),
          ].map(({ tagName }) => tagName),
        ),
      ].sort(),
    );
    expect(tags).toEqual([]);
    // Not even asked for: the page's own look left out what would have to be refused.
    expect(refusals(output)).toEqual([]);
    expect(window.url()).toBe('app://studio/index.html');
  });

  await test.step('put into the page itself, past both, nothing runs or loads either', async () => {
    const fired = await window.evaluate(
      async (trees) => {
        // biome-ignore lint/suspicious/noExplicitAny: trees as they came from the parser.
        const build = (node: any): Node => {
          if (node.type !== 'element') return document.createTextNode(node.value ?? '');
          const isDrawing = ['svg', 'g', 'a', 'set', 'animate', 'image', 'foreignObject'].includes(
            node.tagName,
          );
          const made: Element = isDrawing
            ? document.createElementNS('http://www.w3.org/2000/svg', node.tagName)
            : document.createElement(node.tagName);
          for (const [name, value] of Object.entries(node.properties)) {
            try {
              made.setAttribute(name.toLowerCase(), String(value));
            } catch {
              // Refused as it is set.
            }
          }
          for (const child of node.children) {
            try {
              made.append(build(child));
            } catch {
              // As above.
            }
          }
          return made;
        };
        const box = document.createElement('div');
        box.hidden = true;
        document.body.append(box);
        for (const tree of trees) box.append(build(tree));
        await new Promise((resolve) => setTimeout(resolve, 1500));
        box.remove();
        return (globalThis as unknown as { fired: string[] }).fired;
      },
      all.filter(({ name }) => !/style|sheet|base/.test(name)).flatMap((one) => unsanitized(one).children),
    );
    expect(fired).toEqual([]);
    expect(window.url()).toBe('app://studio/index.html');
    expect(refusals(output).length).toBeGreaterThan(5);
  });

  await test.step('in a window without walls they do run', async () => {
    const ran = await withoutWalls(app, all);
    expect(all.filter(({ name, live }) => live && !ran.includes(name)).map(({ name }) => name)).toEqual([]);
    expect(ran.length).toBeGreaterThan(30);
  });
});
