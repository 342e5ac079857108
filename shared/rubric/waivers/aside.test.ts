import { expect, it } from 'vitest';
import { KitPacket } from '../kit-packet';
import { newSessionFile, readSessionFile } from '../session-file';
import { note } from '../session-kinds.test-support';
import { WAIVERS_FILE } from './waiver';

it('waivers are no part of the packet: the paths in them are no links, the people no people', () => {
  const text =
    '- {finding: T-01, path: part1/a.md, quote: bad, reason: x, by: Ada Example, date: 2024-03-20}\n';
  const packet = (aside: boolean) => {
    const files = [newSessionFile('part1/a.md', note('bad'), null), newSessionFile(WAIVERS_FILE, text, null)];
    const parsed = files.map((file) =>
      readSessionFile(file, {
        recognise: () => ({ kind: null, template: false, reason: '' }),
        validator: () => null,
        statedFacts: () => [],
        isAside: (path) => aside && path === WAIVERS_FILE,
      }),
    );
    return new KitPacket(parsed.map(({ contribution }) => contribution));
  };
  expect(packet(false).outgoing(WAIVERS_FILE)).toHaveLength(1);
  expect(packet(true).outgoing(WAIVERS_FILE)).toEqual([]);
  expect(packet(true).files.has(WAIVERS_FILE)).toBe(true);
});
