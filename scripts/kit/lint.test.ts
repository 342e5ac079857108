import { lint } from 'markdownlint/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { isAlias, isScalar, parseDocument, visit } from 'yaml';
import { KIT, lineAt } from './kit.test-support';

/**
 * The lint profile of the artifact specification (section 1), applied to the unpacked zip by parsers and linters that are not ours: a rubric
 * that judges other people's files must not be the only judge of its own.
 */
const paths = [...KIT.keys()];
const ofType = (pattern: RegExp) => paths.filter((path) => pattern.test(path));
const text = (path: string) => KIT.get(path) ?? '';

/** All of markdownlint's rules but the length of lines. The title of the front matter is the one of the header, not a second heading. */
const MARKDOWN_RULES = {
  default: true,
  MD013: false,
  MD025: { front_matter_title: '' },
  MD041: { front_matter_title: '' },
};

function markdownFindings(source: string, name = 'file.md'): string[] {
  const results = lint({ strings: { [name]: source }, config: MARKDOWN_RULES });
  return (results[name] ?? []).map(
    (finding) =>
      `${name}:${finding.lineNumber} ${finding.ruleNames[0]} ${finding.errorDetail ?? finding.ruleDescription}`,
  );
}

/** What the other YAML parser refuses or warns of, and plain values that a parser of YAML 1.1 takes for a date, a time or a boolean. */
function yamlFindings(source: string): string[] {
  const document = parseDocument(source, { strict: true, uniqueKeys: true, stringKeys: true });
  const out = [...document.errors, ...document.warnings].map(
    (problem) => problem.message.split('\n')[0] ?? '',
  );
  const old = parseDocument(source, { version: '1.1' });
  visit(old, {
    Node(_, node) {
      if (isAlias(node) || !isScalar(node) || node.type !== 'PLAIN') return;
      const raw = node.source ?? '';
      const misread =
        node.value instanceof Date ||
        (typeof node.value === 'boolean' && !/^(?:true|false)$/.test(raw)) ||
        (typeof node.value === 'number' && /[:_]/.test(raw));
      if (misread) out.push(`line ${lineAt(source, node.range?.[0] ?? 0)}: "${raw}" needs quotes`);
    },
  });
  return out;
}

/** JSON by the letter, and without a key that stands twice, which JSON.parse lets pass. */
function jsonFindings(source: string): string[] {
  try {
    JSON.parse(source);
  } catch (error) {
    return [String(error)];
  }
  const document = parseDocument(source, { schema: 'json', uniqueKeys: true });
  return [...document.errors, ...document.warnings].map((problem) => problem.message.split('\n')[0] ?? '');
}

describe('every file', () => {
  it.each(paths)('%s ends its lines with LF and its text with one newline', (path) => {
    const source = text(path);
    expect(source).toMatch(/[^\n]\n$/);
    expect(source).not.toMatch(/[\r\uFEFF]/);
    expect(source).not.toMatch(/\u00A0|\u200B/);
  });
});

describe('Markdown', () => {
  it.each(ofType(/\.md$/))('%s', (path) => {
    expect(markdownFindings(text(path), path)).toEqual([]);
  });

  it.each([
    ['a second level skipped', '# A\n\n### B\n', 'MD001'],
    ['a second title', '# A\n\n# B\n', 'MD025'],
    ['a fence without a language', '# A\n\n```\nx\n```\n', 'MD040'],
    ['a space at the end of a line', '# A \n', 'MD009'],
    ['two blank lines', '# A\n\n\nB\n', 'MD012'],
    ['a row with a cell too many', '# A\n\n| a | b |\n| --- | --- |\n| 1 | 2 | 3 |\n', 'MD056'],
  ])('the linter is awake: %s', (_, source, rule) => {
    expect(markdownFindings(source).join()).toContain(rule);
  });
});

describe('YAML', () => {
  it.each(ofType(/\.ya?ml$/))('%s', (path) => {
    expect(yamlFindings(text(path))).toEqual([]);
    expect(text(path)).not.toContain('\t');
  });

  it.each(ofType(/\.md$/).filter((path) => text(path).startsWith('---\n')))('front matter of %s', (path) => {
    const source = text(path);
    expect(yamlFindings(source.slice(4, source.indexOf('\n---\n') + 1))).toEqual([]);
  });

  it.each([
    ['a key twice', 'a: 1\na: 2\n', /unique/],
    ['a bare date', 'a: 2024-03-12\n', /needs quotes/],
    ['a bare time', 'a: 09:05\n', /needs quotes/],
    ['a bare no', 'a: no\n', /needs quotes/],
    ['a list that does not close', 'a: [1\n', /./],
  ])('the linter is awake: %s', (_, source, message) => {
    expect(yamlFindings(source).join()).toMatch(message);
  });
});

describe('JSON', () => {
  it.each(ofType(/\.json$/))('%s', (path) => {
    expect(jsonFindings(text(path))).toEqual([]);
  });

  it.each([
    ['a key twice', '{"a": 1, "a": 2}', /unique/],
    ['a trailing comma', '{"a": 1,}', /JSON/],
    ['a comment', '{"a": 1} // x', /JSON/],
  ])('the parser is awake: %s', (_, source, message) => {
    expect(jsonFindings(source).join()).toMatch(message);
  });
});

describe('Mermaid', () => {
  /** Diagrams by where they stand. */
  const diagrams = paths.flatMap((path): [string, string][] => {
    if (path.endsWith('.mmd')) return [[path, text(path)]];
    if (!path.endsWith('.md')) return [];
    return [...text(path).matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map((fence) => [
      `${path}:${lineAt(text(path), fence.index)}`,
      fence[1] ?? '',
    ]);
  });
  let parse: (source: string) => Promise<unknown>;

  beforeAll(async () => {
    // Mermaid's sanitizer asks for a document when it is loaded; parsing needs no layout. The package carries no types.
    const name: string = 'jsdom';
    const { JSDOM } = (await import(name)) as { JSDOM: new (html: string) => { readonly window: Window } };
    const { window } = new JSDOM('');
    Object.assign(globalThis, { window, document: window.document });
    const { default: mermaid } = await import('mermaid');
    parse = (source) => mermaid.parse(source);
  }, 60_000);

  it('stands in files and in fences', () => {
    expect(diagrams.filter(([name]) => name.endsWith('.mmd'))).toHaveLength(12);
    expect(diagrams.length).toBeGreaterThan(12);
  });

  it.each(diagrams)('%s', async (_, source) => {
    await expect(parse(source)).resolves.toBeTruthy();
  });

  it.each([
    ['an open bracket', 'flowchart LR\n  a["one" --> b'],
    ['an unknown arrow', 'sequenceDiagram\n  a=>b: one'],
  ])('the parser is awake: %s', async (_, source) => {
    await expect(parse(source)).rejects.toThrow();
  });
});
