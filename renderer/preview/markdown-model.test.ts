import { EditorState } from '@codemirror/state';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it, vi } from 'vitest';
import { MarkdownModel } from './markdown-model';
import { RenderClient, type RendererPort } from './render-client';
import { answer } from './render-loop';
import type { FromRenderer } from './render-protocol';

/** The worker's own code, in the same thread. */
function localRenderer(): RendererPort {
  let listener: (message: FromRenderer) => void = () => undefined;
  return {
    post: (message) =>
      void answer(structuredClone(message)).then((result) => listener(structuredClone(result))),
    listen: (given) => {
      listener = given;
    },
    stop: () => undefined,
  };
}

class Page {
  readonly jobs: string[] = [];
  readonly model: MarkdownModel;
  private state: EditorState;

  constructor(text: string) {
    this.state = EditorState.create({ doc: text });
    const client = new RenderClient(localRenderer);
    const render: RenderClient['render'] = (job) => {
      this.jobs.push(job.source);
      return client.render(job);
    };
    this.model = new MarkdownModel(this.state.doc, { render });
    this.show();
  }

  replace(find: string, insert: string): void {
    const from = this.state.doc.toString().indexOf(find);
    const transaction = this.state.update({ changes: { from, to: from + find.length, insert } });
    this.state = transaction.state;
    this.model.update(this.state.doc, transaction.changes);
    this.show();
  }

  /** Wants every block, as a screen tall enough would. */
  show(): void {
    this.model.want(this.model.getSnapshot().blocks);
  }

  async html(): Promise<readonly string[]> {
    await vi.waitFor(() => {
      for (const block of this.model.getSnapshot().blocks) {
        expect(this.model.drawnOf(block)?.revision).toBe(block.revision);
      }
    }, 5_000);
    return this.model.getSnapshot().blocks.map((block) => {
      const result = this.model.drawnOf(block)?.result;
      return result?.kind === 'content'
        ? toHtml(result.root)
            .replace(/ data-(?:from|to)="\d+"/g, '')
            .replace(/\n/g, '')
        : (result?.kind ?? '');
    });
  }

  keys(): readonly number[] {
    return this.model.getSnapshot().blocks.map((block) => block.key);
  }
}

describe('the preview while one types', () => {
  it('draws only the paragraph that changed, and keeps all identities', async () => {
    const page = new Page('# Title\n\nFirst words.\n\n- a list\n\nLast words.\n');
    await page.html();
    const keys = page.keys();
    page.jobs.length = 0;
    page.replace('First', 'Other');
    expect(await page.html()).toEqual([
      '<h1>Title</h1>',
      '<p>Other words.</p>',
      '<ul><li>a list</li></ul>',
      '<p>Last words.</p>',
    ]);
    expect(page.jobs).toEqual(['Other words.']);
    expect(page.keys()).toEqual(keys);
  });

  it('keeps the blocks around an inserted one', async () => {
    const page = new Page('One.\n\nTwo.\n');
    await page.html();
    const [one, two] = page.keys();
    page.jobs.length = 0;
    page.replace('Two.', 'Between.\n\nTwo.');
    expect(await page.html()).toEqual(['<p>One.</p>', '<p>Between.</p>', '<p>Two.</p>']);
    expect(page.keys()[0]).toBe(one);
    expect(page.keys()).toContain(two);
  });

  it('shows everything below an opened fence as code, and comes back', async () => {
    const page = new Page('One.\n\nTwo.\n\nThree.\n');
    await page.html();
    page.replace('Two.', '```\nTwo.');
    expect(await page.html()).toEqual(['<p>One.</p>', '<pre><code>Two.Three.</code></pre>']);
    page.replace('```\nTwo.', 'Two.');
    expect(await page.html()).toEqual(['<p>One.</p>', '<p>Two.</p>', '<p>Three.</p>']);
  });

  it('draws an element around Markdown as one, and lets go of it when it is not closed', async () => {
    const page = new Page('<details>\n<summary>More</summary>\n\n- a *b*\n\n</details>\n\nAfter.\n');
    expect(await page.html()).toEqual([
      '<details><summary>More</summary><ul><li>a <em>b</em></li></ul></details>',
      '<p>After.</p>',
    ]);
    page.replace('</details>', 'more');
    expect((await page.html()).slice(1)).toEqual([
      '<ul><li>a <em>b</em></li></ul>',
      '<p>more</p>',
      '<p>After.</p>',
    ]);
  });

  it('keeps the blanks before code', async () => {
    const page = new Page('    a\n      b\n\ntext\n\n  ```\n  c\n  ```\n');
    expect(await page.html()).toEqual([
      '<pre><code>a  b</code></pre>',
      '<p>text</p>',
      '<pre><code>c</code></pre>',
    ]);
  });

  it('draws front matter as entries', async () => {
    const page = new Page('---\nid: RFC-1\n---\n# T\n');
    await page.html();
    const [front] = page.model.getSnapshot().blocks;
    expect(front && page.model.drawnOf(front)?.result).toMatchObject({
      kind: 'front',
      entries: [{ key: 'id', value: 'RFC-1' }],
    });
  });
});

describe('definitions that other blocks use', () => {
  it('draw their users again when they change, and nobody else', async () => {
    const page = new Page('See [it][a].\n\nPlain.\n\n[a]: one.md\n');
    expect((await page.html())[0]).toContain('href="one.md"');
    page.jobs.length = 0;
    page.replace('one.md', 'two.md');
    expect((await page.html())[0]).toContain('href="two.md"');
    expect(page.jobs).toContain('See [it][a].');
    expect(page.jobs).not.toContain('Plain.');
  });

  it('are found within quotes and lists, and their case is folded', async () => {
    const page = new Page('See [ẞ] and [b].\n\n> [SS]: one.md\n\n- x\n\n  [b]: two.md\n- [B]: not.md\n');
    expect((await page.html())[0]).toBe('<p>See <a href="one.md">ẞ</a> and <a href="not.md">b</a>.</p>');
    page.replace('[SS]: one.md', '[SS]: three.md');
    expect((await page.html())[0]).toContain('href="three.md"');
    page.replace('[SS]: three.md', 'none');
    expect((await page.html())[0]).toContain('See [ẞ]');
  });

  it('number footnotes in the order of mention and put them last', async () => {
    const page = new Page('[^b]: Second.\n\nA[^a] and b[^b].\n\n[^a]: First.\n');
    const html = await page.html();
    expect(html[0]).toContain('>1</a></sup> and b<sup><a href="#fn-b" class="footnote-ref">2</a>');
    expect(html.slice(1).map((text) => text.replace(/<[^>]*>/g, ''))).toEqual(['1.First.', '2.Second.']);
  });

  it('renumber when a mention is removed', async () => {
    const page = new Page('A[^a].\n\nB[^b].\n\n[^a]: First.\n\n[^b]: Second.\n');
    expect((await page.html())[1]).toContain('>2</a>');
    page.replace('A[^a].', 'A.');
    expect((await page.html())[1]).toContain('>1</a>');
  });
});

describe('a block that hangs the renderer', () => {
  it('is shown as source, and the next block is drawn by a fresh thread', async () => {
    vi.useFakeTimers();
    try {
      let started = 0;
      const client = new RenderClient(() => {
        started++;
        const port = localRenderer();
        // A thread that hangs answers nothing that was sent to it later either.
        let hangs = false;
        return {
          ...port,
          post: (message) => {
            if (message.type === 'render' && message.job.source === 'hang') hangs = true;
            if (!hangs) port.post(message);
          },
        };
      });
      const job = { type: 'Paragraph', indent: 0, definitions: '', footnotes: {} };
      const hanging = client.render({ ...job, source: 'hang' });
      const next = client.render({ ...job, source: 'fine' });
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await hanging).toMatchObject({ kind: 'source' });
      expect(await next).toMatchObject({ kind: 'content' });
      expect(started).toBe(2);
    } finally {
      vi.useRealTimers();
    }
  });
});
