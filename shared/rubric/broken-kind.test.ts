import { describe, expect, it } from 'vitest';
import { blocksOf } from './blocks-of';
import type { ArtifactKind } from './kind';
import { KindRegistry } from './registry';
import type { ArtifactReport } from './report';
import { CheckSession } from './session';
import { note, plan, recordedKinds } from './session-kinds.test-support';

const FILES = { 'a.note.md': note('good'), 'b.note.md': note('bad'), 'plan.yaml': plan('42') };

function check(
  change: (note: ArtifactKind) => Partial<ArtifactKind>,
  files: Readonly<Record<string, string>> = FILES,
) {
  const [noteKind, planKind] = recordedKinds().kinds as readonly [ArtifactKind, ArtifactKind];
  const registry = new KindRegistry([{ ...noteKind, ...change(noteKind) }, planKind]);
  const session = new CheckSession({ registry, name: 'Broken', validator: () => null });
  for (const [path, text] of Object.entries(files)) session.setFile(path, text);
  session.settle();
  return { session, report: session.report() };
}

const boom = (): never => {
  throw new TypeError('nothing there');
};
/** Breaks on one text only. */
const on = (part: string) => (source: { readonly text: string }) =>
  source.text.includes(part) ? boom() : null;

function verdicts(report: ArtifactReport | null, prefix: string) {
  return report?.criteria.filter(({ id }) => id.startsWith(prefix)).map(({ verdict }) => verdict);
}

describe('a kind that breaks on a text', () => {
  it('in read: the criteria of that file are errors, the other files are judged as always', () => {
    const { session, report } = check(() => ({ read: on('bad') }));
    const broken = session.artifact('b.note.md');
    expect(verdicts(broken, 'T-')).toEqual(['error', 'error']);
    expect(verdicts(broken, 'GEN-')).not.toContain('error');
    expect(broken).toMatchObject({ grade: null, points: null, broke: 'nothing there' });
    expect(broken?.findings.filter(({ id }) => id === 'error')).toEqual([
      expect.objectContaining({
        severity: 'info',
        span: { from: 0, to: 0 },
        message: 'Staffwright itself broke while reading this file as "Test kind": nothing there',
      }),
    ]);
    expect(session.artifact('a.note.md')?.grade).not.toBeNull();
    expect(session.artifact('a.note.md')).not.toHaveProperty('broke');
    expect(report.summary.error).toBe(3);
  });

  it('in facts: what it would have said is missing, its criteria still speak', () => {
    const { session, report } = check(() => ({ facts: (_, source) => on('bad')(source) ?? [] }));
    const broken = session.artifact('b.note.md');
    expect(verdicts(broken, 'T-01')).toEqual(['fail']);
    expect(broken).toMatchObject({ grade: null, broke: 'nothing there' });
    expect(broken?.findings.find(({ id }) => id === 'error')?.message).toContain(
      'broke while gathering the facts of this file',
    );
    expect(session.artifact('a.note.md')?.grade).not.toBeNull();
    expect(report.summary.error).toBe(1);
  });

  it('in preview: the file is judged as always, and has no blocks to show', () => {
    const { session, report } = check(() => ({ preview: (_, source) => on('bad')(source) ?? [] }));
    expect(report.summary.error).toBe(0);
    const blocks = (path: string) => {
      const parsed = session.parsed(path);
      return blocksOf(parsed?.kind ?? null, parsed?.source ?? null);
    };
    expect(blocks('a.note.md')).toEqual([]);
    expect(blocks('b.note.md')).toBeNull();
    expect(blocks('plan.yaml')).toBeNull();
  });

  it('in recognise: the file is of another kind or none, and says so', () => {
    const { session, report } = check(() => ({ recognise: on('bad') as never }), {
      ...FILES,
      'unnamed.md': 'bad',
      'other.md': 'good',
    });
    expect(session.artifact('unnamed.md')).toMatchObject({ kind: null, broke: 'nothing there' });
    expect(session.artifact('other.md')).not.toHaveProperty('broke');
    expect(report.summary.error).toBe(1);
  });

  it('with anything thrown, and with a record of itself as a fact', () => {
    const odd = check(() => ({
      read: () => {
        // biome-ignore lint/style/useThrowOnlyError: anything can be thrown, and nothing of it may be asked
        throw { toString: null };
      },
    }));
    expect(odd.session.artifact('a.note.md')?.broke).toBe('an error without a message');
    const loop: Record<string, unknown> = {
      type: 'value',
      name: 'loop',
      value: '1',
      span: { from: 0, to: 0 },
    };
    loop['self'] = loop;
    const round = check(() => ({ facts: () => [loop as never] }));
    expect(round.session.artifact('a.note.md')).not.toHaveProperty('broke');
    round.session.setFile('a.note.md', note('Another'));
    round.session.settle();
    expect(round.session.report().summary.error).toBe(0);
    expect(verdicts(round.session.artifact('plan.yaml'), 'T-')).toEqual(['pass']);
  });

  it('and is whole again with the next text', () => {
    const { session } = check(() => ({ read: on('bad') }));
    session.setFile('b.note.md', note('good'));
    session.settle();
    expect(session.artifact('b.note.md')).not.toHaveProperty('broke');
    expect(session.report().summary.error).toBe(0);
  });
});
