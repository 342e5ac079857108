import { expect, it } from 'vitest';
import { findSecrets } from './secrets';

const found = (text: string, money = false, keep: readonly string[] = []) =>
  findSecrets(text, { money, keep }).map(({ kind, shown }) => `${kind} ${shown}`);

// Put together here, so that no scanner takes this file for a leak.
const key = (...parts: readonly string[]) => parts.join('');

it.each([
  [`id ${key('AKIA', 'IOSFODNN7EXAMPLE')}`, ['key AKIA…LE']],
  [key('-----BEGIN RSA ', 'PRIVATE KEY-----'), ['key -----BEGIN RSA PRIVATE KEY-----']],
  [key('ghp_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'), ['key ghp_…R8']],
  [key('eyJhbGciOiJIUzI1NiJ9', '.eyJzdWIiOiIxMjM0NTY3ODkwIn0.', 'dozjgNryP4J3jVmNHl0w5N'), ['key eyJh…5N']],
  ['db_password: hunter2x!', ['password h…']],
  ['password: the one in the vault', []],
  ['Password policy: rotated quarterly', []],
  ['api_key = ${API_KEY}', []],
  ['postgres://app:s3cr3t@db/x', ['password s…']],
  ['mail ana@corp.io, not a@example.com', ['email ana@corp.io']],
  ['on db01.prod.internal and kafka.local.', ['host db01.prod.internal', 'host kafka.local']],
  ['https://grafana/d/1 and https://grafana.com', ['host grafana']],
  [
    '10.1.2.3, 8.8.8.8, 172.20.0.1, 192.168.0.1',
    ['address 10.1.2.3', 'address 172.20.0.1', 'address 192.168.0.1'],
  ],
  ['version 10.1.2 and 1.10.1.2.3', []],
  ['internal use; a local cache; $1.2M', []],
])('%j', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

it('tells money when asked, and keeps still about what is known', () => {
  expect(found('$1.2M and 300 EUR, USD 40', true)).toEqual(['money $1.2M', 'money 300 EUR', 'money USD 40']);
  expect(found('Ana@corp.io', false, ['ana@corp.io'])).toEqual([]);
});

it('is linear', () => {
  const text = `${'a'.repeat(300_000)} ${'a.'.repeat(150_000)} ${'1'.repeat(100_000)}`;
  const before = performance.now();
  expect(found(text, true)).toEqual([]);
  expect(performance.now() - before).toBeLessThan(4000);
});
