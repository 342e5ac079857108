import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../kinds';
import { parseSource } from '../../rubric/parse-source';
import { nextId } from '../../rubric/repairs/next-id';
import { applyEdits } from '../../text/edits/edit';
import { appendEntry } from '../../text/edits/list-entry';
import { parseJson } from '../../text/json';
import { parseMarkdown } from '../../text/markdown';
import { parseMermaid } from '../../text/mermaid';
import { parseYaml } from '../../text/yaml';
import { schemaOf } from '../suggest-data';
import { type Snippet, snippetsFor } from '.';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const TEMPLATES = readdirSync(join(ROOT, 'templates')).filter((name) => name !== 'README.md');

/** Snippets at `‸` in a file. */
function at(
  path: string,
  marked: string,
  kindId: string | null = null,
  typed = '',
  taken: readonly string[] = [],
) {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const source = parseSource(path, text);
  if (!source) throw new Error(`${path} has no format`);
  const kind = KINDS.find(({ id }) => id === kindId) ?? null;
  const own = source.format === 'yaml' || source.format === 'json' ? source.data.root : null;
  const schema = schemaOf({ file: { kind } as never, own, others: [] });
  const all = snippetsFor({ source, kind, schema, at: offset, typed, today: '2024-03-12', taken });
  return { text, all };
}

function made(text: string, snippet: Snippet | undefined): string {
  if (!snippet) throw new Error('not offered');
  const { edit, more } = snippet;
  return applyEdits(text, more ? [edit, more] : [edit]);
}

describe('in any document', () => {
  it('a table has the size that is asked for', () => {
    const { text, all } = at('a.md', 'x\n\n‸', null, 'table 2x4');
    const table = all.find(({ label }) => label === 'table 2x4');
    const doc = parseMarkdown(made(text, table));
    expect(doc.tables[0]?.header.cells).toHaveLength(4);
    expect(doc.tables[0]?.rows).toHaveLength(2);
    expect(table?.fields).toHaveLength(4);
  });

  it('a footnote has the first free number, and its text at the end', () => {
    const { text, all } = at('a.md', 'One[^1].\n‸\n\n[^1]: first\n');
    expect(
      made(
        text,
        all.find(({ label }) => label === 'Footnote'),
      ),
    ).toBe('One[^1].\n[^2]\n\n[^1]: first\n\n[^2]: <what the note says>\n');
  });

  it('every diagram is one, alone and in a fence', () => {
    for (const { label, edit } of at('a.md', '‸').all.filter(({ group }) => group === 'diagram')) {
      const doc = parseMarkdown(edit.insert);
      expect(doc.codeBlocks[0], label).toMatchObject({ lang: 'mermaid', closed: true });
    }
    const diagrams = at('a.mmd', '‸').all;
    expect(diagrams.length).toBeGreaterThan(8);
    for (const { label, edit } of diagrams) expect(parseMermaid(edit.insert).type, label).not.toBeNull();
  });

  it('a row is offered below a table, with the next id and the blanks of the kind’s own table', () => {
    const table =
      '| Risk | L × I | Owner | What makes us stop |\n| --- | --- | --- | --- |\n| R-03 | 8 | Ada | x |\n';
    const { text, all } = at('RFC-001-x.md', `# T\n\n${table}‸`, 'rfc', 'row', ['R-07', 'TW-09']);
    const row = all.find(({ label }) => label.startsWith('Row:'));
    expect(made(text, row)).toBe(
      `# T\n\n${table}| R-08 | <product, with both factors> | <one full name, no team> | <metric, threshold, window> |\n`,
    );
    const plain = at('a.md', '> | A | B |\n> | - | - |\n\n‸');
    expect(
      made(
        plain.text,
        plain.all.find(({ label }) => label.startsWith('Row:')),
      ),
    ).toBe('> | A | B |\n> | - | - |\n> | <a> | <b> |\n\n');
    expect(at('a.md', 'no table\n‸').all.some(({ label }) => label.startsWith('Row:'))).toBe(false);
  });
});

describe('what a kind asks for', () => {
  it('is offered from its skeleton: every kind that has one says so', () => {
    for (const folder of readdirSync(join(ROOT, 'shared/kinds'), { withFileTypes: true })) {
      if (!folder.isDirectory()) continue;
      const has = readdirSync(join(ROOT, 'shared/kinds', folder.name)).includes('skeleton.ts');
      const kind = KINDS.find(({ id }) => id === folder.name);
      expect(kind?.skeleton !== undefined, folder.name).toBe(has);
    }
  });

  it('is every section that is missing, at its place, after which none is missing', () => {
    for (const kind of KINDS.filter(({ skeleton }) => skeleton)) {
      let text = '# Title\n\n';
      for (let n = 0; n < 40; n++) {
        const { all } = at('a.md', `${text}‸`, kind.id);
        const missing = all.filter(({ group }) => group === 'missing');
        if (missing.length === 0) break;
        text = made(text, missing[n % missing.length]);
      }
      const left = at('a.md', `${text}‸`, kind.id).all.filter(({ group }) => group === 'missing');
      expect(
        left.map(({ label }) => label),
        kind.id,
      ).toEqual([]);
      const names = parseMarkdown(text).headings.map((heading) => heading.text);
      const order = (kind.skeleton ?? []).map(({ name }) => names.findIndex((text_) => text_.includes(name)));
      expect(order, kind.id).toEqual([...order].sort((a, b) => a - b));
    }
  });

  it('has tables and parts to add, such as an option, a risk, a phase, a review comment', () => {
    const labels = (kind: string) =>
      at('a.md', '# T\n\n‸', kind)
        .all.map(({ label }) => label)
        .join('\n');
    expect(labels('rfc')).toMatch(/Table: Alternatives considered/);
    expect(labels('rfc')).toMatch(/Table: Risks/);
    expect(labels('rfc')).toMatch(/Table: Rollout plan/);
    expect(labels('rfc')).toMatch(/Table: Dissent and feedback log/);
    expect(labels('adr')).toMatch(/: Option one/);
  });
});

describe('an entry more of a data file', () => {
  it('is indented as its list is, with the next free id', () => {
    const yaml = 'phases:\n  - id: P0\n    name: "A"\n\n  - id: P1\n    name: "B"\n‸\nfreezes: []\n';
    const { text, all } = at('rollout.yaml', yaml, 'rollout-plan');
    const after = made(
      text,
      all.find(({ label }) => label === 'Add to phases'),
    );
    expect(after).toContain('    name: "B"\n\n  - id: P2\n    name: "<name, in a few words>"\n');
    expect(parseYaml(after).problems).toEqual([]);
  });

  it('in JSON has brackets and commas', () => {
    const json = '{\n  "risks": [\n    {\n      "id": "R-02"\n    }\n  ]\n‸}\n';
    const { text, all } = at('risk-register.json', json, 'risk-register', '', ['R-05']);
    const after = made(
      text,
      all.find(({ label }) => label === 'Add to risks'),
    );
    expect(after).toContain('    },\n    {\n      "id": "R-06",\n      "title": "<title, in a few words>"');
    const risk = all.find(({ label }) => label === 'Add to risks');
    const asked = risk?.fields.map(({ from, to }) => risk.edit.insert.slice(from, to));
    // A number takes the quotes of its blank away.
    expect(asked).toContain('"<likelihood, a whole number>"');
    expect(asked).toContain('<owner, in a few words>');
    expect(parseJson(after).node(['risks', 1, 'owner'])?.value).toBe('<owner, in a few words>');
  });

  it.each(TEMPLATES.filter((name) => /\.(?:ya?ml|json)$/.test(name)))(
    'is offered in %s, and leaves the rest as it is',
    (name) => {
      const kind = KINDS.find(({ template }) => template === name);
      const text = readFileSync(join(ROOT, 'templates', name), 'utf8');
      const parse = (written: string) => (name.endsWith('.json') ? parseJson(written) : parseYaml(written));
      const before = parse(text);
      const { all } = at(name, `${text}‸`, kind?.id ?? null);
      expect(all.length, kind?.id).toBeGreaterThan(0);
      for (const snippet of all) {
        const after = parse(made(text, snippet));
        expect(after.problems, snippet.label).toEqual([]);
        const key = snippet.label.replace(/^Add to /, '').split(' › ')[0] as string;
        const list = after.node([key]);
        const old = before.node([key]);
        if (old?.kind === 'list' && list?.kind === 'list' && !snippet.label.includes('›'))
          expect(list.items.slice(0, -1).map(({ value }) => value)).toEqual(
            old.items.map(({ value }) => value),
          );
      }
    },
  );

  it('keeps what stands around a list of any form', () => {
    const entry = { id: 'B', note: '<x>', sub: { a: 1 } };
    const put = (text: string, path: readonly (string | number)[]) => {
      const tree = /^\s*[{[]/.test(text) ? parseJson(text) : parseYaml(text);
      const edit = appendEntry(tree, path, entry);
      return edit && applyEdits(text, [edit]);
    };
    expect(put('a:\n- id: A # why\n  n: 1\nb: 2\n', ['a'])).toBe(
      'a:\n- id: A # why\n  n: 1\n- id: B\n  note: "<x>"\n  sub:\n    a: 1\nb: 2\n',
    );
    expect(put('a: []\nb: 1\n', ['a'])).toBe('a:\n  - id: B\n    note: "<x>"\n    sub:\n      a: 1\nb: 1\n');
    expect(put('a: [{id: A}]\n', ['a'])).toBe('a: [{id: A}, {"id": "B", "note": "<x>", "sub": {"a": 1}}]\n');
    expect(put('b: 1\n', ['a'])).toContain('b: 1\na:\n  - id: B\n');
    expect(put('{"a": []}', ['a'])).toBe(
      '{"a": [\n  {\n    "id": "B",\n    "note": "<x>",\n    "sub": {\n      "a": 1\n    }\n  }\n]}',
    );
    expect(put('base: &b\n  - id: A\na: *b\n', ['a'])).toBeNull();
    expect(put('a:\n  - id: A\n    t: |\n      text\nb: 1\n', ['a'])).toContain('      text\n  - id: B\n');
  });

  it('never breaks a list it was made for', () => {
    const word = fc.constantFrom('a', 'b: c', '- x', '#', 'é', '"q"', '');
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: word, n: fc.nat(9) }), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (items, apart) => {
          const body = items
            .map(({ id, n }) => `  - id: ${JSON.stringify(id)}\n    n: ${n}\n`)
            .join(apart ? '\n' : '');
          const text = `before: 1\nlist:\n${body}after: 2\n`;
          const edit = appendEntry(parseYaml(text), ['list'], { id: 'new', n: 1 });
          const after = parseYaml(edit ? applyEdits(text, [edit]) : '');
          expect(after.problems).toEqual([]);
          expect(after.root?.value).toEqual({ before: 1, list: [...items, { id: 'new', n: 1 }], after: 2 });
        },
      ),
    );
  });
});

describe('the next id', () => {
  it.each([
    [['R-01', 'R-09'], [], 'R-10'],
    [['P0', 'P1'], ['P7x'], 'P2'],
    [['AI-001'], ['AI-014', 'R-99'], 'AI-015'],
    [['slug'], [], null],
  ])('after %j with %j taken', (ids, taken, expected) => expect(nextId(ids, taken)).toBe(expected));
});
