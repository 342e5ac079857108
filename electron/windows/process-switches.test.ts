import { describe, expect, it } from 'vitest';
import { refusedSwitch } from './process-switches';

const start = (given: readonly string[], isPackaged = true, isRoot = false) =>
  refusedSwitch({ isPackaged, isRoot, has: (name) => given.includes(name) });

describe('switches of a released program', () => {
  it.each([
    'remote-debugging-port',
    'remote-debugging-pipe',
    'inspect',
    'inspect-brk',
    'js-flags',
    'disable-web-security',
    'proxy-server',
    'host-resolver-rules',
    'renderer-cmd-prefix',
    'no-sandbox',
  ])('do not open it to others: --%s', (name) => {
    expect(start([name])).toBe(name);
    expect(start(['open', name])).toBe(name);
    expect(start([name], false)).toBeNull();
  });

  it('leave root the one without which the engine does not start', () => {
    expect(start(['no-sandbox'], true, true)).toBeNull();
    expect(start(['no-sandbox', 'inspect'], true, true)).toBe('inspect');
  });

  it('may be any others', () => {
    expect(start(['open', 'welcome', 'user-data-dir', 'force-device-scale-factor'])).toBeNull();
  });
});
