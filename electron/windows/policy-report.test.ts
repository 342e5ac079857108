import { describe, expect, it } from 'vitest';
import { refusedDirective } from './policy-report';

const report = (fields: object) => JSON.stringify({ 'csp-report': fields });

describe('a report of a page policy', () => {
  it('is kept as the directive it is about', () => {
    expect(
      refusedDirective(
        report({
          'document-uri': 'app://studio/index.html',
          'effective-directive': 'img-src',
          'blocked-uri': 'https://secret.example/words-of-a-user',
          'script-sample': 'words of a user',
        }),
      ),
    ).toBe('img-src');
    expect(refusedDirective(report({ 'violated-directive': 'require-trusted-types-for' }))).toBe(
      'require-trusted-types-for',
    );
  });

  it.each([
    '',
    'no JSON',
    'null',
    '[]',
    '{}',
    '{"csp-report":null}',
    report({ 'effective-directive': 1 }),
    report({ 'effective-directive': "script-src 'self' words of a user" }),
    report({ 'effective-directive': 'a\nb' }),
    report({ 'effective-directive': 'a'.repeat(41) }),
    report({ 'effective-directive': 'img-src', more: 'a'.repeat(70_000) }),
  ])('says nothing of what else it holds: %j', (body) => {
    expect(refusedDirective(body)).toBe('unknown directive');
  });
});
