import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CONSISTENCY_RULES } from '../../shared/consistency';
import { KINDS } from '../../shared/kinds';
import { RubricCatalogue } from '../../shared/rubric/catalogue';
import { rubricPages } from './render';

const folder = fileURLToPath(new URL('../../docs/rubric/', import.meta.url));
const catalogue = new RubricCatalogue(KINDS, CONSISTENCY_RULES);
const pages = rubricPages(catalogue);

describe('docs/rubric', () => {
  it('is what the rubric says today (else run `npm run rubric:docs`)', () => {
    expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
    for (const [name, text] of pages) expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text);
  });

  it('tells of every criterion, question and rule once', () => {
    const all = [...pages.values()].join('\n');
    for (const id of catalogue.ids) {
      expect(all.match(new RegExp(`^#{2,3} ${id} `, 'gm')) ?? [], id).toHaveLength(1);
    }
  });

  it('links only to its own pages', () => {
    for (const [, target = ''] of (pages.get('README.md') ?? '').matchAll(/\]\(([^)]+)\)/g)) {
      expect(pages.has(target), target).toBe(true);
    }
  });
});
