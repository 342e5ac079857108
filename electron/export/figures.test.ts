import { expect, test } from 'vitest';
import { diagramCaption } from './bodies';
import { type Drawing, type FigurePlace, Figures } from './figures';
import { TEXT } from './paper';

const SVG = '<svg id="d1" width="1" height="1" viewBox="0 0 10 10"><text>x</text></svg>';

function drawn(width: number, height: number, place: FigurePlace, paper: 'A4' | 'Letter' = 'A4') {
  const drawing: Drawing = { ok: true, picture: { svg: SVG, width, height } };
  const { markup } = new Figures(new Map([['text', drawing]]), paper).figure('text', 'Title', place);
  const [, look] = /<figure id="figure-1" class="([^"]*)"/.exec(markup) ?? [];
  const [, w, h] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(markup) ?? [];
  return { look, width: Number(w), height: Number(h), markup };
}

test.each([
  ['small ones keep their size', 300, 200, 'in-text', 'upright', 300, 200],
  ['wide ones fill the measure while their type can be read', 900, 400, 'in-text', 'upright', 627, 278.67],
  ['much wider ones are turned', 1300, 600, 'in-text', 'turned', 412.62, 894],
  ['under their own title together with it', 1300, 600, 'below-title', 'turned-page', 432, 936],
  ['square ones gain nothing by turning', 900, 900, 'below-title', 'upright', 627, 627],
  ['tall ones get the room of a smaller title', 700, 1190, 'below-title', 'upright small-head', 474.12, 806],
] as const)('%s', (_name, width, height, place, look, w, h) => {
  expect(drawn(width, height, place)).toMatchObject({ look, width: w, height: h });
});

test('no figure is larger than the page, on either paper and in any shape', () => {
  for (const paper of ['A4', 'Letter'] as const) {
    const text = TEXT[paper];
    for (const place of ['in-text', 'below-title'] as const) {
      for (const width of [10, 300, 640, 900, 1300, 5000]) {
        for (const height of [10, 300, 640, 900, 1300, 5000]) {
          const figure = drawn(width, height, place, paper);
          expect(figure.width).toBeLessThanOrEqual(text.width);
          expect(figure.height).toBeLessThanOrEqual(text.height);
          expect(figure.markup).toContain(SVG.slice(SVG.indexOf('<text')));
        }
      }
    }
  }
});

test('figures are numbered, and one that was not drawn says why without taking a number', () => {
  const figures = new Figures(
    new Map<string, Drawing>([
      ['a', { ok: true, picture: { svg: SVG, width: 10, height: 10 } }],
      ['b', { ok: false, reason: 'line 2 <is> odd' }],
    ]),
    'A4',
  );
  expect(figures.figure('a', 'One & two').markup).toContain(
    '<figcaption>Figure 1 · One &amp; two</figcaption>',
  );
  expect(figures.figure('b', 'No').markup).toContain('line 2 &lt;is&gt; odd');
  expect(figures.figure('a', '').markup).toContain('<figcaption>Figure 2</figcaption>');
});

test('a diagram file tells its legend, owner and date under its figure', () => {
  const comments = [
    'title: A',
    'owner: Ines Okonkwo-Vale',
    'legend: dashed means rejected',
    'date: 2024-04-12',
  ];
  expect(diagramCaption(comments.map((text) => ({ text })))).toBe(
    'Dashed means rejected · Ines Okonkwo-Vale · 2024-04-12',
  );
  expect(diagramCaption([])).toBe('');
});
