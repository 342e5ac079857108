import { describe, expect, it } from 'vitest';
import { isoDate, isoTime } from './iso';

describe('isoDate', () => {
  it.each([
    ['10 November 2023', '2023-11-10'],
    ['10 Nov 2023', '2023-11-10'],
    ['3rd of Sept, 2024', '2024-09-03'],
    ['Mar 12, 2024', '2024-03-12'],
    ['March 12th 2024', '2024-03-12'],
    ['13/02/2024', '2024-02-13'],
    ['02/13/2024', '2024-02-13'],
    ['05.05.2024', '2024-05-05'],
    ['2024/3/12', '2024-03-12'],
    ['29 Feb 2024', '2024-02-29'],
  ])('%s is %s', (text, iso) => {
    expect(isoDate(text)).toBe(iso);
  });

  it.each([
    '03/04/2024',
    '3/12/2024',
    '10 Nov',
    '13/02/24',
    '29 Feb 2023',
    '31 April 2024',
    '12 Marble 2024',
    '13/13/2024',
    '2024-03-12',
    'March 2024',
    '10 Ma 2024',
    '13/02-2024',
    '',
  ])('does not guess %j', (text) => {
    expect(isoDate(text)).toBeNull();
  });
});

describe('isoTime', () => {
  it.each([
    ['2024-03-12 14:20 UTC', '2024-03-12T14:20Z'],
    ['2024-03-12T9:05:30+00:00', '2024-03-12T09:05:30Z'],
    ['2024-03-12 14:20:00.000Z', '2024-03-12T14:20:00Z'],
    ['2024-03-12 14:20 GMT', '2024-03-12T14:20Z'],
  ])('%s is %s', (text, iso) => {
    expect(isoTime(text)).toBe(iso);
  });

  it.each([
    '2024-03-12 14:20',
    '2024-03-12T14:20+01:00',
    '2024-03-12T14:20Z',
    '2024-02-30 14:20 UTC',
    '14:20 UTC',
  ])('does not guess %j', (text) => {
    expect(isoTime(text)).toBeNull();
  });
});
