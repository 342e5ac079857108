import { type RawPlugin, renderMarkdown } from './pipeline';
import { frontEntries, plainTree } from './plain-tree';
import type { FromRenderer, Rendered, RenderJob, ToRenderer } from './render-protocol';

/** A single block longer than this is shown as its source, in UTF-16 units. */
const LONGEST_BLOCK = 200_000;

let raw: Promise<RawPlugin> | null = null;

function loadRaw(): Promise<RawPlugin> {
  raw ??= import('rehype-raw').then((module) => module.default() as RawPlugin);
  return raw;
}

/** Answers one message of the window; the worker and the tests call it alike. */
export async function answer(message: ToRenderer): Promise<FromRenderer> {
  if (message.type === 'tree')
    return { type: 'tree', id: message.id, answer: plainTree(message.path, message.text) };
  return { type: 'rendered', id: message.job.id, result: await render(message.job) };
}

async function render(job: RenderJob): Promise<Rendered> {
  if (job.type === 'LinkReference') return { kind: 'nothing' };
  if (job.type === 'FrontMatter') return { kind: 'front', ...frontEntries(job.source) };
  if (job.source.length > LONGEST_BLOCK)
    return { kind: 'source', reason: 'This passage is too long to be laid out' };
  try {
    const root = await renderMarkdown(job, loadRaw);
    return root.children.length === 0 ? { kind: 'nothing' } : { kind: 'content', root };
  } catch (error) {
    return {
      kind: 'source',
      reason: `This passage cannot be laid out: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}
