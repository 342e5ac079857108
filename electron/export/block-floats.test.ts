import { expect, test } from 'vitest';
import { applyFloats } from './apply-floats';
import { markBlocks } from './block-floats';
import { planFloats } from './floats';
import { Html } from './html';

const MARK = (id: string) => `<span class="measured" id="${id}"></span>`;
const FIGURE =
  '<figure id="figure-3" class="upright" data-least="0.8"><svg width="400" height="600"></svg></figure>';

const made = markBlocks(
  [
    '<table class="entries"><tbody><tr><td>Owner</td></tr></tbody></table>',
    '<h2>Costs</h2>',
    FIGURE,
    '<p class="tone-plain">One.</p>',
    '<table id="table-7" class=""><tbody><tr><td>Two</td></tr></tbody></table>',
    '<ul><li>Three</li></ul>',
    '<h2>Risks</h2>',
    '<p>Four.</p>',
  ].map((markup) => new Html(markup)),
);

test('a chart may let pass what follows it, up to the next section', () => {
  expect(made.markup.split('\n')).toEqual([
    `<table class="entries"><tbody><tr><td>Owner${MARK('figure-3-before')}</td></tr></tbody></table>`,
    '<h2>Costs</h2>',
    FIGURE.replace('><svg', ' data-next="figure-3-next-1 table-7 figure-3-next-3 figure-3-next-4"><svg'),
    `<p id="figure-3-next-1" class="tone-plain">One.${MARK('figure-3-next-1-end')}</p>`,
    `<table id="table-7" class=""><tbody><tr><td>Two${MARK('figure-3-next-2-end')}</td></tr></tbody></table>`,
    `<ul id="figure-3-next-3"><li>Three${MARK('figure-3-next-3-end')}</li></ul>`,
    '<h2 id="figure-3-next-4">Risks</h2>',
    '<p>Four.</p>',
  ]);
});

test('a chart that leaves a gap is set smaller as long as its type can be read, else text goes before it', () => {
  const plan = (least: number) => {
    const body = new Html(made.markup.replace('data-least="0.8"', `data-least="${least}"`));
    const pages = {
      'figure-3-before': [3, 320],
      'figure-3': [4, 70],
      'figure-3-next-1': [4, 600],
      'figure-3-next-1-end': [4, 690],
      'table-7': [4, 720],
      'figure-3-next-2-end': [5, 90],
    } as const;
    const entries = Object.entries(pages);
    const floats = planFloats(
      new Map([['a', body]]),
      {
        pages: new Map(entries.map(([id, [page]]) => [id, page])),
        drops: new Map(entries.map(([id, [, drop]]) => [id, drop])),
        count: 9,
      },
      'A4',
    );
    return applyFloats(body, floats).markup;
  };
  expect(plan(0.8)).toMatch(/data-next="[^"]*"><svg width="3\d\d\.\d\d" height="5\d\d\.\d\d">/);
  expect(plan(1).indexOf('One.')).toBeLessThan(plan(1).indexOf('<figure'));
  expect(plan(1).indexOf('<figure')).toBeLessThan(plan(1).indexOf('Two'));
});

test('behind numbers at the right edge no place can be measured: it is marked before them', () => {
  const table =
    '<table id="table-1" class=""><tbody><tr><td class="align-end tone-plain">80</td></tr></tbody></table>';
  expect(markBlocks([new Html(FIGURE), new Html(table)]).markup).toContain(
    `<td class="align-end tone-plain">${MARK('figure-3-next-1-end')}80</td>`,
  );
});

test('of two charts in a row the second is measured from the end of the first', () => {
  const two = markBlocks(
    [
      FIGURE.replace('</figure>', '<figcaption>Figure 3</figcaption></figure>'),
      FIGURE.replace('-3', '-4'),
    ].map((markup) => new Html(markup)),
  );
  expect(two.markup).toContain(`<figcaption>Figure 3${MARK('figure-4-before')}</figcaption></figure>`);
});

test('sheets of a diagram and files without figures stay as they are', () => {
  const plain = [
    new Html(''),
    new Html('<p>One</p>'),
    new Html('<figure id="figure-1" class="sheet"></figure>'),
  ];
  expect(markBlocks(plain).markup).toBe('<p>One</p>\n<figure id="figure-1" class="sheet"></figure>');
});
