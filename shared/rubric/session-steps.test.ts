import { describe, expect, it } from 'vitest';
import { newCheckSession } from '../studio';
import type { CheckSession } from './session';

/** A text that is long enough to be read in several steps. */
const PARTS = 1700;
const long = (word: string): string =>
  `---\nid: RFC-001\ntitle: Long\n---\n\n# RFC-001: Long\n\n${Array.from({ length: PARTS }, (_, i) => `## Part ${i}\n\n${word} is written here, in part ${i}, and it takes 5 min to read about it.\n\n`).join('')}`;

const LONG = 'part1/RFC-001-long.md';
const SHORT = 'part1/RFC-002-short.md';

/** Takes so many steps, each from a new generator, as the worker does between two slices. */
function take(session: CheckSession, steps: number): string[] {
  const done: string[] = [];
  while (done.length < steps && session.busy) {
    const { value } = session.pending().next();
    done.push(value ?? '');
  }
  return done;
}

function plain(session: CheckSession): string {
  return JSON.stringify(session.report(), (key, value) => (key === 'version' ? undefined : value));
}

function settled(files: Readonly<Record<string, string>>): CheckSession {
  const session = newCheckSession('Steps');
  for (const [path, text] of Object.entries(files)) session.setFile(path, text);
  session.settle();
  return session;
}

describe('a long file', { timeout: 120_000 }, () => {
  it('is read in many steps, each of which can be the last one for now', () => {
    const session = newCheckSession('Steps');
    session.setFile(LONG, long('Something'));
    const untilRead = take(session, 10_000).indexOf(LONG);
    expect(untilRead).toBeGreaterThan(4);
    expect(session.busy).toBe(false);
    expect(plain(session)).toBe(plain(settled({ [LONG]: long('Something') })));
  });

  it('is let go when it has another text by then', () => {
    const session = newCheckSession('Steps');
    session.setFile(LONG, long('Something'));
    expect(take(session, 3)).toEqual(['', '', '']);
    session.setFile(LONG, '# RFC-001: Short after all\n');
    expect(take(session, 1)).toEqual([LONG]);
    session.settle();
    expect(plain(session)).toBe(plain(settled({ [LONG]: '# RFC-001: Short after all\n' })));
  });

  it('is let go when it is gone', () => {
    const session = newCheckSession('Steps');
    session.setFile(LONG, long('Something'));
    take(session, 3);
    session.removeFile(LONG);
    session.settle();
    expect(session.report().artifacts).toEqual([]);
  });

  it('waits for a short one that came later, and goes on where it was', () => {
    const session = newCheckSession('Steps');
    session.setFile(LONG, long('Something'));
    take(session, 3);
    session.setFile(SHORT, '# RFC-002: Short\n');
    expect(take(session, 1)).toEqual([SHORT]);
    session.settle();
    const files = { [LONG]: long('Something'), [SHORT]: '# RFC-002: Short\n' };
    expect(plain(session)).toBe(plain(settled(files)));
  });

  it('is not begun anew for the short ones that go first', () => {
    const alone = newCheckSession('Steps');
    alone.setFile(LONG, long('Something'));
    const steps = take(alone, 10_000).indexOf(LONG);
    const among = newCheckSession('Steps');
    among.setFile(LONG, long('Something'));
    for (let i = 10; i < 20; i++) among.setFile(`part1/RFC-0${i}-short.md`, `# RFC-0${i}: Short\n`);
    // Its first step, the ten, and what is left of it.
    expect(take(among, 10_000).indexOf(LONG)).toBe(steps + 10);
  });

  it('does not wait for another long one, nor start anew for it', () => {
    const session = newCheckSession('Steps');
    session.setFile(LONG, long('Something'));
    take(session, 3);
    session.setFile(SHORT, long('Else'));
    const steps = take(session, 10_000).filter((step) => step !== '');
    expect(steps.slice(0, 2)).toEqual([LONG, SHORT]);
  });

  it('is read again in steps where its tree was let go', () => {
    const session = newCheckSession('Steps', { keptText: 0 });
    session.setFile(LONG, long('Something'));
    take(session, 10_000);
    expect(session.busy).toBe(false);
    expect(plain(session)).toBe(plain(settled({ [LONG]: long('Something') })));
  });

  it('can be asked about before it was read to its end', () => {
    const session = newCheckSession('Steps');
    session.setFile(LONG, long('Something'));
    take(session, 2);
    expect(session.parsed(LONG)?.kind?.id).toBe('rfc');
    expect(session.busy).toBe(true);
  });
});
