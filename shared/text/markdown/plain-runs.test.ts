import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser as commonmark, GFM } from '@lezer/markdown';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainRuns } from './plain-runs';

const plain = commonmark.configure([GFM]);
const quick = commonmark.configure([GFM, plainRuns()]);

/** A tree with its offsets, as text. */
function shape(parser: typeof plain, text: string): string {
  const out: string[] = [];
  parser.parse(text).iterate({
    enter: (node) => void out.push(`${node.name} ${node.from}-${node.to}`),
    leave: () => void out.push(')'),
  });
  return out.join('\n');
}

describe('stepping over words', () => {
  const part1 = join(process.cwd(), 'examples', 'part1-design-doc');
  const files = readdirSync(part1).filter((name) => name.endsWith('.md'));
  it.each(files)('reads %s as the parser alone', (name) => {
    const text = readFileSync(join(part1, name), 'utf8');
    expect(shape(quick, text)).toBe(shape(plain, text));
  });

  it('reads any text as the parser alone', () => {
    const bits = [
      'a',
      ',',
      ';',
      '"',
      "'",
      '=',
      '?',
      '%',
      '#',
      '$',
      '{',
      '^',
      '(c)',
      '"t"',
      'b1',
      'é',
      '語',
      '😀',
      '_',
      '__',
      '*',
      '**',
      '~',
      '~~',
      '`',
      '``',
      '\\',
      '&amp;',
      '&',
      '<',
      '>',
      '<b>',
      '[',
      ']',
      '(',
      ')',
      '!',
      '![',
      ' ',
      '  ',
      '\n',
      '\n\n',
      '  \n',
      '\\\n',
      '@',
      '.',
      '-',
      '+',
      ':',
      '/',
      'www.',
      'www.a.com',
      'http://',
      'https://a.b',
      'mailto:',
      'xmpp:',
      'a@b.cd',
      'x@y.com/z',
      '|',
      '# ',
      '- ',
      '[a]: b\n',
      '|-|-|\n',
      'É',
      '\u00a0',
      '—',
      '’',
      '\ud800',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        expect(shape(quick, text)).toBe(shape(plain, text));
      }),
      { numRuns: 10_000 },
    );
  });
});
