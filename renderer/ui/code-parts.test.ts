import { describe, expect, test } from 'vitest';
import { codeParts } from './code-parts';

describe('codeParts', () => {
  test('shows what stands between backticks as code', () => {
    expect(codeParts('The header lacks `status`, `owner`')).toEqual([
      { text: 'The header lacks ', code: false },
      { text: 'status', code: true },
      { text: ', ', code: false },
      { text: 'owner', code: true },
    ]);
  });

  test.each(['a ` b', '`', 'a `b` c ` d', 'plain'])('keeps a single backtick a character: %s', (text) => {
    const parts = codeParts(text);
    expect(parts.map((part) => (part.code ? `\`${part.text}\`` : part.text)).join('')).toBe(text);
  });
});
