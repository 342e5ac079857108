import { spread } from './measure.mjs';
import { idle, openFile, scriptOf, withWindow } from './window.mjs';

const FILE = 'bench-diagrams.md';
const EDITS = 14;
const WARM = 3;

const diagram = (name) => `flowchart LR
  ${name}1["Client of ${name}"] --> ${name}2["Gateway"]
  ${name}2 --> ${name}3["Orders"] --> ${name}4[("Store")]
  ${name}2 --> ${name}5["Billing"] --> ${name}4
  ${name}3 -.-> ${name}6["Audit log"]`;

const NAMES = ['A', 'B', 'C'];
const TEXT = `# Diagrams\n\n${NAMES.map((name) => `\`\`\`mermaid\n${diagram(name)}\n\`\`\`\n`).join('\nBetween.\n\n')}`;

/** G13: a letter typed into a label of the first of three diagrams, until its new drawing is in the page; beside mermaid alone, warm, with the same texts. */
export function measureDiagrams({ print }) {
  return withWindow({ print, files: { [FILE]: TEXT } }, async ({ page, beside }) => {
    await openFile(page, FILE);
    await page.waitForFunction(
      () => document.querySelectorAll('[aria-label="Preview"] figure img').length === 3,
      undefined,
      {
        timeout: 60_000,
      },
    );
    await page
      .locator('.cm-content')
      .first()
      .click({ position: { x: 200, y: 5 } });
    await page.keyboard.press('Control+Home');
    for (let line = 0; line < 4; line++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    // Into the label of the first box: in front of its closing quote and what follows.
    for (let n = 0; n < '"] --> A2["Gateway"]'.length; n++) await page.keyboard.press('ArrowLeft');
    await idle(page);
    await page.evaluate(watchDrawings);
    const shown = [];
    for (let edit = 0; edit < WARM + EDITS; edit++) {
      await page.evaluate(() => globalThis.benchDrawings.next());
      await page.keyboard.press('x');
      shown.push(await page.evaluate(() => globalThis.benchDrawings.done));
      await page.waitForTimeout(150);
    }
    const { replaced, gone } = await page.evaluate(() => globalThis.benchDrawings.stop());
    await beside.front('plain');
    await beside.page.evaluate(await scriptOf('mermaid-peer.ts', []));
    const texts = Array.from({ length: WARM + EDITS }, (_, n) =>
      diagram('A').replace('Client of A', `Client of A${'x'.repeat(n + 1)}`),
    );
    const alone = await beside.page.evaluate((all) => globalThis.benchMermaid(all), texts);
    return {
      shown: spread(shown.slice(WARM)),
      alone: spread(alone.slice(WARM)),
      replaced,
      gone,
    };
  });
}

/** Run in the page: when the first diagram has another drawing, how often those of the others were replaced, and whether one was ever gone. */
function watchDrawings() {
  const root = document.querySelector('[aria-label="Preview"]');
  const pictures = () => [...root.querySelectorAll('figure img')];
  const before = pictures().map((picture) => picture.src);
  const counts = { replaced: 0, gone: 0 };
  let at = 0;
  let resolve = () => undefined;
  const observer = new MutationObserver(() => {
    const now = pictures().map((picture) => picture.src);
    if (now.length < before.length) counts.gone++;
    for (let n = 1; n < before.length; n++)
      if (now[n] !== undefined && now[n] !== before[n]) counts.replaced++;
    if (now[0] === before[0] || now[0] === undefined) return;
    before[0] = now[0];
    requestAnimationFrame(() => resolve(performance.now() - at));
  });
  observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ['src'] });
  document.addEventListener(
    'keydown',
    (event) => {
      at = event.timeStamp;
    },
    { capture: true },
  );
  globalThis.benchDrawings = {
    next() {
      this.done = new Promise((done) => {
        resolve = done;
        // No drawing came: told as missing.
        setTimeout(() => done(null), 10_000);
      });
    },
    stop() {
      observer.disconnect();
      return counts;
    },
  };
}
