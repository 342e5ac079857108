import { expect, it } from 'vitest';
import { inexactReason } from './exact-number';

it.each([
  [0, '0'],
  [0, '-0'],
  [0.5, '0.5'],
  [1e300, '1e300'],
  [-7, '-7'],
  [15, '0xf'],
  [Number.MAX_SAFE_INTEGER, '9007199254740991'],
  [2 ** 53, '9007199254740992.5'],
  ['007', '007'],
])('counts with %s, written %s', (value, written) => {
  expect(inexactReason(value, written)).toBeNull();
});

it.each([
  [7, '007', /zero in front/],
  [7, '+07', /zero in front/],
  [0, '00', /zero in front/],
  [15, '0o17', /zero in front/],
  [-15, '-0o17', /zero in front/],
  [2 ** 53, '9007199254740992', /larger than can be counted exactly/],
  [-(2 ** 60), '-1152921504606846976', /larger than can be counted exactly/],
  [Number.POSITIVE_INFINITY, '1e999', /larger than any/],
  [Number.NaN, '.nan', /not a number/],
])('tells why %s, written %s, cannot be counted with', (value, written, reason) => {
  expect(inexactReason(value, written)).toMatch(reason);
});
