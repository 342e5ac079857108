import { describe, expect, it } from 'vitest';
import { kitPaths, kitText } from '../../kinds/kit-fixture.test-support';
import { patience, rounds, seeded } from '../../util/seeded.test-support';
import { type MarkdownDoc, parseEditedMarkdown, parseMarkdown } from '../markdown';
import { inPieces, ofPiece, sumOfPieces } from './pieces';

/** What people type, and what turns the blocks around it into others. */
const TYPED = [
  ...[
    'x',
    'word ',
    ' ',
    '\n',
    '\n\n',
    '\t',
    '\r',
    '\r\n',
    '\r\n# C\r\n',
    '\u2028',
    'é',
    '😀',
    '\uD83D',
    '\uFEFF',
  ],
  ...[
    '#',
    '# ',
    '## H\n',
    '\n# A\n',
    '\n\n## B\n\n',
    '# \n',
    '#\tx\n',
    '####### x\n',
    '  # x\n',
    '    # z\n',
  ],
  ...[
    '```',
    '\n```\n',
    '\n~~~\n',
    '    ',
    '`',
    '<div>',
    '\n<div>\n',
    '</div>\n',
    '<!--',
    '-->',
    '\n<!-- c -->\n',
  ],
  ...[
    '<?',
    '?>',
    '<pre>\n',
    '</pre>\n',
    '<![CDATA[',
    ']]>',
    '<a@b.c>',
    'http://a.b',
    '&amp;',
    '\\',
    '**',
    '_',
    '~~',
  ],
  ...['- ', '\n- a\n', '1. ', '> ', '\n> q\n', '* * *', '---\n', '\n---\n', '===\n', '---\nid: A\n---\n'],
  ...['|', ' | ', '\n| a | b |\n| --- | --- |\n| 1 | 2 |\n', '\n|-|-|  \n'],
  ...['[a]: b\n', '\n[x][a]\n', '[^1]: t', '[a](b "c")', '![i](u)', '$5'],
];

const prose = kitPaths().filter((path) => path.endsWith('.md'));

/** A text that nobody wrote, or a part of one of the kit. */
function someText(next: (below: number) => number): string {
  if (next(3) === 0)
    return Array.from({ length: next(60) }, () => TYPED[next(TYPED.length)] as string).join('');
  const whole = kitText(prose[next(prose.length)] as string);
  const from = next(whole.length);
  const part = whole.slice(from, from + next(4000));
  return next(4) === 0 ? part.replace(/\n/g, '\r\n') : part;
}

/** A letter or more typed, with or without something deleted. */
function edited(text: string, next: (below: number) => number): string {
  const at = next(text.length + 1);
  const typed = next(4) > 0 ? (TYPED[next(TYPED.length)] as string) : '';
  return text.slice(0, at) + typed + text.slice(at + (next(3) === 0 ? next(30) : 0));
}

const plain = ({ pieces: _, frontMatter, ...doc }: MarkdownDoc) => ({
  ...doc,
  problems: frontMatter?.problems,
});

describe('a text that is edited', () => {
  it.each([1, 2, 3, 4])(
    'reads as a new one does, round %i',
    (seed) => {
      const next = seeded(seed);
      for (let round = 0; round < rounds(60); round++) {
        let text = someText(next);
        let doc: MarkdownDoc | null = null;
        for (let edit = 0; edit < 10; edit++) {
          doc = parseEditedMarkdown(text, doc);
          expect(plain(doc), JSON.stringify(text)).toEqual(plain(parseMarkdown(text)));
          text = edited(text, next);
        }
      }
    },
    patience(30_000),
  );

  it('keeps the pieces that stayed, moved or not', () => {
    const text = '# A\n\nOne.\n\n## B\n\nTwo.\n\n## C\n\nThree.\n';
    const before = parseEditedMarkdown(text, null);
    const after = parseEditedMarkdown(text.replace('Two', 'Twofold'), before);
    const [a, b, c] = before.pieces?.placed ?? [];
    const [first, second, third] = after.pieces?.placed ?? [];
    expect(first).toBe(a);
    expect(second?.piece).not.toBe(b?.piece);
    expect(third?.piece).toBe(c?.piece);
    expect(third?.from).toBe((c?.from ?? 0) + 4);
  });

  it('is one piece as long as a code block goes on, whatever looks like a heading in it', () => {
    const open = `# A\n\n\`\`\`\n${'## B\n\n'.repeat(30)}`;
    const cut = (text: string) => parseEditedMarkdown(text, null).pieces?.placed.length;
    expect(cut(open)).toBe(1);
    expect(cut(`${open}\`\`\`\n\n## C\n\n## D\n`)).toBeLessThanOrEqual(3);
    expect(cut('# A\n\n<!-- c -->\n# B\n')).toBe(2);
    expect(cut('# A\n\n<!-- c\n# B\n')).toBe(1);
  });

  it('is read as a whole once its pieces are let go', () => {
    const doc = parseEditedMarkdown('# A\n\nOne.\n\n## B\n\nTwo.\n', null);
    doc.pieces?.clear();
    expect(doc.pieces?.placed).toEqual([]);
    expect(sumOfPieces(doc, (piece) => piece.text.length)).toBe(doc.text.length);
  });
});

describe('what is found piece by piece', () => {
  it('is looked for once in each piece and stands at its place in the file', () => {
    const looked: string[] = [];
    const find = ({ plain: words }: { readonly plain: string }) => {
      looked.push(words.trim());
      return [...words.matchAll(/o/g)].map((m) => m.index);
    };
    const places = (doc: MarkdownDoc) => inPieces(doc, find, (at, by) => at + by);
    const text = '# Do\n\n## No\n\n## So\n';
    const first = parseEditedMarkdown(text, null);
    expect(places(first)).toEqual([3, 10, 17]);
    expect(places(first)).toEqual([3, 10, 17]);
    const second = parseEditedMarkdown(text.replace('No', 'Not'), first);
    expect(places(second)).toEqual([3, 10, 18]);
    expect(looked).toEqual(['Do', 'No', 'So', 'Not']);
    const piece = second.pieces?.placed[0]?.piece;
    expect(piece && ofPiece(piece, find)).toEqual([3]);
  });
});
