import { afterEach, describe, expect, it, vi } from 'vitest';
import { type ConverterPort, HtmlConverter } from './html-converter';
import { pictureStem } from './picture-name';

afterEach(() => vi.useRealTimers());

/** A thread that answers when it is told to. */
function port() {
  const posted: string[] = [];
  let answered: (markdown: string | null) => void = () => undefined;
  let failed: () => void = () => undefined;
  let stopped = 0;
  const made: ConverterPort = {
    post: (html) => posted.push(html),
    listen(whenAnswered, whenFailed) {
      answered = whenAnswered;
      failed = whenFailed;
    },
    stop: () => {
      stopped++;
    },
  };
  return {
    made,
    posted,
    answer: (markdown: string | null) => answered(markdown),
    fail: () => failed(),
    stopped: () => stopped,
  };
}

describe('HTML in a thread of its own', () => {
  it('is converted one after the other, in one thread', async () => {
    const thread = port();
    let started = 0;
    const converter = new HtmlConverter(() => {
      started++;
      return thread.made;
    });
    const first = converter.convert('a');
    const second = converter.convert('b');
    await vi.waitFor(() => expect(thread.posted).toEqual(['a']));
    thread.answer('A');
    await expect(first).resolves.toBe('A');
    await vi.waitFor(() => expect(thread.posted).toEqual(['a', 'b']));
    thread.answer(null);
    await expect(second).resolves.toBeNull();
    expect(started).toBe(1);
  });

  it('is left as its plain text when the thread breaks or does not end, and the next one gets a new thread', async () => {
    vi.useFakeTimers();
    const threads = [port(), port(), port()];
    let started = 0;
    const converter = new HtmlConverter(() => (threads[started++] as ReturnType<typeof port>).made);
    const broken = converter.convert('a');
    await vi.advanceTimersByTimeAsync(0);
    threads[0]?.fail();
    await expect(broken).resolves.toBeNull();
    const endless = converter.convert('b');
    await vi.advanceTimersByTimeAsync(10_000);
    await expect(endless).resolves.toBeNull();
    expect([threads[0]?.stopped(), threads[1]?.stopped(), started]).toEqual([1, 1, 2]);
    const fine = converter.convert('c');
    await vi.advanceTimersByTimeAsync(0);
    threads[2]?.answer('C');
    await expect(fine).resolves.toBe('C');
  });
});

describe('the name of a picture', () => {
  it.each([
    ['Chart of Loss (v2).PNG', 'a.md', 'chart-of-loss-v2'],
    ['image.png', 'docs/RFC-042 Strömung.md', 'rfc-042-stromung-figure'],
    ['Screenshot 1.png', 'note.md', 'note-figure'],
    ['', 'note.md', 'note-figure'],
    ['日本.png', '日本.md', 'figure'],
    ['../../etc/passwd.png', 'a.md', 'etc-passwd'],
    ['-x-.png', 'a.md', 'x'],
  ])('%j beside %j is %j', (name, path, expected) => {
    const stem = pictureStem(name, path);
    expect(stem).toBe(expected);
    expect(`${stem}.png`).toMatch(/^[a-z0-9][a-z0-9-]{0,79}\.(?:png|jpg)$/);
  });
});
