import { describe, expect, it } from 'vitest';
import { validators } from '../../shared/generated/ipc-validators';
import type { CallChannel, TaskChannel } from '../../shared/ipc/contract';
import { MAX_ASSET_TEXT, MAX_TEXT } from '../../shared/ipc/payloads';
import { isWithinLimit } from './message-size';
import { ASKED } from './messages.test-support';

const KB = 1024;

/** A request that counts for exactly so much: a mapping and a key count eight each, its name and its text their length. */
const counting = (size: number) => ({ a: 'x'.repeat(size - 17) });

type Asked = CallChannel | TaskChannel;

describe('the size of a message', () => {
  it.each([
    ['kit.list', 64 * KB],
    ['settings.write', 64 * KB],
    ['link.open', 64 * KB],
    ['artifact.save', MAX_TEXT + 64 * KB],
    ['journal.put', MAX_TEXT + 64 * KB],
    ['artifact.saveAsset', MAX_ASSET_TEXT + 64 * KB],
  ] as const)('%s: one less, as much, one more', (channel, limit) => {
    expect([limit - 1, limit, limit + 1].map((size) => isWithinLimit(channel, counting(size)))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is 64 KB but for the few that carry texts, pictures or lists of files', () => {
    const larger = ASKED.map(({ channel }) => channel).filter((channel) =>
      isWithinLimit(channel as Asked, counting(64 * KB + 1)),
    );
    expect(larger.sort()).toEqual([
      'artifact.create',
      'artifact.save',
      'artifact.saveAsset',
      'history.discarded',
      'journal.change',
      'journal.piece',
      'journal.put',
      'kit.chooseStandard',
      'kit.readMany',
      'kit.standardChoice',
      'portfolio.export',
      'portfolio.pages',
      'portfolio.preflight',
      'session.write',
    ]);
    for (const channel of larger)
      expect(isWithinLimit(channel as Asked, counting(MAX_TEXT + 256 * KB + 1)), channel).toBe(false);
  });

  it('counts what is within lists and mappings, and no deeper than eight levels', () => {
    const nested = (levels: number) =>
      Array.from({ length: levels }).reduce<unknown>((inner) => [inner], 'x');
    expect([7, 8, 9].map((levels) => isWithinLimit('kit.list', nested(levels)))).toEqual([true, true, false]);
    // An empty mapping counts eight, as the list does that it stands in.
    const list = (count: number) => Array.from({ length: count }, () => ({}));
    const most = (64 * KB) / 8 - 1;
    expect([most - 1, most, most + 1].map((count) => isWithinLimit('kit.list', list(count)))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('of a text that is saved: one less, as much, one more', () => {
    const path = { kitId: 'k', path: 'a.md' };
    const save = (length: number) => ({ ...path, text: 'x'.repeat(length), baseHash: '0'.repeat(64) });
    const fits = validators['ipc:artifact.save.request'];
    expect([MAX_TEXT - 1, MAX_TEXT, MAX_TEXT + 1].map((length) => fits?.(save(length)))).toEqual([
      true,
      true,
      false,
    ]);
  });
});
