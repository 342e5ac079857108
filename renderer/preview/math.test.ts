import { EditorState } from '@codemirror/state';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { BlockReader } from './block-ranges';
import { drawable } from './drawable';
import { answer } from './render-loop';

async function drawn(source: string, math = true): Promise<string> {
  const job = { id: 1, type: 'Paragraph', source, indent: 0, definitions: '', footnotes: {}, math };
  const message = await answer({ type: 'render', job });
  if (message.type !== 'rendered' || message.result.kind !== 'content') throw new Error('Nothing was drawn');
  return toHtml(message.result.root).replace(/ data-(?:from|to)="\d+"/g, '');
}

function blocks(text: string): readonly string[] {
  const doc = EditorState.create({ doc: text }).doc;
  const reader = new BlockReader(doc, true);
  reader.work(() => false);
  return reader.ranges().map(({ type, from, to }) => `${type} ${JSON.stringify(doc.sliceString(from, to))}`);
}

describe('formulas', () => {
  it('are set within lines and as blocks, as nothing but MathML', async () => {
    expect(await drawn('So $a^2$ is.')).toBe('<p>So <math><msup><mi>a</mi><mn>2</mn></msup></math> is.</p>');
    const block = await drawn('$$\n\\begin{aligned}a &= b\\\\ c &= d\\end{aligned}\n$$');
    expect(block).toMatch(/^<p><math display="block"[^>]*><mtable/);
    expect(block).toContain('class="tml-right tml-none-left tml-none-right"');
    expect(block).not.toContain(' style=');
    expect(await drawn('```math\n\\sqrt{x}\n```')).toContain('<msqrt>');
  });

  it.each([
    'It costs $5 and $6.',
    'From $5 to $6, or US$7 for $8.',
    'A price of $1,200/month against $900/month.',
    'Paths like $HOME and ${HOME}',
    'Escaped \\$a$ dollar',
    'One $ alone, and $ one more',
    'Code `$a$` stays',
  ])('are not seen in %j', async (source) => {
    expect(await drawn(source)).not.toContain('<math');
    expect(await drawn(source)).toBe(await drawn(source, false));
  });

  it('go on over amounts of money and signs that are escaped', async () => {
    expect(await drawn('$5$ or $\\$5 + x$.')).toMatch(/^<p><math>.*<\/math> or <math>.*<\/math>\.<\/p>$/);
  });

  it('stay as they are written while the setting is off', async () => {
    expect(await drawn('So $a^2$ is.', false)).toBe('<p>So $a^2$ is.</p>');
  });

  it('say what is wrong and keep their source', async () => {
    const text = await drawn('See $\\frac{$.');
    expect(text).toContain('<code class="language-math">\\frac{</code>');
    expect(text).toMatch(/class="formula-problem"> Formula not set: /);
    expect(await drawn('$\\nosuchcommand$')).toContain('formula-problem');
  });

  it('lead nowhere, bring no attributes of their own, and do not grow without end', async () => {
    for (const tex of [
      '\\href{javascript:alert(1)}{x}',
      '\\url{https://a.example}',
      '\\class{evil}{x}',
      '\\id{evil}{x}',
      '\\style{position:fixed}{x}',
      '\\includegraphics{https://a.example/x.png}',
      '\\def\\a{\\a\\a}\\a',
      '\\text{<img src=x onerror=alert(1)>}',
    ]) {
      const text = await drawn(`$${tex}$`);
      expect(text.match(/<[^>]+>/g)?.join('')).not.toMatch(/href=|src=|id=|position:|evil|<img/);
    }
  });

  it('come through the page’s own look at what is drawn, and so do colours of code', async () => {
    const job = { id: 1, type: 'Paragraph', indent: 0, definitions: '', footnotes: {}, math: true };
    for (const source of [
      '$$\\begin{aligned}a &= \\frac{b}{c}\\end{aligned}$$',
      '$\\frac{$',
      '```json\n{"a": 1}\n```',
    ]) {
      const message = await answer({ type: 'render', job: { ...job, source } });
      if (message.type !== 'rendered' || message.result.kind !== 'content')
        throw new Error('Nothing was drawn');
      expect(toHtml(drawable(message.result.root))).toBe(toHtml(message.result.root));
    }
  });

  it('of a kit that are written as MathML are still taken out', async () => {
    expect(await drawn('a <math><mi>x</mi></math> b')).not.toContain('<math');
  });

  it('are one block, whatever their lines look like', () => {
    expect(blocks('Before\n$$\na\n+ b\n\n- c\n$$\nAfter\n')).toEqual([
      'Paragraph "Before"',
      'Formula "$$\\na\\n+ b\\n\\n- c\\n$$"',
      'Paragraph "After"',
    ]);
    expect(blocks('$$x$$ in a line\n\nNext')).toEqual(['Paragraph "$$x$$ in a line"', 'Paragraph "Next"']);
  });

  it('that open and close with edits leave the same blocks as a fresh look', () => {
    const text = 'One\n\n$$\na\n+ b\n$$\n\n- list\n\nTwo\n\nThree\n';
    let state = EditorState.create({ doc: text });
    const reader = new BlockReader(state.doc, true);
    reader.work(() => false);
    for (const [from, to, insert] of [
      [text.indexOf('$$'), text.indexOf('$$') + 1, ''],
      [text.indexOf('$$'), text.indexOf('$$'), '$'],
      [text.indexOf('+ b'), text.indexOf('+ b'), '$$\n'],
      [3, 3, '\n$$'],
    ] as const) {
      const transaction = state.update({ changes: { from, to, insert } });
      state = transaction.state;
      reader.update(state.doc, transaction.changes);
      reader.work(() => false);
      const now = reader
        .ranges()
        .map(({ type, from: a, to: b }) => `${type} ${JSON.stringify(state.sliceDoc(a, b))}`);
      expect(now).toEqual(blocks(state.doc.toString()));
    }
  });
});
