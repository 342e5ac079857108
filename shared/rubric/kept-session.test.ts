import { deserialize, serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { kitPaths, kitText } from '../kinds/kit-fixture.test-support';
import { newCheckSession } from '../studio';
import { patience, rounds, seeded } from '../util/seeded.test-support';
import type { KeptSession } from './kept-session';
import { changed } from './random-edits.test-support';
import type { KitReport } from './report';
import type { CheckSession } from './session';

type Texts = ReadonlyMap<string, string>;

const WORKED: Texts = new Map([...kitPaths()].map((path) => [path, kitText(path)]));

function given(texts: Texts): CheckSession {
  const session = newCheckSession('Worked example');
  for (const [path, text] of texts) session.setFile(path, text);
  return session;
}

function settled(texts: Texts): CheckSession {
  const session = given(texts);
  session.settle();
  return session;
}

/** As it comes back from a disk. */
const stored = (kept: KeptSession | null) => deserialize(serialize(kept)) as KeptSession | null;

function takenUp(before: Texts, kept: KeptSession | null, now: Texts) {
  const session = given(now);
  if (!kept) throw new Error('Nothing was kept');
  const taken = session.takeUp(kept, (path) => before.get(path) === now.get(path));
  return { session, taken };
}

/** A report without what counts the edits. */
const plain = (report: KitReport) => ({
  ...report,
  artifacts: report.artifacts.map((artifact) => ({ ...artifact, version: 0 })),
});

function expectSame(session: CheckSession, texts: Texts): void {
  session.settle();
  expect(plain(session.report())).toEqual(plain(settled(texts).report()));
}

const MANIFEST = 'version: 1\nname: Worked example\n';
const WAIVERS = '.staffwright/waivers.yaml';

describe('a session that goes on from what an earlier one kept', { timeout: patience(120_000) }, () => {
  it('holds plain data only, so that a clone is the same', () => {
    const seen = new Set<object>();
    const look = (value: unknown, where: string): void => {
      expect(typeof value, where).not.toBe('function');
      if (typeof value !== 'object' || value === null || seen.has(value)) return;
      seen.add(value);
      if (value instanceof Map) {
        for (const [key, one] of value) look(one, `${where} ${String(key)}`);
        return;
      }
      const prototype = Object.getPrototypeOf(value);
      if (prototype !== Array.prototype && prototype !== Object.prototype && prototype !== null)
        expect.fail(`${where} is an instance of ${prototype.constructor?.name}`);
      for (const [key, one] of Object.entries(value)) look(one, `${where}.${key}`);
    };
    const kept = settled(WORKED).keep();
    expect(kept?.files).toHaveLength(WORKED.size);
    look(kept, 'kept');
    expect(stored(kept)).toEqual(kept);
  });

  it('says the same where nothing changed, without reading anything', () => {
    const kept = stored(settled(WORKED).keep());
    const { session, taken } = takenUp(WORKED, kept, WORKED);
    expect(taken).toBe(true);
    expect(session.outstanding).toBe(0);
    expectSame(session, WORKED);
  });

  it('says what a new one would say after any edits, new files, lost and renamed ones', () => {
    const next = seeded(11);
    let before = WORKED;
    let kept = stored(settled(before).keep());
    for (let round = 0; round < rounds(6); round++) {
      const now = new Map(before);
      for (let edit = next(4); edit >= 0; edit--) {
        const paths = [...now.keys()];
        const path = paths[next(paths.length)] ?? '';
        const text = now.get(path) ?? '';
        const kind = next(10);
        if (kind <= 1) now.delete(path);
        else if (kind === 2) {
          now.delete(path);
          now.set(path.replace(/(\.[a-z]+)$/, '-2$1'), text);
        } else if (kind === 3) {
          const gone = [...WORKED.keys()].filter((one) => !now.has(one));
          const back = gone[next(Math.max(1, gone.length))];
          if (back !== undefined) now.set(back, WORKED.get(back) ?? '');
        } else now.set(path, changed(text, next));
      }
      const { session, taken } = takenUp(before, kept, now);
      expect(taken).toBe(true);
      expectSame(session, now);
      // What is kept next was itself taken up in part.
      kept = stored(session.keep());
      before = now;
    }
  });

  it('goes on being edited', () => {
    const { session } = takenUp(WORKED, stored(settled(WORKED).keep()), WORKED);
    const next = seeded(5);
    const now = new Map(WORKED);
    for (let edit = 0; edit < 6; edit++) {
      const path = [...WORKED.keys()][next(WORKED.size)] ?? '';
      now.set(path, changed(now.get(path) ?? '', next));
      session.setFile(path, now.get(path) ?? '');
      if (next(2) === 0) session.settle();
    }
    expectSame(session, now);
  });

  it('applies waivers and answers of now', () => {
    const [finding] = settled(new Map([...WORKED, ['part1/RFC-001-x.md', '# RFC-001: TODO\n']]))
      .report()
      .artifacts.flatMap(({ findings }) => findings.filter(({ path }) => path === 'part1/RFC-001-x.md'));
    const before = new Map([...WORKED, ['part1/RFC-001-x.md', '# RFC-001: TODO\n']]);
    const now = new Map([
      ...before,
      [
        WAIVERS,
        `version: 1\nwaivers:\n  - finding: ${finding?.id}\n    path: part1/RFC-001-x.md\n    quote: "# RFC-001: TODO"\n    reason: A draft\n    by: Ana Ruiz\n    date: 2026-01-02\n`,
      ],
    ]);
    const { session } = takenUp(before, stored(settled(before).keep()), now);
    expectSame(session, now);
    const again = takenUp(now, stored(session.keep()), before);
    expectSame(again.session, before);
  });

  it('starts anew under another standard of the kit', () => {
    const before = new Map([...WORKED, ['kit.yaml', MANIFEST]]);
    const kept = stored(settled(before).keep());
    for (const manifest of [
      `${MANIFEST}criteria:\n  GEN-02: {severity: "off", reason: Ours are other}\n`,
      `${MANIFEST}kinds:\n  "part1/*.md": none\n`,
      null,
    ]) {
      const now = new Map(before);
      if (manifest === null) now.delete('kit.yaml');
      else now.set('kit.yaml', manifest);
      const { session, taken } = takenUp(before, kept, now);
      expect(taken).toBe(false);
      expectSame(session, now);
    }
  });

  it('goes on under the same standard', () => {
    const manifest = `${MANIFEST}criteria:\n  GEN-02: {severity: could, reason: Ours are other}\nkinds:\n  "part1/*.md": none\n`;
    const before = new Map([...WORKED, ['kit.yaml', manifest]]);
    const now = new Map([...before, ['part2/adr-001-x.md', '# ADR-001: X\n']]);
    const { session, taken } = takenUp(before, stored(settled(before).keep()), now);
    expect(taken).toBe(true);
    expectSame(session, now);
  });

  it('is not kept while work is outstanding', () => {
    expect(given(WORKED).keep()).toBeNull();
  });
});
