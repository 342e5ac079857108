import { describe, expect, it } from 'vitest';
import { newCheckSession } from '../studio';
import { capped, MOST_FINDINGS } from './capped';
import type { Finding } from './finding';

const finding = (n: number, related = 0): Finding => ({
  id: 'T-01',
  severity: 'must',
  path: 'a.md',
  span: { from: n, to: n + 1 },
  message: `Trouble ${n}`,
  related: Array.from({ length: related }, (_, i) => ({
    path: 'b.md',
    span: { from: i, to: i },
    message: `Other ${i}`,
  })),
  fix: { title: 'Mend', edits: [] },
});

describe('long lists of findings', () => {
  it('stay whole up to the limit', () => {
    const list = Array.from({ length: MOST_FINDINGS }, (_, n) => finding(n));
    expect(capped(list)).toBe(list);
  });

  it('end with one that says how many more there are, at the place of the next', () => {
    const list = Array.from({ length: MOST_FINDINGS + 3 }, (_, n) => finding(n));
    const shown = capped(list);
    expect(shown).toHaveLength(MOST_FINDINGS + 1);
    expect(shown.at(-1)).toMatchObject({
      id: 'T-01',
      span: { from: MOST_FINDINGS },
      message: '3 more places have the same trouble, from here on',
    });
    expect(shown.at(-1)?.fix).toBeUndefined();
  });

  it('name only some of many other places', () => {
    const [shown] = capped([finding(0, 40)]);
    expect(shown?.related).toHaveLength(13);
    expect(shown?.related.at(-1)?.message).toBe('and 28 more');
  });

  it('keep a file of nothing but blanks from flooding the kit', () => {
    const session = newCheckSession('Kit');
    session.setFile('RFC-001-x.md', `# RFC-001: x\n\n${'TODO and more. '.repeat(5_000)}\n`);
    session.settle();
    const of = session.artifact('RFC-001-x.md')?.findings.filter((f) => f.id === 'GEN-02') ?? [];
    expect(of).toHaveLength(MOST_FINDINGS + 1);
    expect(of.at(-1)?.message).toContain('4800 more places');
  });
});
