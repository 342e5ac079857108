import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { foldedPath, kitPath, resolveLink } from '../../shared/domain/kit-path';
import { readManifest } from '../../shared/domain/manifest';
import { readRedaction } from '../../shared/portfolio/redaction/read-redaction';
import { dataBlocks } from '../../shared/preview/data-blocks';
import { compileSchema } from '../../shared/rubric/custom/schema/compile-schema';
import { calculationIn, sumsIn } from '../../shared/text/calculation';
import { durationsIn } from '../../shared/text/durations';
import { isoDate, isoTime } from '../../shared/text/iso';
import { parseJson } from '../../shared/text/json';
import { parseMarkdown } from '../../shared/text/markdown';
import { measuresIn } from '../../shared/text/measures';
import { parseMermaid } from '../../shared/text/mermaid';
import { amountsOfMoney } from '../../shared/text/money';
import { Pattern, PatternError, PatternTooCostly } from '../../shared/text/pattern';
import { compileQuery } from '../../shared/text/search/query';
import { parseYaml } from '../../shared/text/yaml';
import { visibleName } from '../../shared/util/visible-name';
import { anyText } from './mutations';

const FACTOR = Number(process.env['STAFFWRIGHT_TORTURE'] ?? 0);
const tries = FACTOR > 0 ? { numRuns: 1_000_000 } : { numRuns: 10_000, seed: 20240312 };

/** All places in a result, however deep they lie. */
function spansOf(
  value: unknown,
  found: { from: number; to: number }[] = [],
  seen = new Set<unknown>(),
): typeof found {
  if (typeof value !== 'object' || value === null || seen.has(value)) return found;
  seen.add(value);
  const { from, to } = value as { from?: unknown; to?: unknown };
  if (typeof from === 'number' && typeof to === 'number') found.push({ from, to });
  for (const inner of value instanceof Map ? value.values() : Object.values(value))
    spansOf(inner, found, seen);
  return found;
}

function refusing(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    if (error instanceof PatternError || error instanceof PatternTooCostly) return null;
    throw error;
  }
}

/** Everything that reads a text of a kit, by itself; kinds and rules are in `engine.test.ts`. The dear ones get shares of the tries. */
const PARSERS: readonly (readonly [name: string, share: number, read: (text: string) => unknown])[] = [
  ['YAML', 1, parseYaml],
  ['JSON', 1, parseJson],
  ['a diagram', 1, parseMermaid],
  ['Markdown', 0.3, parseMarkdown],
  ['a manifest', 0.3, readManifest],
  ['what a redaction hides', 0.2, readRedaction],
  ['a schema of a kit', 0.3, (text) => compileSchema(parseYaml(text)).problems],
  ['data as plain blocks', 0.3, (text) => void dataBlocks(parseYaml(text))],
  [
    'sums and amounts',
    1,
    (text) => [amountsOfMoney(text), sumsIn(text), measuresIn(text), durationsIn(text)],
  ],
  [
    'dates, a calculation, paths',
    1,
    (text) =>
      void [
        isoDate(text),
        isoTime(text),
        calculationIn(text),
        kitPath(text),
        foldedPath(text),
        resolveLink('a/b.md', text),
        visibleName(text),
      ],
  ],
  ['a pattern', 1, (text) => void refusing(() => new Pattern(text).test(text))],
  ['a search', 1, (text) => void compileQuery({ text, matchCase: false, wholeWord: true, regex: true })],
];

/** Pieces from which each of the formats is made, besides text of any kind. */
const text = fc.oneof(
  anyText,
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...[
            '---\n',
            '{"a": ',
            '[',
            ']',
            '}',
            '"',
            ': ',
            '- ',
            '\n',
            '  ',
            '&a ',
            '*a',
            '<<: ',
            '!!js/function ',
            '__proto__: ',
            '"constructor": ',
            '|\n',
            '>-\n',
          ],
          ...[
            '# A\n',
            '| a | b |\n',
            '|-|-|\n',
            '```mermaid\n',
            '```\n',
            '[x](',
            '](y)',
            '<a ',
            '<!--',
            '&#0;',
            '[^1]: ',
          ],
          ...['flowchart LR\n', 'subgraph x\n', 'end\n', 'a --> b\n', '(', ')', '{', '|', '%%{init: ', '}%%'],
          ...[
            'version: 1\n',
            'name: x\n',
            'own_kinds:\n',
            '(a+)+',
            '(?:',
            '\\b',
            '{2,9}',
            '[^a-z]',
            '\\u{1}',
            '$5k',
            '1e400',
            '0o17',
            '12 h',
          ],
        ),
        anyText,
      ),
      { maxLength: 8 },
    )
    .map((pieces) => pieces.join('')),
);

const before = Reflect.ownKeys(Object.prototype).map(String).sort();

describe('each parser answers whatever it is given', () => {
  it.each(PARSERS)(
    '%s',
    (_name, share, read) => {
      fc.assert(
        fc.property(text, (source) => {
          const copy = `${source} `.slice(0, -1);
          const found = spansOf(read(source)).filter(
            ({ from, to }) => !(Number.isInteger(from) && from >= 0 && from <= to && to <= source.length),
          );
          expect(found).toEqual([]);
          expect(source).toBe(copy);
        }),
        { ...tries, numRuns: tries.numRuns * share },
      );
    },
    3_600_000,
  );

  afterAll(() => {
    expect(Reflect.ownKeys(Object.prototype).map(String).sort()).toEqual(before);
    expect(Reflect.ownKeys(Array.prototype)).not.toContain('polluted');
    expect('polluted' in {}).toBe(false);
  });
});
