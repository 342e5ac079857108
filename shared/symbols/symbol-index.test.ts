import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../kinds';
import type { Fact } from '../rubric/fact';
import { parseSource } from '../rubric/parse-source';
import { KindRegistry } from '../rubric/registry';
import { idTokens, NameFinder } from './scan';
import { SymbolIndex } from './symbol-index';

const registry = new KindRegistry(KINDS);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

function factsOf(path: string, text: string): readonly Fact[] {
  const source = parseSource(path, text);
  const { kind } = registry.recognise(path, source);
  return kind && source ? kind.facts(kind.read(source), source) : [];
}

function put(index: SymbolIndex, path: string, text: string): void {
  index.setFile(path, text, factsOf(path, text));
}

describe('finding ids and names', () => {
  it.each([
    ['R-03 and (ADR-001), SLO-02.', ['R-03', 'ADR-001', 'SLO-02']],
    ['INC-2024-0312-postmortem', []],
    ['INC-2024-0312 RA-A01', ['INC-2024-0312', 'RA-A01']],
    ['XR-03a x_R-03 ÄR-03', []],
    ['', []],
  ])('%j', (text, ids) => {
    expect(idTokens(text).map(({ id }) => id)).toEqual(ids);
  });

  it.each([
    ['Ana Ruiz and Ana Ruiz Soto', ['Ana Ruiz', 'Ana Ruiz Soto']],
    ['Ana\n  Ruiz', ['Ana Ruiz']],
    ['Ana Ruizo, Ana-Ruiz, Diana Ruiz', []],
    ['kafka-msk kafka-msk-2', ['kafka-msk']],
  ])('names in %j', (text, names) => {
    const finder = new NameFinder(['Ana Ruiz', 'Ana Ruiz Soto', 'kafka-msk', '']);
    expect(finder.find(text).map(({ name }) => name)).toEqual(names);
  });

  it('is linear in the text, however many names there are', () => {
    const finder = new NameFinder(Array.from({ length: 5000 }, (_, i) => `Ana${i} Ruiz`));
    const text = 'Ana1 '.repeat(200_000);
    const start = performance.now();
    expect(finder.find(text)).toEqual([]);
    expect(idTokens(`${'A-'.repeat(200_000)}1`).length).toBeLessThan(2);
    // A quadratic search would take minutes.
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

const NOTE = 'notes/a.md';
const RISKS = 'risk-register.json';
const risk = (id: string, title: string) => JSON.stringify({ risks: [{ id, title }] });

describe('the index', () => {
  it('tells a definition from its uses', () => {
    const index = new SymbolIndex();
    put(index, RISKS, risk('R-01', 'Skills gap'));
    put(index, NOTE, 'See R-01 and R-09.\n');
    expect(index.symbol('id R-01')).toMatchObject({ title: 'Skills gap', family: 'R' });
    expect(index.occurrences('id R-01').map(({ path, role }) => [path, role])).toEqual([
      [RISKS, 'definition'],
      [NOTE, 'reference'],
    ]);
    expect(index.undefinedIds().map(({ path, id }) => [path, id])).toEqual([[NOTE, 'R-09']]);
    expect(index.at(NOTE, 5)?.key).toBe('id R-01');
    expect(index.at(NOTE, 0)).toBeNull();
  });

  it('leaves templates and counter-examples out', () => {
    const index = new SymbolIndex();
    put(index, 'templates/risk-register-template.json', risk('R-01', 'x'));
    put(index, 'examples/senior-grade/risk-register.json', risk('R-02', 'x'));
    expect(index.symbols).toEqual([]);
  });

  it('renames everywhere, and refuses a name that is taken', () => {
    const index = new SymbolIndex();
    put(
      index,
      RISKS,
      JSON.stringify({
        risks: [
          { id: 'R-01', title: 'a' },
          { id: 'R-02', title: 'b' },
        ],
      }),
    );
    put(index, NOTE, 'R-01, R-011 and R-01\n');
    expect(index.rename('id R-01', 'R-02')).toBeNull();
    const edits = index.rename('id R-01', 'R-07');
    expect(edits?.get(NOTE)).toEqual([
      { from: 0, to: 4, insert: 'R-07' },
      { from: 16, to: 20, insert: 'R-07' },
    ]);
    expect(edits?.get(RISKS)).toHaveLength(1);
  });

  it('forgets what a removed file defined', () => {
    const index = new SymbolIndex();
    put(index, RISKS, risk('R-01', 'a'));
    put(index, NOTE, 'R-01\n');
    index.removeFile(RISKS);
    expect(index.symbols).toEqual([]);
    expect(index.occurrences('id R-01')).toEqual([]);
  });

  it('after any edits is what a fresh index would be', () => {
    const paths = [RISKS, NOTE, 'raci-matrix.yaml', 'b.md'];
    const texts = [
      risk('R-01', 'a'),
      risk('R-02', 'b'),
      'R-01 R-02 Ana Ruiz\n',
      'people:\n  - key: AR\n    name: Ana Ruiz\n    role: SRE\n',
      '',
    ];
    const step = fc.tuple(fc.constantFrom(...paths), fc.constantFrom(...texts, null), fc.boolean());
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const index = new SymbolIndex();
        const now = new Map<string, string>();
        for (const [path, text, ask] of steps) {
          if (text === null) {
            index.removeFile(path);
            now.delete(path);
          } else {
            put(index, path, text);
            now.set(path, text);
          }
          if (ask) for (const { key } of index.symbols) index.occurrences(key);
        }
        const fresh = new SymbolIndex();
        for (const [path, text] of now) put(fresh, path, text);
        expect(index.symbols).toEqual(fresh.symbols);
        for (const { key } of fresh.symbols) expect(index.occurrences(key)).toEqual(fresh.occurrences(key));
        expect(index.undefinedIds()).toEqual(fresh.undefinedIds());
      }),
      { numRuns: 200 },
    );
  });
});

describe('over the worked kit', () => {
  const index = new SymbolIndex();
  const texts = new Map<string, string>();

  beforeAll(() => {
    for (const entry of readdirSync(join(ROOT, 'examples'), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = `${entry.parentPath}/${entry.name}`.slice(ROOT.length);
      const text = readFileSync(join(ROOT, path), 'utf8');
      texts.set(path, text);
      put(index, path, text);
    }
  });

  it.each([
    ['id ADR-010', 'adr-010-full-transitive-compatibility.md'],
    ['id R-03', 'risk-register.json'],
    ['id SLO-01', 'slo-definitions.yaml'],
    ['id CF-04', 'contributing-factors.yaml'],
    ['id AI-07', 'action-items.yaml'],
    ['id TW-01', 'dissent-register.yaml'],
    ['id D-02', 'dissent-register.yaml'],
    ['id RFC-042', 'RFC-042-streaming-migration.md'],
    ['person Kofi Darrow', 'raci-matrix.yaml'],
    ['option kafka-msk', 'tradeoff-matrix.yaml'],
  ])('%s is defined in %s and used elsewhere', (key, file) => {
    const found = index.occurrences(key);
    const definedIn = found.filter(({ role }) => role === 'definition').map(({ path }) => path);
    expect(definedIn.some((path) => path.endsWith(`/${file}`))).toBe(true);
    expect(new Set(found.map(({ path }) => path)).size).toBeGreaterThan(2);
    for (const { path, from, to } of found) {
      expect(texts.get(path)?.slice(from, to)).toContain(key.split(' ').slice(1).join(' '));
    }
  });

  it('every id used is defined somewhere', () => {
    expect(index.undefinedIds().map(({ path, id }) => `${path} ${id}`)).toEqual([]);
  });
});
