/** Mermaid alone, in a plain page, for the benchmark; no part of the application. */
import mermaid from 'mermaid';

async function drawAll(texts: readonly string[]): Promise<readonly number[]> {
  mermaid.initialize({ startOnLoad: false, htmlLabels: false });
  const times: number[] = [];
  for (const [index, text] of texts.entries()) {
    const start = performance.now();
    await mermaid.render(`bench-${index}`, text);
    times.push(performance.now() - start);
  }
  return times;
}

(globalThis as unknown as { benchMermaid: typeof drawAll }).benchMermaid = drawAll;
