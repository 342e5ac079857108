import { describe, expect, it } from 'vitest';
import { minuteOf } from './clock';
import { mulberry32 } from './prng';
import {
  type CountColumn,
  centsOf,
  countWindow,
  droppedInTotal,
  eventsInMinute,
  linesOf,
  totalOf,
  WINDOW_MINUTES,
  windowsBetween,
} from './rate-model';

const sum = (from: string, to: string, column: CountColumn): number =>
  totalOf(windowsBetween(from, to), column);

/** Rounds as money and percentages are quoted: halves up. */
const rounded = (value: number, digits: number): number =>
  Math.floor(value * 10 ** digits + 0.5) / 10 ** digits;

describe('volumes of the day', () => {
  it('hits each hourly anchor and slopes between them', () => {
    expect(eventsInMinute(minuteOf('00:00'))).toBe(8000);
    expect(eventsInMinute(minuteOf('09:30'))).toBe(33_500);
    expect(eventsInMinute(minuteOf('13:01'))).toBe(40_950);
    expect(() => eventsInMinute(1440)).toThrow(RangeError);
  });

  it('adds up to the daily volume of order-line', () => {
    let total = 0;
    for (let minute = 0; minute < 1440; minute += 1) total += eventsInMinute(minute);
    expect(total).toBe(37_379_720);
  });

  it('rounds falling slopes toward minus infinity', () => {
    expect(eventsInMinute(minuteOf('01:01'))).toBe(6000 + Math.floor(-1000 / 60));
  });

  it.each([
    ['12:00', 214_665, 85_866],
    ['09:40', 172_498, 68_999],
  ])('counts the window at %s', (clockText, accepted, dropped) => {
    expect(countWindow(minuteOf(clockText))).toMatchObject({ accepted, dropped });
  });

  it('has its peak of drops at 12:00', () => {
    const worst = windowsBetween('09:05', '15:10').reduce((a, b) => (b.dropped > a.dropped ? b : a));
    expect(worst.start).toBe(minuteOf('12:00'));
  });
});

describe('what the incident dropped', () => {
  it('drops 5,367,722 of 14,133,338 events, 37.98 %', () => {
    expect(sum('09:05', '15:10', 'accepted')).toBe(14_133_338);
    expect(sum('09:05', '15:10', 'checkout')).toBe(5_653_320);
    expect(droppedInTotal()).toBe(5_367_722);
    expect(rounded((droppedInTotal() / 14_133_338) * 100, 2)).toBe(37.98);
    expect(totalOf(windowsBetween('00:00', '09:05'), 'dropped')).toBe(0);
    expect(totalOf(windowsBetween('15:10', '23:55'), 'dropped')).toBe(0);
  });

  it.each([
    ['09:05', '09:15', 6_357],
    ['09:15', '09:25', 32_624],
    ['09:25', '09:35', 66_915],
    ['09:35', '15:10', 5_261_826],
    ['09:05', '14:20', 4_621_363],
    ['14:20', '15:10', 746_359],
    ['09:05', '12:35', 2_955_706],
  ])('drops between %s and %s', (from, to, events) => {
    expect(sum(from, to, 'dropped')).toBe(events);
  });

  it('turns events into lines and dollars', () => {
    expect(linesOf(droppedInTotal())).toBe(536_772);
    expect(centsOf(linesOf(droppedInTotal()))).toBe(354_269_520);
    const unattributed = linesOf(sum('09:05', '12:35', 'dropped'));
    expect(unattributed).toBe(295_571);
    const sponsored = rounded(unattributed * 0.12, 0);
    expect(sponsored).toBe(35_469);
    expect(sponsored * 110).toBe(3_901_590);
    // IM-10: unbillable ads, unneeded discounts and replay compute, in cents.
    expect(sponsored * 110 + 5_830_000 + 128_410).toBe(9_860_000);
  });

  it('shows finance the 13:00 hour at 60 %', () => {
    const settled = centsOf(linesOf(sum('13:00', '14:00', 'accepted')));
    const shown = centsOf(linesOf(sum('13:00', '14:00', 'recordsOut')));
    expect([shown, settled]).toEqual([93_911_400, 156_519_000]);
  });
});

describe('what-ifs', () => {
  const shareLost = (from: string, to: string): number =>
    sum(from, to, 'dropped') / sum(from, to, 'accepted');

  it('puts the fast burn of a 99.95 % objective at 25.0 times by 09:20', () => {
    expect(rounded(shareLost('08:20', '09:20') * 100, 3)).toBe(1.248);
    expect(rounded(shareLost('08:20', '09:20') / 0.0005, 1)).toBe(25);
    expect(rounded(shareLost('09:15', '09:20') / 0.0005, 0)).toBe(200);
    // Five minutes earlier the hour stands at 7.1 times: no page at the 5 % step.
    expect(shareLost('08:15', '09:15') / 0.0005).toBeLessThan(14.4);
  });

  it('loses 600,256 events when drops end at 10:10, 88.8 % fewer', () => {
    const lost = sum('09:05', '10:10', 'dropped');
    expect(lost).toBe(600_256);
    expect(droppedInTotal() - lost).toBe(4_767_466);
    expect(rounded(((droppedInTotal() - lost) / droppedInTotal()) * 100, 1)).toBe(88.8);
  });

  it('loses 12,881 events when the rollout stays at 5 % and is back by 09:25', () => {
    let lost = 0;
    for (let start = minuteOf('09:05'); start < minuteOf('09:25'); start += WINDOW_MINUTES) {
      lost += countWindow(start, 5).dropped;
    }
    expect(lost).toBe(12_881);
  });
});

describe('filler stream', () => {
  it('equals mulberry32 as others implement it', () => {
    expect(mulberry32(1)()).toBe(0.627_073_940_588_161_3);
    const next = mulberry32(20_240_312);
    expect([next(), next(), next()]).toEqual([
      0.166_386_175_202_205_78, 0.115_764_120_593_667_03, 0.489_170_433_487_743_14,
    ]);
  });
});
