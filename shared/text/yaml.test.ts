import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataPath } from './data-tree';
import { parseYaml, YAML_LIMITS } from './yaml';

/** What stands at the place of a value, and at the place of its key. */
function place(text: string, ...path: DataPath): readonly [value: string, key: string] {
  const tree = parseYaml(text);
  const [value, key] = [tree.span(path), tree.keySpan(path)];
  return [text.slice(value.from, value.to), text.slice(key.from, key.to)];
}

/** Problems as `marked text | message`. */
const problems = (text: string) => {
  const tree = parseYaml(text);
  return tree.problems.map((p) => `${text.slice(p.span.from, p.span.to)} | ${p.message}`);
};

const value = (text: string): unknown => parseYaml(text).root?.value;
const plainCopy = (data: unknown): unknown =>
  data === undefined ? undefined : JSON.parse(JSON.stringify(data));

describe('places', () => {
  const text = `title: "Two words"   # remark
plain: some text
list:
  - id: C1
    weight: 20
  - {id: C2, note: 'it''s'}
flow: [1, [2, 3]]
empty:
`;

  it.each<readonly [DataPath, string, string]>([
    [['title'], 'Two words', 'title'],
    [['plain'], 'some text', 'plain'],
    [['list', 0, 'weight'], '20', 'weight'],
    [['list', 1], "{id: C2, note: 'it''s'}", "{id: C2, note: 'it''s'}"],
    [['list', 1, 'note'], "it''s", 'note'],
    [['flow'], '[1, [2, 3]]', 'flow'],
    [['flow', 1], '[2, 3]', '[2, 3]'],
    [['flow', 1, 1], '3', '3'],
    [['empty'], '', 'empty'],
  ])('of %j', (path, at, key) => {
    expect(place(text, ...path)).toEqual([at, key]);
  });

  it('of what is absent are those of the nearest thing there is', () => {
    expect(place(text, 'list', 0, 'name')).toEqual(['id: C1', 'id: C1']);
    expect(place(text, 'nothing')[0]).toBe('title: "Two words"   # remark');
    expect(place(text, 'flow', 9)[0]).toBe('flow');
  });

  it('count a carriage return and a byte order mark, and are moved by an offset', () => {
    expect(place('a: 1\r\nb: two\r\nc: "x"\r\n', 'b')).toEqual(['two', 'b']);
    expect(place('\uFEFFa: 1\nb: two\n', 'a')).toEqual(['1', 'a']);
    expect(value('\uFEFFa: 1\nb: two\n')).toEqual({ a: 1, b: 'two' });
    expect(parseYaml('a: x\n', 100).span(['a'])).toEqual({ from: 103, to: 104 });
    expect(parseYaml('a: [\n', 100).problems[0]?.span.from).toBeGreaterThanOrEqual(100);
  });

  it('of a collection end behind its last quote or bracket', () => {
    expect(place('a:\n  b: "x"\nc: 1\n', 'a')[0]).toBe('b: "x"');
    expect(place('a:\n  - \']\'\n  - ""\nc: 1\n', 'a')[0]).toBe('- \']\'\n  - ""');
    expect(place('a: ["]", x] # ]\n', 'a')[0]).toBe('["]", x]');
  });

  it('of an alias are where it is used', () => {
    const aliased = 'k: &shared [1, 2]\nl: *shared\n';
    expect(value(aliased)).toEqual({ k: [1, 2], l: [1, 2] });
    expect(place(aliased, 'l')).toEqual(['shared', 'l']);
  });

  it('of every value of every worked file hold what the value is', () => {
    const file = 'examples/part3-architecture-review/raci-matrix.yaml';
    const raci = readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8');
    const tree = parseYaml(raci);
    expect(tree.problems).toEqual([]);
    let seen = 0;
    const visit = (node: typeof tree.root): void => {
      if (node?.kind === 'map') for (const child of node.members.values()) visit(child);
      else if (node?.kind === 'list') node.items.forEach(visit);
      else if (node && typeof node.value === 'string' && !node.value.includes('\n')) {
        seen++;
        expect(raci.slice(node.span.from, node.span.to).replaceAll('\\"', '"')).toBe(node.value);
      }
    };
    visit(tree.root);
    expect(seen).toBeGreaterThan(100);
  });
});

describe('values', () => {
  it('are those of YAML 1.2: yes is text, a date is text, octal needs its o', () => {
    expect(
      value('a: yes\nb: on\nc: 2024-03-12\nd: 0o17\ne: 017\nf: 0x1F\ng: 1e3\nh: .5\ni: ~\nj: True\n'),
    ).toEqual({
      a: 'yes',
      b: 'on',
      c: '2024-03-12',
      d: 15,
      e: 17,
      f: 31,
      g: 1000,
      h: 0.5,
      i: null,
      j: true,
    });
  });

  it('in quotes or with a text tag are text', () => {
    expect(value('a: "12"\nb: \'true\'\nc: !!str 5\nd: ""\n')).toEqual({ a: '12', b: 'true', c: '5', d: '' });
  });

  it('may span lines', () => {
    expect(value('a: |\n  one\n  two\nb: >-\n  one\n  two\n')).toEqual({ a: 'one\ntwo\n', b: 'one two' });
  });

  it('are not merged: a merge key is a key like others', () => {
    expect(value('x: &a {p: 1}\ny: {<<: *a, q: 2}\n')).toEqual({ x: { p: 1 }, y: { '<<': { p: 1 }, q: 2 } });
  });

  it('under names of the language stay data', () => {
    const tree = parseYaml(
      '__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}\ntoString: 1\n',
    );
    expect([...(tree.root?.kind === 'map' ? tree.root.members.keys() : [])]).toEqual([
      '__proto__',
      'constructor',
      'toString',
    ]);
    expect(tree.node(['__proto__', 'polluted'])?.value).toBe(true);
    expect(Object.getPrototypeOf(tree.root?.value)).toBeNull();
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(parseYaml('a: 1\n').node(['toString'])).toBeNull();
  });
});

describe('problems', () => {
  it.each([
    ['a key twice', 'a: 1\nb: 2\na: 3\n', 'a: 3 | This key stands twice in the same mapping'],
    ['a key twice in other spelling', '"a": 1\na: 2\n', 'a: 2 | This key stands twice in the same mapping'],
    [
      'an open bracket',
      'a: [1\nb: 2\n',
      'b: 2 | The bracket opened above is not closed, or this line needs more indentation',
    ],
    [
      'a tag that builds objects',
      'a: !!js/function x\n',
      '!!js/function x | Unknown scalar tag !<tag:yaml.org,2002:js/function>',
    ],
    ['an alias of nothing', 'a: *nope\n', 'nope | Unidentified alias "nope"'],
    ['a second document', 'a: 1\n---\nb: 2\n', ' | The file holds more than one YAML document'],
    ['nothing', '', ' | The file is empty'],
    ['nothing but blanks', ' \n\n', ' | The file is empty'],
    ['nothing but a byte order mark', '\uFEFF', ' | The file is empty'],
    ['nothing but remarks', '# to do\n', ' | The file holds nothing but comments'],
  ])('%s', (_, text, problem) => {
    expect(problems(text)).toEqual([problem]);
    expect(parseYaml(text).root).toBeNull();
  });

  it('with a tab for indentation are in its line', () => {
    const [problem] = parseYaml('a:\n\tb: 1\n').problems;
    expect(problem?.span.from).toBeGreaterThanOrEqual(3);
  });

  it('are told and never thrown, and places stay in the text', () => {
    const piece = fc.constantFrom(
      'a: ',
      '- ',
      '\n',
      '  ',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '&x ',
      '*x',
      '|',
      '#',
      '\t',
      '? ',
      ': ',
      '!!str ',
      '---\n',
      '\r\n',
      '\uFEFF',
      'é',
      '%',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const tree = parseYaml(text);
        expect(tree.root !== null || tree.problems.length > 0).toBe(true);
        for (const { span } of [...tree.problems, ...(tree.root ? [tree.root] : [])]) {
          expect(span.from).toBeGreaterThanOrEqual(0);
          expect(span.to).toBeGreaterThanOrEqual(span.from);
          expect(span.to).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are none where data is written as JSON, which is YAML', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.stringMatching(/^[a-z]{1,5}$/),
          fc.oneof(fc.integer(), fc.boolean(), fc.string(), fc.constant(null)),
        ),
        (data) => {
          const text = JSON.stringify(data);
          expect(plainCopy(value(text))).toEqual(plainCopy(data));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('limits', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}\n`;

  it('of depth', () => {
    expect(problems(nested(YAML_LIMITS.depth))).toEqual([]);
    const [problem] = parseYaml(nested(YAML_LIMITS.depth + 1)).problems;
    expect(problem).toMatchObject({ message: 'The nesting is deeper than 64 levels', span: { from: 64 } });
    expect(problems(nested(100_000))[0]).toContain('deeper than 64 levels');
    const blocks = Array.from({ length: 70 }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
    expect(problems(`${blocks}\n`)[0]).toContain('deeper than 64 levels');
  });

  it('of aliases: a bomb is refused by counting, without any value being built', () => {
    // Each level repeats the one before ten times: two levels more than could be held in memory.
    const names = [...'abcdefghijkl'];
    const lines = names.map((name, i) => {
      const item = i === 0 ? 'x' : `*${names[i - 1]}`;
      return `${name}: &${name} [${Array(8).fill(item).join(', ')}]`;
    });
    const bomb = `${lines.join('\n')}\n`;
    const tree = parseYaml(bomb);
    expect(tree.root).toBeNull();
    expect(tree.problems.map((p) => p.message)).toEqual([
      'The file holds more than 100,000 values, aliases expanded',
    ]);
    const { from, to } = tree.problems[0]?.span ?? { from: 0, to: 0 };
    expect(bomb.slice(0, from).split('\n').length).toBeGreaterThan(4);
    expect(to).toBe(from + 1);
  });

  it('of the number of aliases', () => {
    const uses = (count: number) => `a: &a 1\nb: [${Array(count).fill('*a').join(', ')}]\n`;
    expect(problems(uses(YAML_LIMITS.aliases))).toEqual([]);
    expect(problems(uses(YAML_LIMITS.aliases + 1))[0]).toContain('more than 100 aliases');
  });

  it('of the number of values', () => {
    const values = (count: number) => `[${Array(count).fill('1').join(',')}]\n`;
    expect(problems(values(1000))).toEqual([]);
    expect(problems(values(YAML_LIMITS.nodes + 1))[0]).toContain('more than 100,000 values');
  });

  it('let an alias that stands within its own anchor end', () => {
    expect(value('a: &x\n  b: *x\n')).toEqual({ a: { b: null } });
  });
});
