import { describe, expect, it, vi } from 'vitest';

const system = vi.hoisted(() => ({
  asked: [] as { message: string; detail: string; buttons: string[]; defaultId: number; cancelId: number }[],
  opened: [] as string[],
  answer: 1,
  fails: false,
}));
vi.mock('electron', () => ({
  dialog: {
    showMessageBox: async (_window: unknown, question: (typeof system.asked)[number]) => {
      system.asked.push(question);
      return { response: system.answer };
    },
  },
  shell: {
    openExternal: async (address: string) => {
      if (system.fails) throw new Error('no program');
      system.opened.push(address);
    },
  },
}));

const { openLink } = await import('./external-links');

function open(url: string, answer: number, fails = false) {
  Object.assign(system, { asked: [], opened: [], answer, fails });
  return openLink({} as never, url);
}

describe('a link that leads out of the studio', () => {
  it('is asked about with scheme, host and the whole address, and opened when that was agreed to', async () => {
    expect(await open('https://example.com/a?b=c#d', 0)).toEqual({ ok: true, value: {} });
    expect(system.opened).toEqual(['https://example.com/a?b=c#d']);
    expect(system.asked).toHaveLength(1);
    expect(system.asked[0]?.detail).toBe('Scheme: https\nHost: example.com\nhttps://example.com/a?b=c#d');
  });

  it('shows where a spelling really leads', async () => {
    await open('https://example.com@evil.example/', 0);
    expect(system.asked).toEqual([]);
    await open('https://exаmple.com/', 0);
    expect(system.asked[0]?.detail).toContain('Host: xn--exmple-4nf.com');
  });

  it('stays here unless that was agreed to: leaving is never the default', async () => {
    expect(await open('https://example.com/', 1)).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(system.opened).toEqual([]);
    const [question] = system.asked;
    expect([question?.buttons[question.defaultId], question?.buttons[question.cancelId]]).toEqual([
      'Cancel',
      'Cancel',
    ]);
  });

  it.each([
    'file:///etc/passwd',
    'vscode://a',
    'https://user:pw@example.com/',
    '\\\\server\\share',
    'javascript:1',
  ])('is refused without a question: %s', async (url) => {
    expect(await open(url, 0)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect([system.asked, system.opened]).toEqual([[], []]);
  });

  it('says when no program takes it', async () => {
    expect(await open('mailto:a@example.com', 0, true)).toMatchObject({ ok: false, error: { code: 'io' } });
  });
});
