import { describe, expect, it } from 'vitest';
import { checkLink } from './link-check';

describe('addresses offered to the system', () => {
  it.each([
    ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['http://example.com', 'http://example.com/'],
    ['HTTPS://EXAMPLE.com/ä', 'https://example.com/%C3%A4'],
    ['https://xn--exmple-cua.com/', 'https://xn--exmple-cua.com/'],
    ['https://exämple.com/', 'https://xn--exmple-cua.com/'],
    ['https://127.0.0.1:8080/', 'https://127.0.0.1:8080/'],
    ['mailto:a@example.com', 'mailto:a@example.com'],
    ['mailto:a@example.com?subject=Hi&body=There', 'mailto:a@example.com?subject=Hi&body=There'],
  ])('asks about %s', (raw, address) => {
    const link = checkLink(raw);
    expect(link.ok && link.value.address).toBe(address);
    expect(link.ok && link.value.lines.at(-1)).toBe(address);
  });

  it.each([
    '',
    'a',
    '/a',
    '//example.com',
    'example.com',
    'www.example.com',
    'file:///etc/passwd',
    'file://server/share',
    '\\\\server\\share',
    'FILE:///a',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,a',
    'blob:https://a/b',
    'about:blank',
    'chrome://settings',
    'app://studio/index.html',
    'devtools://a',
    'view-source:https://a',
    'ftp://a/b',
    'ssh://a',
    'smb://a/b',
    'vscode://a',
    'ms-msdt:/id',
    'tel:123',
    'x-apple-helpbasic:a',
    'https://user@example.com/',
    'https://user:pw@example.com/',
    'https://:pw@example.com/',
    'https://exa mple.com/',
    'https://example.com/\u0000',
    'https://example.com/\r\na',
    'https://example.com/\u202egpj.exe',
    'https://example.com\\@evil.example/',
    'https://',
    'https:///',
    ' https://example.com/',
    'https://example.com/ ',
    'mailto:a@b?attach=/etc/passwd',
    'mailto:a@b?Attachment=x',
  ])('refuses %j', (raw) => {
    expect(checkLink(raw).ok).toBe(false);
  });
});
