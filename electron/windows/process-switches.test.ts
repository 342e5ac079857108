import { describe, expect, it } from 'vitest';
import { refusedSwitch } from './process-switches';

const start = (given: readonly string[], isPackaged = true, isRoot = false) =>
  refusedSwitch({
    isPackaged,
    isRoot,
    has: (name) => given.includes(name),
    argv: ['staffwright', ...given.map((name) => `--${name}=x`)],
  });

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
    'allow-file-access-from-files',
  ])('do not open it to others: --%s', (name) => {
    expect(start([name])).toBe(name);
    expect(start(['open', name])).toBe(name);
    expect(start([name], false)).toBeNull();
  });

  it('leave root the one without which the engine does not start', () => {
    expect(start(['no-sandbox'], true, true)).toBeNull();
    expect(start(['no-sandbox', 'inspect'], true, true)).toBe('inspect');
  });

  it.each([['staffwright'], ['staffwright', '--open', 'allow-file-access-from-files']])(
    'are not those that the engine sets for itself',
    (...argv) => {
      const has = (name: string) => name === 'allow-file-access-from-files';
      expect(refusedSwitch({ isPackaged: true, isRoot: false, has, argv })).toBeNull();
      expect(
        refusedSwitch({
          isPackaged: true,
          isRoot: false,
          has,
          argv: [...argv, '-allow-file-access-from-files'],
        }),
      ).toBe('allow-file-access-from-files');
    },
  );

  it('may be any others', () => {
    expect(start(['open', 'welcome', 'user-data-dir', 'force-device-scale-factor'])).toBeNull();
  });
});
