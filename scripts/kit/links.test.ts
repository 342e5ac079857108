import { posix } from 'node:path';
import GithubSlugger from 'github-slugger';
import { toString as plainText } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { KIT, kitFile } from './kit.test-support';

const reader = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter);
const folders = new Set([...KIT.keys()].flatMap((path) => foldersOf(path)));
const anchorsOf = new Map<string, ReadonlySet<string>>();
const trees = new Map<string, ReturnType<typeof reader.parse>>();

/** The tree of a Markdown file, parsed once. */
function treeOf(path: string): ReturnType<typeof reader.parse> {
  const tree = trees.get(path) ?? reader.parse(kitFile(path));
  trees.set(path, tree);
  return tree;
}

// On import: parsing is no part of any test's time.
for (const path of KIT.keys()) if (path.endsWith('.md')) treeOf(path);

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Anchors of a Markdown file as GitHub makes them. */
function anchors(path: string): ReadonlySet<string> {
  let known = anchorsOf.get(path);
  if (!known) {
    const slugger = new GithubSlugger();
    const found = new Set<string>();
    visit(treeOf(path), 'heading', (heading) => {
      found.add(slugger.slug(plainText(heading)));
    });
    known = found;
    anchorsOf.set(path, known);
  }
  return known;
}

/** Why a link of a file does not lead anywhere inside the kit; null when it does, or when it is an address of the web. */
function deadEnd(path: string, url: string): string | null {
  if (/^(?:https?|mailto):/.test(url)) return null;
  const [target = '', anchor] = decodeURI(url).split('#');
  const to = target === '' ? path : posix.normalize(posix.join(posix.dirname(path), target));
  if (to.startsWith('..') || to.startsWith('/')) return `${url} leaves the kit`;
  if (to.endsWith('/')) return folders.has(to.slice(0, -1)) ? null : `${url}: no such folder`;
  if (!KIT.has(to)) return folders.has(to) ? null : `${url}: no such file`;
  if (anchor !== undefined && !(to.endsWith('.md') && anchors(to).has(anchor)))
    return `${url}: no such heading`;
  return null;
}

function linksOf(path: string): { readonly url: string; readonly line: number }[] {
  const links: { url: string; line: number }[] = [];
  visit(treeOf(path), (node) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      links.push({ url: node.url, line: node.position?.start.line ?? 0 });
    }
  });
  return links;
}

/** Strings of structured files that read like a path of the kit: `source: "../adr-001-kafka.md"`. */
function pathsInData(path: string): string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string' && /^[\w./-]+\.(?:md|mmd|ya?ml|json)(?:#[\w-]+)?$/.test(value))
      found.push(value);
    else if (Array.isArray(value)) for (const item of value) walk(item);
    else if (value !== null && typeof value === 'object') for (const item of Object.values(value)) walk(item);
  };
  walk(path.endsWith('.json') ? JSON.parse(kitFile(path)) : parseYaml(kitFile(path)));
  return found;
}

const markdown = [...KIT.keys()].filter((path) => path.endsWith('.md'));
const data = [...KIT.keys()].filter((path) => /\.(?:ya?ml|json)$/.test(path));

describe('links', () => {
  it.each(markdown)('of %s all lead somewhere in the kit', (path) => {
    const dead = linksOf(path).flatMap(({ url, line }) => {
      const why = deadEnd(path, url);
      return why === null || /<[^>]*>|%3C/.test(url) ? [] : [`line ${line}: ${why}`];
    });
    expect(dead).toEqual([]);
  });

  it('of the README reach every part, the blanks, the brief and the glossary', () => {
    const urls = linksOf('README.md').map(({ url }) => url);
    for (const url of [
      'examples/part1-design-doc/',
      'examples/part2-adr-catalog/',
      'examples/part3-architecture-review/',
      'examples/part4-postmortem/',
      'templates/',
      'scenarios/BRIEF.md',
      'GLOSSARY.md',
    ]) {
      expect(urls).toContain(url);
    }
  });

  it.each(data)('paths named in %s are there', (path) => {
    const dead = pathsInData(path).filter((url) => {
      const beside = deadEnd(path, url) === null;
      return !beside && deadEnd('kit.yaml', url) !== null;
    });
    expect(dead).toEqual([]);
  });

  it('a dead link, a dead heading and a way out of the kit are seen', () => {
    expect(deadEnd('README.md', 'examples/part5/')).toMatch(/no such folder/);
    expect(deadEnd('README.md', 'GLOSSARI.md')).toMatch(/no such file/);
    expect(deadEnd('README.md', 'GLOSSARY.md#nowhere')).toMatch(/no such heading/);
    expect(deadEnd('README.md', 'GLOSSARY.md#the-case')).toBeNull();
    expect(deadEnd('examples/README.md', '../../secret.md')).toMatch(/leaves the kit/);
  });

  it('every file of the examples is reachable from the README by links', () => {
    const seen = new Set(['README.md']);
    const queue = ['README.md'];
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const from = path;
      const urls = from.endsWith('.md')
        ? linksOf(from).map(({ url }) => url)
        : /\.(?:ya?ml|json)$/.test(from) && !from.startsWith('scenarios/')
          ? pathsInData(from)
          : [];
      for (const url of urls) {
        if (deadEnd(from, url) !== null || /^\w+:/.test(url)) continue;
        const to = posix.normalize(posix.join(posix.dirname(from), url.split('#')[0] ?? ''));
        for (const file of to.endsWith('/')
          ? [...KIT.keys()].filter((each) => posix.dirname(each) === to.slice(0, -1))
          : [to]) {
          if (!seen.has(file) && KIT.has(file)) {
            seen.add(file);
            queue.push(file);
          }
        }
      }
    }
    const lost = [...KIT.keys()].filter((path) => path.startsWith('examples/part') && !seen.has(path));
    expect(lost).toEqual([]);
  });
});

describe('diagrams that a document prints', () => {
  const printed = [
    ...kitFile('examples/part1-design-doc/RFC-042-streaming-migration.md').matchAll(
      /^```mermaid\n([\s\S]*?)^```$/gm,
    ),
  ];
  const drawing = (source: string) =>
    source.split('\n').filter((line) => !line.startsWith('%%') && line !== '');

  it.each([
    ['data-flow-target.mmd', 0],
    ['sequence-order-event.mmd', 1],
  ] as const)('the RFC prints %s as the file has it', (file, index) => {
    expect(printed).toHaveLength(2);
    expect(drawing(printed[index]?.[1] ?? '')).toEqual(
      drawing(kitFile(`examples/part1-design-doc/diagrams/${file}`)),
    );
  });
});
