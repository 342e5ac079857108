import type { ElectronApplication, Page } from '@playwright/test';

/** What a page says when script of a kit ran in it; the main process listens for these words in every page. */
const SUNG = 'CANARY';

/** What was seen since the watch began. */
export interface Sightings {
  /** Script of the kit ran: the name of the song, and where. */
  readonly sung: readonly string[];
  /** Elements, handlers and addresses in the page of the studio that no text may bring about. */
  readonly planted: readonly string[];
  /** Windows, navigations and programs that were asked for. */
  readonly asked: readonly string[];
  /** The longest time in which the page of the studio answered nothing, in milliseconds. */
  readonly longestStill: number;
}

type Main = typeof globalThis & { hostileSightings?: { sung: string[]; asked: string[] } };
type Studio = typeof globalThis & { planted?: string[]; still?: number; lookAtPage?: () => void };

/** Gives every page a canary, also those that open later, and notes whatever a text might ask for. */
export async function watch(app: ElectronApplication, window: Page): Promise<void> {
  await app.evaluate(({ app: program, shell: system, webContents }, word) => {
    const seen: { sung: string[]; asked: string[] } = { sung: [], asked: [] };
    (globalThis as Main).hostileSightings = seen;
    system.openExternal = async (address) => void seen.asked.push(`external ${address}`);
    system.openPath = async (path) => String(seen.asked.push(`open ${path}`));
    const listen = (contents: Electron.WebContents) => {
      // Older engines tell the words as an argument of their own.
      contents.on('console-message', (event, _level?: unknown, words?: string) => {
        const said = String((event as { message?: string }).message ?? words);
        if (said.startsWith(word)) seen.sung.push(`${said} in ${contents.getURL()}`);
      });
      contents.on('will-navigate', (event) => seen.asked.push(`navigation to ${event.url}`));
      contents.on('did-create-window', () => seen.asked.push('a window'));
      const give = () =>
        void contents
          .executeJavaScript(
            `window.canary = (name) => console.log('${word} ' + name); window.alert = canary;`,
          )
          .catch(() => undefined);
      contents.on('dom-ready', give);
      give();
    };
    for (const contents of webContents.getAllWebContents()) listen(contents);
    program.on('web-contents-created', (_event, contents) => listen(contents));
  }, SUNG);
  await window.evaluate(() => {
    const page = globalThis as Studio;
    const planted = new Set<string>();
    page.planted = [];
    page.still = 0;
    const plant = (what: string) => {
      if (planted.has(what) || planted.size > 200) return;
      planted.add(what);
      page.planted?.push(what);
    };
    const honest =
      /^(?:#|app:\/\/(?:studio|kit)\/|blob:app:\/\/studio\/|data:image\/(?:svg\+xml|png)[;,]|https?:|mailto:|[^:]*$|[^:]*[/?#])/i;
    const look = (element: Element) => {
      const tag = element.localName;
      if (
        /^(?:iframe|frame|object|embed|base|applet|webview|audio|video|portal|foreignobject|animate|set|marquee)$/i.test(
          tag,
        )
      )
        plant(`<${tag}>`);
      if (/^(?:script|link|meta)$/.test(tag) && element.closest('#root')) plant(`<${tag}> in the studio`);
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) plant(`${name} on <${tag}>`);
        if (/^(?:srcdoc|formaction|ping|popovertarget|http-equiv|target)$/i.test(name))
          plant(`${name} on <${tag}>`);
        if (/^(?:href|src|xlink:href|action|poster|background)$/i.test(name) && !honest.test(value.trim()))
          plant(`${name}=${value.slice(0, 60)} on <${tag}>`);
        if (/^(?:src|srcset|poster)$/i.test(name) && /^\s*(?:https?:)?\/\//i.test(value))
          plant(`<${tag}> asks ${value}`);
        if (
          name === 'style' &&
          /url\(\s*["']?(?!#)|expression\(|position:\s*fixed;\s*inset:\s*0/i.test(value) &&
          !element.closest('[data-trigger],[role=dialog],[class*=overlay]')
        )
          plant(`style of <${tag}>: ${value.slice(0, 60)}`);
        if (
          name === 'id' &&
          /^(?:staffwright|canary|body|getElementById|parentNode|firstChild|location|f1)$/.test(value)
        )
          plant(`the id ${value}`);
      }
    };
    const lookAll = (node: Node) => {
      if (!(node instanceof Element)) return;
      look(node);
      for (const element of node.querySelectorAll('*')) look(element);
    };
    page.lookAtPage = () => {
      lookAll(document.documentElement);
      if (document.title.includes('owned') || document.getElementById('root')?.localName !== 'div')
        plant('another page');
      if (location.href !== 'app://studio/index.html') plant(`the address ${location.href}`);
    };
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        if (type === 'attributes' && target instanceof Element) look(target);
        for (const node of addedNodes) lookAll(node);
      }
    }).observe(document, { subtree: true, childList: true, attributes: true });
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      page.still = Math.max(page.still ?? 0, now - last - 20);
      last = now;
    }, 20);
  });
}

export async function sightings(app: ElectronApplication, window: Page): Promise<Sightings> {
  const { sung, asked } = await app.evaluate(
    () => (globalThis as Main).hostileSightings ?? { sung: ['not watched'], asked: [] },
  );
  const { planted, longestStill } = await window.evaluate(() => {
    const page = globalThis as Studio;
    page.lookAtPage?.();
    return { planted: page.planted ?? ['not watched'], longestStill: Math.round(page.still ?? Number.NaN) };
  });
  return { sung, asked, planted, longestStill };
}
