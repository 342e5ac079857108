import { describe, expect, it } from 'vitest';
import { durationsIn, spellDuration } from './durations';

describe('spelling a duration as another one', () => {
  it.each([
    [365, '300 minutes', '365 minutes'],
    [365, '6 h 15', '6 h 05'],
    [1045, '16 h 25 min', '17 h 25 min'],
    [1025, '17 h 05 m', '17 h 5 m'],
    [315, '5 h', '315 min'],
    [300, '6 hours', '5 hours'],
    [60, '2 hours', '1 hour'],
    [315, '5.3 h', '5.3 h'],
    [50, '55min', '50min'],
    [50, 'soon', '50 min'],
  ])('%i like %s is %s', (minutes, like, expected) => {
    const spelled = spellDuration(minutes, like);
    expect(spelled).toBe(expected);
    const [back] = durationsIn(spelled);
    expect(Math.abs((back?.minutes ?? 0) - minutes)).toBeLessThanOrEqual((back?.tolerance ?? 0) + 1e-9);
  });
});
