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
  readonly kept: string | null;

  constructor(public markup: string) {
    this.level = Number(/^<h([1-6])\b/.exec(markup)?.[1] ?? 0);
    const [, id, look] = /^<figure id="([^"]+)" class="([^"]*)"/.exec(markup) ?? [];
    this.figure = id === undefined ? null : { id, floats: look !== 'sheet', ends: look !== 'sheet' };
    this.kept = /^<table id="([^"]+)" class="(?:[^"]* )?kept"/.exec(markup)?.[1] ?? null;
  }

  name(usual: string): string {
    const [tag = ''] = /^<[^>]*/.exec(this.markup) ?? [];
    const own = / id="([^"]+)"/.exec(tag)?.[1];
    if (own === undefined)
      this.markup = this.markup.replace(/^<[a-z0-9]+/, (start) => `${start} id="${usual}"`);
    return own ?? usual;
  }

  markEnd(id: string): void {
    const mark = `<span class="measured" id="${id}"></span>`;
    const number = this.markup.lastIndexOf('<td');
    // A place at the right edge of the text is none to Chromium: that of a number is where it begins.
    if (this.markup.startsWith('<td class="align-end', number)) {
      const start = this.markup.indexOf('>', number) + 1;
      this.markup = this.markup.slice(0, start) + mark + this.markup.slice(start);
    } else this.markup = this.markup.replace(/(?:<\/[a-z0-9]+>|\s)+$/, (ends) => mark + ends);
  }

  tellNext(ids: string): void {
    this.markup = this.markup.replace(/^<figure [^>]*/, (tag) => `${tag} data-next="${ids}"`);
  }
}
