import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { newCheckSession } from '../studio';
import type { Suggestion, Wanted } from './assist';
import { type AssistedKit, KitAssist } from './kit-assist';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

function assistOver(files: Readonly<Record<string, string>>) {
  const session = newCheckSession('kit');
  const paths = new Set<string>();
  const set = (path: string, text: string) => {
    session.setFile(path, text);
    paths.add(path);
  };
  for (const [path, text] of Object.entries(files)) set(path, text);
  const kit: AssistedKit = {
    paths: () => paths,
    parsed: (path) => session.parsed(path),
    text: (path) => session.text(path),
  };
  const remove = (path: string) => {
    session.removeFile(path);
    paths.delete(path);
  };
  return { assist: new KitAssist(kit), set, remove, session };
}

const RISKS = JSON.stringify(
  {
    id: 'rr',
    title: 'Risks',
    risks: [
      { id: 'R-01', title: 'Skills gap', category: 'people', owner: 'Ada Quist' },
      { id: 'R-02', title: 'Cost overrun', category: 'cost', owner: 'Ben Olu' },
    ],
  },
  null,
  2,
);
const RACI = `id: raci
people:
  - { key: AQ, name: Ada Quist, role: SRE, team: Core, level: 2 }
  - { key: BO, name: Ben Olu, role: Finance, team: Money, level: 2 }
activities:
  - id: RA-01
    assignments:
      AQ: A
      BO: C
  - id: RA-02
    assignments:
      AQ: A
`;
const NOTE = '# Note\n\nSee R-01, R-01 and R-09.\n\n## Where it went\n\nAda Quist decides.\n';

const small = { 'docs/risk-register.json': RISKS, 'docs/raci-matrix.yaml': RACI, 'notes/a.md': NOTE };

const labels = (suggestions: readonly Suggestion[]) => suggestions.map(({ label }) => label);

function suggest(files: Readonly<Record<string, string>>, path: string, wanted: Wanted) {
  return assistOver(files).assist.answer({ type: 'suggest', path, wanted });
}

describe('suggestions', () => {
  it('offers ids of a family with their titles', () => {
    const found = suggest(small, 'notes/a.md', { kind: 'id', family: 'R' });
    expect(found.map(({ label, detail }) => [label, detail])).toEqual([
      ['R-01', 'Skills gap'],
      ['R-02', 'Cost overrun'],
    ]);
    expect(suggest(small, 'notes/a.md', { kind: 'id', family: 'ZZ' })).toEqual([]);
  });

  it('offers people by any word of their name', () => {
    const typed = (text: string) => labels(suggest(small, 'notes/a.md', { kind: 'person', typed: text }));
    expect(typed('Ad')).toEqual(['Ada Quist']);
    expect(typed('Ol')).toEqual(['Ben Olu']);
    expect(typed('da')).toEqual([]);
  });

  it('offers files as seen from this one', () => {
    const paths = (link: boolean, dotted: boolean) =>
      labels(
        suggest({ ...small, 'notes/b c.md': '# B\n', '.staffwright/waivers.yaml': '' }, 'notes/a.md', {
          kind: 'path',
          link,
          dotted,
        }),
      );
    expect(paths(true, false)).toEqual([
      '../docs/raci-matrix.yaml',
      '../docs/risk-register.json',
      'b%20c.md',
    ]);
    expect(paths(false, true)).toContain('./b c.md');
  });

  it('offers the headings of this file and of others', () => {
    const anchors = (path: string, link: string) => suggest(small, path, { kind: 'anchor', link });
    expect(anchors('notes/a.md', '').map(({ label, detail }) => [label, detail])).toEqual([
      ['note', 'Note'],
      ['where-it-went', 'Where it went'],
    ]);
    expect(labels(anchors('docs/raci-matrix.yaml', '../notes/a.md'))).toEqual(['note', 'where-it-went']);
    expect(anchors('notes/a.md', '../docs/risk-register.json')).toEqual([]);
    expect(anchors('notes/a.md', '../../outside.md')).toEqual([]);
  });

  it('offers keys of the format that are not there yet, and what they hold', () => {
    const found = suggest(small, 'docs/risk-register.json', {
      kind: 'key',
      steps: ['risks', '*'],
      present: ['id', 'title'],
      header: false,
      orValue: false,
    });
    expect(labels(found)).not.toContain('id');
    expect(found.find(({ label }) => label === 'response')?.detail).toBe(
      'mitigate | avoid | transfer | accept',
    );
    expect(found.find(({ label }) => label === 'likelihood')).toMatchObject({
      detail: 'whole number 1–5',
      opens: 'value',
    });
    expect(found.find(({ label }) => label === 'trigger')?.opens).toBe('map');
  });

  it('offers keys that the author chose elsewhere in the same file', () => {
    const found = suggest(small, 'docs/raci-matrix.yaml', {
      kind: 'key',
      steps: ['activities', '*', 'assignments'],
      present: ['AQ'],
      header: false,
      orValue: false,
    });
    expect(labels(found)).toEqual(['BO']);
  });

  it('offers keys of a header by its kind, and values that its like have', () => {
    const adr = (status: string) => `---\nid: ADR-001\nstatus: ${status}\n---\n# ADR-001: Use it\n`;
    const files = {
      'adr-001-a.md': adr('accepted'),
      'adr-002-b.md': adr('accepted').replace('001', '002'),
      'adr-003-c.md': adr('proposed').replace('001', '003'),
    };
    const header = { header: true, present: ['id'], orValue: false };
    const keys = suggest(files, 'adr-003-c.md', { kind: 'key', steps: [], ...header });
    expect(labels(keys)).toContain('decision-makers');
    expect(labels(keys)).not.toContain('id');
    const values = (key: string) =>
      labels(suggest(files, 'adr-003-c.md', { kind: 'value', steps: [key], header: true }));
    expect(values('status')).toEqual(['accepted', 'proposed']);
    expect(values('title')).toEqual([]);
  });

  it.each([
    ['category', ['technical', 'data', 'delivery', 'cost', 'people', 'security', 'vendor']],
    ['owner', ['Ada Quist', 'Ben Olu']],
    ['id', ['R-01', 'R-02']],
    ['cause', []],
  ])('offers what fits behind "%s"', (key, expected) => {
    const found = suggest(small, 'docs/risk-register.json', {
      kind: 'value',
      steps: ['risks', '*', key],
      header: false,
    });
    expect(labels(found)).toEqual(expected);
  });

  it('still knows the rest of a file while a key is half written', () => {
    const made = assistOver(small);
    made.assist.refresh();
    made.set('docs/raci-matrix.yaml', `${RACI}      B\n  bad`);
    const found = made.assist.answer({
      type: 'suggest',
      path: 'docs/raci-matrix.yaml',
      wanted: {
        kind: 'key',
        steps: ['activities', '*', 'assignments'],
        present: [],
        header: false,
        orValue: false,
      },
    });
    expect(labels(found)).toEqual(['AQ', 'BO']);
  });
});

describe('symbols', () => {
  it('tells what stands at a place, with its definition', () => {
    const { assist } = assistOver(small);
    const card = assist.answer({ type: 'at', path: 'notes/a.md', offset: NOTE.indexOf('R-01') + 2 });
    expect(card).toMatchObject({ name: 'R-01', title: 'Skills gap', uses: 2 });
    expect(card?.definition).toMatchObject({ path: 'docs/risk-register.json', line: 6 });
    expect(card?.excerpt).toContain('"owner": "Ada Quist"');
    expect(assist.answer({ type: 'at', path: 'notes/a.md', offset: 0 })).toBeNull();
    expect(assist.answer({ type: 'at', path: 'not/there.md', offset: 0 })).toBeNull();
  });

  it('shows a record of a line that holds many', () => {
    const { assist } = assistOver({ ...small, 'docs/risk-register.json': JSON.stringify(JSON.parse(RISKS)) });
    expect(assist.answer({ type: 'card', key: 'id R-02' })?.excerpt).toBe(
      '{"id":"R-02","title":"Cost overrun","category":"cost","owner":"Ben Olu"}',
    );
  });

  it('shows what a document is by its header and how it begins', () => {
    const text =
      '---\nid: ADR-001\ntitle: Use it\nstatus: accepted\nrelated: [R-01]\n---\n# ADR-001: Use it\n\nWe use\nit.\n';
    const { assist } = assistOver({ 'adr-001-x.md': text });
    expect(assist.answer({ type: 'card', key: 'id ADR-001' })?.excerpt).toBe(
      'status: accepted\n\nWe use it.',
    );
  });

  it('lists the places of a symbol with their lines', () => {
    const { assist } = assistOver(small);
    const uses = assist.answer({ type: 'uses', key: 'id R-01' });
    expect(uses?.places.map(({ path, line, role }) => [path, line, role])).toEqual([
      ['docs/risk-register.json', 6, 'definition'],
      ['notes/a.md', 3, 'reference'],
      ['notes/a.md', 3, 'reference'],
    ]);
    for (const { excerpt, mark } of uses?.places ?? [])
      expect(excerpt.slice(mark.from, mark.to)).toContain('R-01');
    expect(assist.answer({ type: 'uses', key: 'id R-77' })).toBeNull();
  });

  it('lists all symbols with their uses, and ids that nothing defines', () => {
    const list = assistOver(small).assist.answer({ type: 'symbols' });
    expect(list.symbols.find(({ name }) => name === 'R-01')).toMatchObject({ family: 'R', uses: 2 });
    expect(list.symbols.find(({ name }) => name === 'R-02')).toMatchObject({ uses: 0 });
    expect(list.undefined.map(({ id, path, line }) => [id, path, line])).toEqual([['R-09', 'notes/a.md', 3]]);
  });

  it('follows edits and removed files', () => {
    const made = assistOver(small);
    expect(made.assist.answer({ type: 'uses', key: 'id R-01' })?.places).toHaveLength(3);
    made.set('notes/a.md', '# Note\n');
    expect(made.assist.answer({ type: 'uses', key: 'id R-01' })?.places).toHaveLength(1);
    made.remove('docs/risk-register.json');
    expect(made.assist.answer({ type: 'card', key: 'id R-01' })).toBeNull();
  });

  it('cuts long lines around the place', () => {
    const long = `${'word '.repeat(100)}R-01 ${'more '.repeat(100)}`;
    const { assist } = assistOver({ ...small, 'notes/a.md': `# A\n\n${long}\n` });
    const place = assist.answer({ type: 'uses', key: 'id R-01' })?.places[1];
    expect(place?.excerpt.length).toBeLessThan(170);
    expect(place?.excerpt).toMatch(/^….*…$/);
    expect(place?.excerpt.slice(place.mark.from, place.mark.to)).toBe('R-01');
  });
});

describe('renaming', () => {
  const plan = (key: string, name: string) => assistOver(small).assist.answer({ type: 'rename', key, name });

  it('edits every place of every file', () => {
    const made = plan('id R-01', ' R-11 ');
    expect(made).toMatchObject({ ok: true, from: 'R-01', to: 'R-11' });
    if (!made.ok) return;
    expect(made.files.map(({ path, edits }) => [path, edits.length])).toEqual([
      ['docs/risk-register.json', 1],
      ['notes/a.md', 2],
    ]);
    const [first] = made.files[1]?.edits ?? [];
    expect(NOTE.slice(first?.from, first?.to)).toBe('R-01');
  });

  it.each([
    ['id R-01', '', /new name/],
    ['id R-01', 'R-01', /already/],
    ['id R-01', 'R-02', /taken: Cost overrun/],
    ['id R-01', 'R-09', /written in the kit already/],
    ['id R-01', 'Risk one', /looks like R-01/],
    ['id R-01', 'r-05', /looks like R-01/],
    ['id R-01', 'RISK-05', /family: R-/],
    ['id R-01', 'R-005', /form of R-01/],
    ['id R-77', 'R-78', /no longer defined/],
    ['person Ada Quist', 'Ben Olu', /taken/],
    ['person Ada Quist', 'Ada: Q', /letters, blanks/],
  ])('refuses %s → "%s"', (key, name, reason) => {
    const made = plan(key, name);
    expect(made.ok).toBe(false);
    expect(made.ok ? '' : made.reason).toMatch(reason);
  });

  it('renames people, and names files that carry an old id', () => {
    const files = { ...small, 'adr-001-x.md': '---\nid: ADR-001\n---\n# ADR-001: Use it\n\nAda Quist.\n' };
    const { assist } = assistOver(files);
    expect(assist.answer({ type: 'rename', key: 'person Ada Quist', name: 'Ada Quist-Olu' })).toMatchObject({
      ok: true,
    });
    expect(assist.answer({ type: 'rename', key: 'id ADR-001', name: 'ADR-009' })).toMatchObject({
      ok: true,
      named: ['adr-001-x.md'],
    });
  });
});

describe('over the worked kit', () => {
  const files: Record<string, string> = {};
  let assist: KitAssist;

  beforeAll(() => {
    for (const folder of ['examples', 'templates', 'scenarios']) {
      for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const path = `${entry.parentPath}/${entry.name}`.slice(ROOT.length);
        files[path] = readFileSync(join(ROOT, path), 'utf8');
      }
    }
    ({ assist } = assistOver(files));
    assist.refresh();
  }, 120_000);

  it('knows events of the scenario where they are cited', () => {
    const path = 'examples/part4-postmortem/INC-2024-0312-postmortem.md';
    const offset = (files[path] as string).indexOf('LOG-reg-01');
    const card = assist.answer({ type: 'at', path, offset });
    expect(card).toMatchObject({ kind: 'event', name: 'LOG-reg-01' });
    expect(card?.definition?.path).toBe('scenarios/incident_scenario.json');
    expect(card?.excerpt).toContain('"message"');
  });

  it('renames R-03 so that a fresh look finds no R-03 left', () => {
    const made = assist.answer({ type: 'rename', key: 'id R-03', name: 'R-33' });
    expect(made.ok).toBe(true);
    if (!made.ok) return;
    expect(made.files.length).toBeGreaterThan(5);
    for (const { path, edits } of made.files)
      for (const { from, to } of edits) expect(files[path]?.slice(from, to)).toBe('R-03');
  });

  it('answers within a blink once it has read the kit', () => {
    const start = performance.now();
    for (let i = 0; i < 20; i++)
      assist.answer({ type: 'suggest', path: 'examples/x.md', wanted: { kind: 'reference' } });
    // Reading the kit anew for each question would take seconds.
    expect((performance.now() - start) / 20).toBeLessThan(100);
  });
});
