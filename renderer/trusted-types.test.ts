import { describe, expect, it } from 'vitest';
import { threadAddress } from './trusted-types';

// A scheme of Node's own has an origin there, as ours has in the window.
const ORIGIN = 'https://studio';

describe('the policy of Trusted Types', () => {
  it('lets the threads of the studio pass, unchanged', () => {
    const address = `${ORIGIN}/assets/check.worker-DpDN_V-c.js`;
    expect(threadAddress(address, ORIGIN)).toBe(address);
  });

  it.each([
    '',
    'check.worker-a.js',
    '/assets/check.worker-a.js',
    'https://evil.example/assets/check.worker-a.js',
    'https://studio.evil/assets/check.worker-a.js',
    'https://studio@evil.example/assets/check.worker-a.js',
    'https://studio:1/assets/check.worker-a.js',
    `${ORIGIN}/assets/index-a.js`,
    `${ORIGIN}/assets/check.worker-a.js?x`,
    `${ORIGIN}/assets/check.worker-a.js/x`,
    `${ORIGIN}/assets/../kit/check.worker-a.js`,
    `${ORIGIN}/assets/x/../../../check.worker-a.js`,
    `${ORIGIN}/assets/..%2fcheck.worker-a.js`,
    'blob:https://studio/assets/check.worker-a.js',
    'data:text/javascript,alert(1)//assets/check.worker-a.js',
    'javascript:alert(1)//assets/check.worker-a.js',
    'app://kit/k/assets/check.worker-a.js',
  ])('refuses %j', (address) => {
    expect(threadAddress(address, ORIGIN)).toBeNull();
  });
});
