import { describe, expect, it } from 'vitest';
import type { Standing } from '../../shared/ipc/payloads';
import { outside } from '../../shared/preview/chart/drawable.test-support';
import { marksOf, type Scene } from '../../shared/preview/chart/scene';
import { progressScene } from './progress-scene';
import { percentOf } from './progress-words';

const DAY = 86_400_000;

function standing(at: number, more: Partial<Standing> = {}): Standing {
  return {
    day: new Date(Date.UTC(2026, 0, 28) + at * DAY).toISOString().slice(0, 10),
    must: 4,
    should: 6,
    could: 0,
    points: 0.57,
    minutes: 60,
    grades: ['draft', null, null, 'staff-ready'],
    ...more,
  };
}

const texts = (scene: Scene) => scene.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
const bars = (scene: Scene) => marksOf(scene).filter(({ mark }) => mark.name.includes('open'));

describe('the picture of the days', () => {
  it('puts days where they are in the calendar, with the last values beside them', () => {
    const scene = progressScene(
      [standing(0), standing(1), standing(11, { must: 0, should: 1, points: 1 })],
      700,
    );
    const [one, two, three] = bars(scene).map(({ box }) => box.x + box.width / 2);
    expect(((three ?? 0) - (one ?? 0)) / ((two ?? 0) - (one ?? 0))).toBeCloseTo(11, 1);
    expect(texts(scene)).toEqual(expect.arrayContaining(['28 Jan 2026', '100 %', '1 should']));
    expect(texts(scene)).not.toContain('0 must');
  });

  it('stacks shoulds on musts, by their number', () => {
    const scene = progressScene([standing(0), standing(1, { must: 8, should: 0 })], 700);
    const [first, second] = bars(scene);
    const [must, should] = (first?.shapes ?? []).flatMap((shape) => (shape.kind === 'rect' ? [shape] : []));
    expect((should?.height ?? 0) / (must?.height ?? 1)).toBeCloseTo(6 / 4);
    expect((should?.y ?? 0) + (should?.height ?? 0)).toBeCloseTo(must?.y ?? 0);
    expect(second?.shapes).toHaveLength(1);
    expect((second?.box.height ?? 0) / (must?.height ?? 1)).toBeCloseTo(2);
  });

  it('writes the first of a month in full', () => {
    const scene = progressScene(
      [0, 4, 40].map((at) => standing(at)),
      700,
    );
    expect(texts(scene).filter((text) => /^(?:\d+ )?[A-Z][a-z]{2}(?: \d{4})?$/.test(text))).toEqual([
      '28 Jan 2026',
      '4 Feb',
      '11 Feb',
      '18 Feb',
      '25 Feb',
      '4 Mar',
    ]);
    expect(texts(progressScene([standing(4), standing(5)], 700))).toContain('1 Feb 2026');
  });

  it.each([2, 7, 60, 500])('keeps all words in the picture: %d days', (count) => {
    const days = Array.from({ length: count }, (_, i) =>
      standing(i * (count > 60 ? 3 : 1), {
        must: i % 90,
        should: (i * 7) % 1000,
        points: i % 5 === 0 ? null : 0.5,
      }),
    );
    for (const width of [300, 480, 760]) expect(outside(progressScene(days, width))).toEqual([]);
  });

  it('counts findings in whole ones', () => {
    const scene = progressScene(
      [standing(0, { must: 1, should: 0 }), standing(1, { must: 0, should: 0 })],
      500,
    );
    expect(texts(scene)).not.toContain('0.5');
  });
});

describe('the share of the points', () => {
  it('is never rounded up, and never down by a bit', () => {
    expect([0.57, 0.29, 0.9999, 1, 0, null].map((points) => percentOf(standing(0, { points })))).toEqual([
      '57 %',
      '29 %',
      '99.9 %',
      '100 %',
      '0 %',
      '–',
    ]);
  });
});
