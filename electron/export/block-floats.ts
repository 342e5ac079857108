import { type FlowBlock, markFlow } from './floats';
import { Html } from './html';

/** {@link markFlow} on the markup of a structured file, block by block. */
export function markBlocks(blocks: readonly Html[]): Html {
  const flow = blocks.filter(({ markup }) => markup !== '').map(({ markup }) => new MarkupBlock(markup));
  markFlow(flow);
  return new Html(flow.map(({ markup }) => markup).join('\n'));
}

/** One element of ours with all that is in it. */
class MarkupBlock implements FlowBlock {
  readonly level: number;
  readonly figure: FlowBlock['figure'];

  constructor(public markup: string) {
    this.level = Number(/^<h([1-6])\b/.exec(markup)?.[1] ?? 0);
    const [, id, look] = /^<figure id="([^"]+)" class="([^"]*)"/.exec(markup) ?? [];
    this.figure = id === undefined ? null : { id, floats: look !== 'sheet' };
  }

  name(usual: string): string {
    const [tag = ''] = /^<[^>]*/.exec(this.markup) ?? [];
    const own = / id="([^"]+)"/.exec(tag)?.[1];
    if (own === undefined)
      this.markup = this.markup.replace(/^<[a-z0-9]+/, (start) => `${start} id="${usual}"`);
    return own ?? usual;
  }

  markEnd(id: string): void {
    this.markup = this.markup.replace(
      /(?:<\/[a-z0-9]+>|\s)+$/,
      (ends) => `<span class="measured" id="${id}"></span>${ends}`,
    );
  }

  tellNext(ids: string): void {
    this.markup = this.markup.replace(/^<figure [^>]*/, (tag) => `${tag} data-next="${ids}"`);
  }
}
