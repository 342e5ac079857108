import { expect, test } from 'vitest';
import { applyFloats } from './apply-floats';
import { NO_FLOATS, planFloats } from './floats';
import { beforeId } from './gaps';
import { Html } from './html';
import type { MeasuredPlaces } from './pdf-file';

/** A figure of so many points, as far as it may be made smaller, and what may pass it. */
const figure = (id: string, points: number, least: number, next: string) =>
  `<figure id="${id}" class="upright" data-least="${least}" data-next="${next}"><svg width="400" height="${points / 0.75}"></svg></figure>`;

const block = (id: string) => `<p id="${id}">${id}</p>`;

function measured(places: Readonly<Record<string, readonly [page: number, drop: number]>>): MeasuredPlaces {
  const entries = Object.entries(places);
  return {
    pages: new Map(entries.map(([id, [page]]) => [id, page])),
    drops: new Map(entries.map(([id, [, drop]]) => [id, drop])),
    count: 9,
  };
}

const order = (markup: string) => [...markup.matchAll(/ id="([\w-]+)"/g)].map(([, id]) => id);

test('text behind a figure fills the page before it, as far as it fits', () => {
  const body = new Html(
    [
      block('before'),
      figure('f', 500, 1, 'f-next-1 f-next-2 f-next-3 head'),
      block('f-next-1'),
      block('f-next-2'),
      block('f-next-3'),
      block('head'),
    ].join(''),
  );
  const places = measured({
    [beforeId('f')]: [3, 400],
    f: [4, 70],
    'f-next-1': [4, 600],
    'f-next-1-end': [4, 690],
    'f-next-2': [4, 710],
    'f-next-2-end': [4, 760],
    'f-next-3': [5, 70],
    'f-next-3-end': [5, 400],
  });
  const floats = planFloats(new Map([['a01', body]]), places, 'A4');
  expect([...floats.moved]).toEqual([['f', 'f-next-3']]);
  const out = applyFloats(body, floats).markup;
  expect(order(out)).toEqual(['before', 'f-next-1', 'f-next-2', 'f', 'f-next-3', 'head']);
  expect(out).toHaveLength(body.markup.length);
});

test('where all text up to the next figure fits, that figure lets more pass, and both keep their order', () => {
  const body = new Html(
    [
      figure('f', 500, 1, 'f-next-1 g'),
      block('f-next-1'),
      figure('g', 600, 1, 'g-next-1 head'),
      block('g-next-1'),
      block('head'),
    ].join(''),
  );
  const places = measured({
    [beforeId('f')]: [3, 300],
    f: [4, 70],
    'f-next-1': [4, 600],
    'f-next-1-end': [4, 690],
    g: [5, 70],
    'g-next-1': [6, 70],
    'g-next-1-end': [6, 140],
  });
  const floats = planFloats(new Map([['a01', body]]), places, 'A4');
  expect(order(applyFloats(body, floats).markup)).toEqual(['f-next-1', 'g-next-1', 'f', 'g', 'head']);
});

test('a figure that is a little too high for the rest of a page is made smaller, but not below its least', () => {
  const places = measured({ [beforeId('f')]: [3, 400], f: [4, 70] });
  const plan = (least: number) =>
    planFloats(new Map([['a', new Html(figure('f', 400, least, ''))]]), places, 'A4');
  const ratio = plan(0.7).scaled.get('f') ?? 0;
  // From the text before to the lower edge there are 361 points, less the caption.
  expect(ratio * 400 + 30).toBeLessThanOrEqual(361);
  expect(ratio).toBeGreaterThan(0.75);
  expect(applyFloats(new Html(figure('f', 400, 0.7, '')), plan(0.7)).markup).toContain(
    ` width="${(400 * ratio).toFixed(2)}" height="${((400 / 0.75) * ratio).toFixed(2)}"`,
  );
  expect(plan(0.9)).toEqual(NO_FLOATS);
});

test('a figure that follows its text, or leaves little empty, stays', () => {
  const body = new Html(figure('f', 500, 1, 'f-next-1 head') + block('f-next-1') + block('head'));
  const behind = { 'f-next-1': [4, 600], 'f-next-1-end': [4, 700] } as const;
  for (const before of [
    [4, 100],
    [3, 700],
  ] as const) {
    const places = measured({ [beforeId('f')]: before, f: [4, 70], ...behind });
    expect(planFloats(new Map([['a', body]]), places, 'A4')).toEqual(NO_FLOATS);
  }
});

test('a heading within the section goes along with what follows it, and is never left behind alone', () => {
  const body = new Html(
    [
      figure('f', 500, 1, 'f-next-1 sub! f-next-3 head'),
      ...['f-next-1', 'sub', 'f-next-3', 'head'].map(block),
    ].join(''),
  );
  const places = {
    [beforeId('f')]: [3, 400],
    f: [4, 70],
    'f-next-1': [4, 600],
    'f-next-1-end': [4, 660],
    sub: [4, 690],
    'f-next-2-end': [4, 700],
    'f-next-3': [4, 720],
  } as const;
  const target = (end: number) =>
    planFloats(new Map([['a', body]]), measured({ ...places, 'f-next-3-end': [4, end] }), 'A4').moved.get(
      'f',
    );
  expect(target(760)).toBe('head');
  // What follows the heading does not fit: the heading stays with it.
  expect(target(1200)).toBe('sub');
});

test('two figures in a row stay in their order behind the text that follows both', () => {
  const body = new Html(
    [
      block('before'),
      figure('f', 600, 1, 'g'),
      figure('g', 600, 1, 'g-next-1 g-next-2 head'),
      ...['g-next-1', 'g-next-2', 'head'].map(block),
    ].join(''),
  );
  const places = measured({
    [beforeId('f')]: [3, 300],
    f: [4, 70],
    g: [5, 70],
    'g-next-1': [6, 70],
    'g-next-1-end': [6, 160],
    'g-next-2': [6, 180],
    'g-next-2-end': [6, 700],
  });
  const floats = planFloats(new Map([['a', body]]), places, 'A4');
  expect(order(applyFloats(body, floats).markup)).toEqual([
    'before',
    'g-next-1',
    'f',
    'g',
    'g-next-2',
    'head',
  ]);
});

test('a figure that went over although it seemed to fit is set smaller; one that fails again as it was', () => {
  const body = new Html(figure('f', 300, 0.7, ''));
  const places = measured({ [beforeId('f')]: [3, 400], f: [4, 70] });
  const first = planFloats(new Map([['a', body]]), places, 'A4');
  expect([...first.scaled]).toEqual([['f', 0.88]]);
  const second = planFloats(new Map([['a', applyFloats(body, first)]]), places, 'A4', first);
  expect(second.scaled.get('f')).toBeCloseTo(0.774, 3);
  const third = planFloats(new Map([['a', applyFloats(body, second)]]), places, 'A4', second);
  expect([...third.scaled]).toEqual([]);
});
