import { expect, it } from 'vitest';
import { heldPieces } from './held-words';

const held = (text: string) => heldPieces(text).flatMap((piece) => (piece.held ? [piece.text] : []));

it.each([
  ['between 2024-03-12T09:05Z and 2024-04-26', ['2024-03-12T09:05Z', '2024-04-26']],
  [
    'AI-01, RA-A02; INC-2024-0312 (TCO-042), SLO-03.',
    ['AI-01', 'RA-A02', 'INC-2024-0312', 'TCO-042', 'SLO-03'],
  ],
  ['bands ≤ 7.5 % → 4, > 15 min, >= 14.4 x', ['≤ 7.5 %', '> 15', '>= 14.4']],
  ['moved by 20 %', ['20 %']],
  ['schema and data-quality control, us-east-1', []],
  ['plain words', []],
  ['', []],
])('what stays together in %j', (text, expected) => {
  expect(held(text)).toEqual(expected);
  expect(
    heldPieces(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});

it('takes no longer than its text, however it is made', () => {
  for (const part of ['A-', '9.', '-1', '<', 'AAAAAAAA-', '2024-01-'])
    expect(held(part.repeat(50_000)).length).toBeGreaterThanOrEqual(0);
});
