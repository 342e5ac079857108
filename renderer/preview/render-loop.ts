import type { Root } from 'hast';
import { type MathSupport, type RawPlugin, renderMarkdown, wordsOf } from './pipeline';
import { frontEntries, plainTree } from './plain-tree';
import type { FromRenderer, Rendered, RenderJob, ToRenderer } from './render-protocol';

/** A single block longer than this is shown as its source, in UTF-16 units. */
const LONGEST_BLOCK = 200_000;

let raw: Promise<RawPlugin> | null = null;

function loadRaw(): Promise<RawPlugin> {
  raw ??= import('rehype-raw').then((module) => module.default() as RawPlugin);
  return raw;
}

let math: Promise<MathSupport> | null = null;

/** What formulas need, loaded with the first text that holds a dollar. */
function mathFor({ math: wanted, source }: RenderJob): Promise<MathSupport> | null {
  if (!wanted || !/\$|```math/.test(source)) return null;
  math ??= import('./math').then((module) => module.mathSupport);
  return math;
}

let colours: Promise<(tree: Root) => void> | null = null;

/** Colours code. Loaded with the first code block: its languages are larger than the pipeline itself. */
async function coloured(tree: Root): Promise<Root> {
  colours ??= import('./highlight').then((module) => module.highlight);
  (await colours)(tree);
  return tree;
}

function mayHoldCode(source: string): boolean {
  return source.includes('```') || source.includes('~~~') || source.includes('<pre');
}

/** Answers one message of the window; the worker and the tests call it alike. */
export async function answer(message: ToRenderer): Promise<FromRenderer> {
  switch (message.type) {
    case 'tree':
      return { type: 'answer', id: message.id, answer: plainTree(message.path, message.text) };
    case 'words':
      return { type: 'answer', id: message.id, answer: { texts: message.sources.map(wordsOf) } };
    case 'rich': {
      const { richHtml } = await import('./rich-html');
      return { type: 'answer', id: message.id, answer: { html: await richHtml(message.source, loadRaw) } };
    }
    case 'render':
      return { type: 'rendered', id: message.job.id, result: await render(message.job) };
  }
}

async function render(job: RenderJob): Promise<Rendered> {
  if (job.type === 'LinkReference') return { kind: 'nothing' };
  if (job.type === 'FrontMatter') return { kind: 'front', ...frontEntries(job.source) };
  if (job.source.length > LONGEST_BLOCK)
    return { kind: 'source', reason: 'This passage is too long to be laid out' };
  try {
    const laidOut = await renderMarkdown(job, loadRaw, await mathFor(job));
    const root = mayHoldCode(job.source) ? await coloured(laidOut) : laidOut;
    return root.children.length === 0 ? { kind: 'nothing' } : { kind: 'content', root };
  } catch (error) {
    return {
      kind: 'source',
      reason: `This passage cannot be laid out: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}
