import { describe, expect, it } from 'vitest';
import { parseSource } from '../rubric/parse-source';
import { applyEdits } from '../text/edits/edit';
import { movePlan } from './move';

type Files = Readonly<Record<string, string>>;

const kitOf = (files: Files) => ({
  paths: () => Object.keys(files),
  parsed: (path: string) => {
    const text = files[path];
    return text === undefined ? null : { source: parseSource(path, text) };
  },
});

/** The kit after a move: texts of changed files by their new paths. */
function kitAfter(files: Files, from: string, to: string): Files {
  const plan = movePlan(kitOf(files), from, to);
  if (!plan.ok) throw new Error(plan.reason);
  const moves = new Map(plan.moves);
  return Object.fromEntries(
    plan.files.map(({ path, edits }) => [moves.get(path) ?? path, applyEdits(files[path] ?? '', edits)]),
  );
}

describe('a file that moves', () => {
  it('is followed by links, pictures, definitions and HTML, and keeps its own', () => {
    const files = {
      'a/rfc.md':
        '# R\n\n[up](../b/adr.md#why "t") ![p](img/p.png) [self](#r) [web](https://x.example/a/rfc.md) [same](rfc.md)\n',
      'a/img/p.png': '',
      'b/adr.md':
        '# Why\n\n[R](../a/rfc.md) [R2](<../a/rfc.md#r>) [ref][x] <a href="../a/rfc.md">h</a> `a/rfc.md` `rfc.md`\n\n```\n`a/rfc.md`\n```\n\n[x]: ../a/rfc.md\n',
      'c.md': '[R](a/rfc.md) [also](./a/rfc.md) [root](/a/rfc.md) [other](a/rfc.md.txt)\n',
    };
    expect(kitAfter(files, 'a/rfc.md', 'd/e/new name.md')).toEqual({
      'd/e/new name.md':
        '# R\n\n[up](../../b/adr.md#why "t") ![p](../../a/img/p.png) [self](#r) [web](https://x.example/a/rfc.md) [same](new%20name.md)\n',
      'b/adr.md':
        '# Why\n\n[R](../d/e/new%20name.md) [R2](<../d/e/new%20name.md#r>) [ref][x] <a href="../d/e/new%20name.md">h</a> `d/e/new name.md` `rfc.md`\n\n```\n`a/rfc.md`\n```\n\n[x]: ../d/e/new%20name.md\n',
      'c.md':
        '[R](d/e/new%20name.md) [also](./d/e/new%20name.md) [root](/d/e/new%20name.md) [other](a/rfc.md.txt)\n',
    });
  });

  it('is followed by fields of headers and data, as they write paths', () => {
    const files = {
      'a/rfc.md': '# R\n',
      'a/matrix.yaml':
        'source: "rfc.md" # here\nwhole: a/rfc.md\nprose: see rfc.md for more\nurl: https://x.example/rfc.md\n',
      'b/risk.json': '{"link": "../a/rfc.md#scope", "same": "risk.json"}\n',
      'b/adr.md': '---\nlinks:\n  - ../a/rfc.md\n  - adr.md\n---\n\n# A\n',
    };
    expect(kitAfter(files, 'a/rfc.md', 'b/r.md')).toEqual({
      'a/matrix.yaml':
        'source: "../b/r.md" # here\nwhole: b/r.md\nprose: see rfc.md for more\nurl: https://x.example/rfc.md\n',
      'b/risk.json': '{"link": "r.md#scope", "same": "risk.json"}\n',
      'b/adr.md': '---\nlinks:\n  - r.md\n  - adr.md\n---\n\n# A\n',
    });
  });

  it('takes its data file’s own relative paths along', () => {
    const files = { 'a/m.yaml': 'source: rfc.md\nup: ../c.md\n', 'a/rfc.md': '', 'c.md': '' };
    expect(kitAfter(files, 'a/m.yaml', 'b/x/m.yaml')).toEqual({
      'b/x/m.yaml': 'source: ../../a/rfc.md\nup: ../../c.md\n',
    });
  });

  it('is followed by kit.yaml, waivers and self-assessments', () => {
    const files = {
      'a/rfc.md': '# R\n',
      'kit.yaml':
        'version: 1\nname: a/rfc.md\nscenario: a/rfc.md\nkinds:\n  "a/rfc.md": rfc # ours\n  a/*.md: adr\nown_kinds:\n  - {id: x, rubric: a/rfc.md}\n',
      '.staffwright/waivers.yaml':
        '- finding: RFC-01\n  path: a/rfc.md\n  quote: "a/rfc.md"\n  reason: r\n  by: A\n',
      '.staffwright/self-assessments.yaml': '- criterion: RFC-14\n  path: a/rfc.md\n  answer: yes\n',
    };
    const made = kitAfter(files, 'a/rfc.md', 'a/b.md');
    expect(made['kit.yaml']).toContain('kinds:\n  "a/b.md": rfc # ours\n  a/*.md: adr\n');
    expect(made['kit.yaml']).toContain('scenario: a/b.md\n');
    expect(made['kit.yaml']).toContain('rubric: a/b.md}');
    expect(made['.staffwright/waivers.yaml']).toContain('  path: a/b.md\n  quote: "a/rfc.md"\n');
    expect(made['.staffwright/self-assessments.yaml']).toContain('path: a/b.md');
  });
});

describe('a folder that moves', () => {
  it('takes all of it along, and what is inside stays linked', () => {
    const files = {
      'a/x/one.md': '[two](two.md) [out](../../c.md) [folder](../x/)\n',
      'a/x/two.md': '[one](one.md)\n',
      'c.md': '[one](a/x/one.md) [folder](a/x/) [near](a/xy.md)\n',
      'a/xy.md': '[one](x/one.md)\n',
      'kit.yaml': 'version: 1\nfolders: [a/x, a]\nkinds:\n  "a/x/**": none\n',
    };
    expect(kitAfter(files, 'a/x', 'z')).toEqual({
      'z/one.md': '[two](two.md) [out](../c.md) [folder](../z/)\n',
      'c.md': '[one](z/one.md) [folder](z/) [near](a/xy.md)\n',
      'a/xy.md': '[one](../z/one.md)\n',
      'kit.yaml': 'version: 1\nfolders: [z, a]\nkinds:\n  "z/**": none\n',
    });
  });
});

describe('a place', () => {
  const files = { 'a/rfc.md': '', 'a/B.md': '', 'kit.yaml': 'version: 1\n' };
  it.each([
    ['a/rfc.md', 'a/rfc.md', 'name already'],
    ['a/rfc.md', 'a/b.md', 'a/B.md is there already'],
    ['a/rfc.md', 'A', 'is there already'],
    ['a/rfc.md', 'a/B.md/x.md', 'is a file'],
    ['a', 'a/b', 'into itself'],
    ['a/rfc.md', '../x.md', 'steps out'],
    ['a/rfc.md', '.git/x.md', 'left alone'],
    ['a/rfc.md', '', 'empty'],
    ['kit.yaml', 'x.yaml', 'keeps its name'],
  ])('%s → %s is refused', (from, to, reason) => {
    expect(movePlan(kitOf(files), from, to)).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });

  it('may differ in capitals only', () => {
    expect(movePlan(kitOf(files), 'a/rfc.md', 'a/RFC.md')).toMatchObject({ ok: true });
  });
});

it('moving there and back gives the texts of before', () => {
  const files: Record<string, string> = {
    'a/rfc.md': '[adr](../b/adr.md) [self](rfc.md)\n',
    'b/adr.md': '---\nlink: ../a/rfc.md\n---\n\n[R](../a/rfc.md#x)\n',
    'kit.yaml': 'version: 1\nkinds: {"a/rfc.md": rfc}\n',
  };
  const there = kitAfter(files, 'a/rfc.md', 'c/d/e.md');
  const { 'a/rfc.md': _, ...rest } = { ...files, ...there };
  const back = kitAfter(rest, 'c/d/e.md', 'a/rfc.md');
  const { 'c/d/e.md': __, ...now } = { ...rest, ...back };
  expect(now).toEqual(files);
});
