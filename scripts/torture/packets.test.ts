import { describe, expect, it } from 'vitest';
import { CONSISTENCY_RULES } from '../../shared/consistency';
import { KINDS } from '../../shared/kinds';
import type { AutoCriterion } from '../../shared/rubric/criterion';
import type { Packet } from '../../shared/rubric/packet';
import { KindRegistry } from '../../shared/rubric/registry';
import type { ConsistencyRule } from '../../shared/rubric/rule';
import { CheckSession } from '../../shared/rubric/session';
import { kindValidator } from '../../shared/studio';
import { Looks } from './counted-packet';
import { workedTexts } from './worked-kit';

/**
 * A folder that holds the worked packet several times, with the same ids in each or with its own. Counted is how many records a rule or criterion
 * looks at. Some hold each file of one kind against each of another, because either may belong to the other; what may not be is that they look
 * through all records for each file. `STAFFWRIGHT_TORTURE` tries more packets.
 */
const PACKETS = Number(process.env['STAFFWRIGHT_TORTURE'] ?? 0) > 0 ? 16 : 4;
/**
 * Looks for each pair of packets: with a hundred packets, two million. Looking through all records for each file takes thousands for a pair, or
 * grows with the cube.
 */
const MOST_FOR_PAIR = 240;

const worked = [...workedTexts()].filter(([path]) => path.startsWith('examples/'));

function looksOf(packets: number, own: boolean): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  const looks = new Looks();
  const counting = <T>(id: string, check: () => T): T => {
    looks.count = 0;
    const value = check();
    all.set(id, (all.get(id) ?? 0) + looks.count);
    return value;
  };
  const rule = (one: ConsistencyRule): ConsistencyRule => ({
    ...one,
    check: (packet: Packet) => counting(one.id, () => one.check(looks.over(packet))),
  });
  const kinds = KINDS.map((kind) => ({
    ...kind,
    rubric: kind.rubric.map((one) => {
      if (one.mode === 'self') return one;
      const { check } = one as AutoCriterion<unknown>;
      return {
        ...one,
        check: (input: Parameters<typeof check>[0]) =>
          counting(one.id, () => check({ ...input, packet: looks.over(input.packet) })),
      };
    }),
  }));
  const session = new CheckSession({
    registry: new KindRegistry(kinds),
    name: 'Packets',
    validator: kindValidator,
    rules: CONSISTENCY_RULES.map(rule),
  });
  for (let packet = 1; packet <= packets; packet++)
    for (const [path, text] of worked)
      session.setFile(
        path.replace('examples/', `packet-${String(packet).padStart(3, '0')}/`),
        own ? withOwnIds(text, packet) : text,
      );
  session.settle();
  return all;
}

/** The ids of a packet, as no other has them. */
function withOwnIds(text: string, packet: number): string {
  return text
    .replace(/\b(ADR|RFC|SLO|CF|AI|TW|D|R)-(\d{2,3})\b/g, (_, family: string, number: string) => {
      const value = (Number(number) + packet * 40) % 10 ** number.length;
      return `${family}-${String(value).padStart(number.length, '0')}`;
    })
    .replaceAll('INC-2024-0312', `INC-2024-${1000 + packet}`);
}

describe.each([
  ['the same ids', false],
  ['ids of their own', true],
] as const)('many packets with %s in one folder', (_, own) => {
  it('take few looks for each pair of packets', () => {
    const [few, many] = [looksOf(PACKETS, own), looksOf(2 * PACKETS, own)];
    // What grows with the packets doubles; the rest is of pairs.
    const forPair = (id: string) =>
      ((many.get(id) ?? 0) - 2 * (few.get(id) ?? 0)) / ((2 * PACKETS) ** 2 - 2 * PACKETS ** 2);
    expect(few.get('X-09') ?? 0).toBeGreaterThan(1000);
    const square = [...many.keys()].filter((id) => forPair(id) > MOST_FOR_PAIR);
    expect(square.map((id) => `${id}: ${Math.round(forPair(id))}`)).toEqual([]);
  }, 3_600_000);
});
