/**
 * Watches the page: when the preview of a file that is opened is painted, and while keys are pressed, when a key's letter was, when the preview
 * that follows was, and which tasks took longer than 50 ms. Run in the page by the benchmark, which could only look at it from time to time.
 */
interface KeyTimes {
  /** From the key to the frame that shows its letter, in milliseconds. */
  painted: number | null;
  /** From the key to the frame that shows the preview with it. */
  previewed: number | null;
}

interface Watch {
  /**
   * When the first blocks of a file's preview are painted, by the clock of the page; to be asked before the file is opened. With `last`, when all
   * blocks are, up to the one that says it.
   */
  first(preview: string, name: string, last?: string): Promise<number>;
  start(content: string, preview: string): void;
  stop(): { keys: KeyTimes[]; long: { start: number; ms: number }[] };
}

const keys: KeyTimes[] = [];
const long: { start: number; ms: number }[] = [];
let stop: (() => void) | null = null;

function afterPaint(work: (now: number) => void): void {
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => work(performance.now());
    channel.port2.postMessage(0);
  });
}

const watch: Watch = {
  first(previewSelector, name, last) {
    const isShown = () => {
      if (last === undefined) return document.querySelector(`${previewSelector} [data-block] *`) !== null;
      const blocks = document.querySelectorAll(`${previewSelector} [data-block]`);
      return (
        (blocks[blocks.length - 1]?.textContent ?? '').includes(last) &&
        document.querySelector(`${previewSelector} [data-block]:empty`) === null
      );
    };
    const isThere = () =>
      document.querySelector(`[role="tab"][aria-selected="true"][title$="${name}"]`) !== null && isShown();
    return new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!isThere()) return;
        observer.disconnect();
        afterPaint(resolve);
      });
      observer.observe(document.body, { childList: true, subtree: true, attributes: true });
    });
  },
  start(contentSelector, previewSelector) {
    stop?.();
    keys.length = 0;
    long.length = 0;
    const content = document.querySelector(contentSelector);
    const preview = document.querySelector(previewSelector);
    let at = 0;
    const onKey = (event: Event) => {
      if ((event as KeyboardEvent).key.length !== 1) return;
      at = event.timeStamp;
      keys.push({ painted: null, previewed: null });
    };
    const painted = new MutationObserver(() => {
      const current = keys.at(-1);
      if (current && current.painted === null)
        afterPaint((now) => {
          current.painted ??= now - at;
        });
    });
    const previewed = new MutationObserver(() => {
      const current = keys.at(-1);
      const since = at;
      if (current && current.previewed === null)
        afterPaint((now) => {
          current.previewed ??= now - since;
        });
    });
    const tasks = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) long.push({ start: entry.startTime, ms: entry.duration });
    });
    document.addEventListener('keydown', onKey, { capture: true });
    const all = { childList: true, characterData: true, subtree: true };
    if (content) painted.observe(content, all);
    if (preview) previewed.observe(preview, all);
    tasks.observe({ type: 'longtask' });
    stop = () => {
      document.removeEventListener('keydown', onKey, { capture: true });
      painted.disconnect();
      previewed.disconnect();
      tasks.disconnect();
    };
  },
  stop() {
    stop?.();
    stop = null;
    return { keys: [...keys], long: [...long] };
  },
};
(globalThis as unknown as { benchWatch: Watch }).benchWatch = watch;
