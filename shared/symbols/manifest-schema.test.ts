import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../domain/manifest';
import { newCheckSession } from '../studio';
import type { DataNode } from '../text/data-tree';
import { parseYaml } from '../text/yaml';
import { KitAssist } from './kit-assist';
import { MANIFEST_SCHEMA } from './manifest-schema';
import { keySuggestions } from './schema-hints';

const GUIDE = readFileSync(new URL('../../docs/own-standard.md', import.meta.url), 'utf8');
const EXAMPLE = /```yaml kit\.yaml\n([\s\S]*?)```/.exec(GUIDE)?.[1] ?? '';

/** Every key of a tree with the way to it. */
function keysOf(node: DataNode, steps: readonly string[] = []): (readonly [string, readonly string[]])[] {
  if (node.kind === 'list') return node.items.flatMap((item) => keysOf(item, [...steps, '*']));
  if (node.kind !== 'map') return [];
  return [...node.members].flatMap(([key, child]) => [
    [key, steps] as const,
    ...keysOf(child, [...steps, key]),
  ]);
}

describe('what kit.yaml may say', () => {
  it('has every key of the documented example', () => {
    const root = parseYaml(EXAMPLE).root;
    const keys = root ? keysOf(root) : [];
    expect(keys.length).toBeGreaterThan(30);
    const chosen = ['kinds', 'criteria'];
    for (const [key, steps] of keys) {
      // The author chooses these: path patterns, and ids of criteria.
      if (steps.length === 1 && chosen.includes(steps[0] ?? '')) continue;
      const known = keySuggestions(MANIFEST_SCHEMA, [...steps], []).map(({ label }) => label);
      expect(known, steps.join('.')).toContain(key);
    }
  });

  it('offers nothing that its reader does not know', () => {
    const keys = keySuggestions(MANIFEST_SCHEMA, [], []).map(({ label }) => label);
    const read = (more: string) => readManifest(`version: 1\n${more}: []\n`).problems;
    for (const key of keys.filter((one) => one !== 'version'))
      expect(
        read(key)
          .map(({ message }) => message)
          .join(),
        key,
      ).not.toContain('is not a key');
    expect(
      read('autor')
        .map(({ message }) => message)
        .join(),
    ).toContain('is not a key');
  });

  it('is offered in kit.yaml, without what stands there', () => {
    const session = newCheckSession('kit');
    session.setFile('kit.yaml', 'version: 1\nname: Mine\n');
    const assist = new KitAssist({
      paths: () => new Set(['kit.yaml']),
      parsed: (path) => session.parsed(path),
      text: (path) => session.text(path),
    });
    const offered = (steps: readonly string[], present: readonly string[] = []) =>
      assist
        .answer({
          type: 'suggest',
          path: 'kit.yaml',
          wanted: { kind: 'key', steps: [...steps], present: [...present], header: false, orValue: false },
        })
        .map(({ label }) => label);
    expect(offered([], ['version', 'name'])).toEqual(
      expect.arrayContaining(['author', 'folders', 'criteria', 'own_kinds']),
    );
    expect(offered([], ['version', 'name'])).not.toContain('name');
    expect(offered(['people', '*'])).toEqual(['key', 'name', 'role', 'team', 'level']);
  });
});
