import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CloseHandshake, PATIENCE_MS } from './close-handshake';
import { BREATH_MS, CrashCount } from './crash-count';
import { ASK_MS, HangWatch, REMINDED, UNANSWERED } from './hang-watch';

describe('closing the window', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function handshake() {
    const log: string[] = [];
    const made = new CloseHandshake({
      ask: () => log.push('asked'),
      close: () => log.push(made.mayClose(true) ? 'closed' : 'held'),
      destroy: () => log.push('destroyed'),
    });
    return { made, log };
  }

  it('waits for the page to say that everything is kept', () => {
    const { made, log } = handshake();
    expect(made.mayClose(true)).toBe(false);
    expect(made.mayClose(true)).toBe(false);
    expect(log).toEqual(['asked']);
    made.answered();
    expect(log).toEqual(['asked', 'closed']);
    vi.advanceTimersByTime(PATIENCE_MS * 2);
    expect(log).toEqual(['asked', 'closed']);
  });

  it('closes without the page when the page is silent for too long', () => {
    const { made, log } = handshake();
    made.mayClose(true);
    vi.advanceTimersByTime(PATIENCE_MS - 1);
    expect(log).toEqual(['asked']);
    vi.advanceTimersByTime(1);
    expect(log).toEqual(['asked', 'destroyed']);
    made.answered();
    expect(log).toEqual(['asked', 'destroyed']);
  });

  it('does not wait for a page that dies after it was asked', () => {
    const { made, log } = handshake();
    made.mayClose(true);
    made.gone();
    vi.advanceTimersByTime(PATIENCE_MS * 2);
    expect(log).toEqual(['asked', 'destroyed']);
  });

  it('closes at once when the page is dead', () => {
    const { made, log } = handshake();
    expect(made.mayClose(false)).toBe(true);
    expect(log).toEqual([]);
  });

  it('takes no answer to a question that was not asked', () => {
    const { made, log } = handshake();
    made.answered();
    expect(log).toEqual([]);
    expect(made.mayClose(true)).toBe(false);
  });
});

describe('a page that crashes', () => {
  it('comes back twice within a minute and then in safe mode', () => {
    const crashes = new CrashCount();
    expect([0, 1000, 2000].map((now) => crashes.another(now).safe)).toEqual([false, false, true]);
  });

  it('comes back every time when it crashes rarely', () => {
    const crashes = new CrashCount();
    const times = [0, 40_000, 80_000, 120_000];
    expect(times.map((now) => crashes.another(now).safe)).toEqual([false, false, false, false]);
  });

  it('is given a breath when it cannot even start', () => {
    const crashes = new CrashCount();
    const after = Array.from({ length: 14 }, (_, index) => crashes.another(index * 100).after);
    expect(after.slice(0, 10)).toEqual(new Array(10).fill(0));
    expect(after.at(-1)).toBe(BREATH_MS);
    expect(crashes.another(120_000)).toEqual({ safe: false, after: 0 });
  });
});

describe('a page that hangs', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function watched({ answers = false, looked = true } = {}) {
    const log: string[] = [];
    const page = { answers, looked };
    const watch = new HangWatch({
      ask: () => {
        log.push('asked');
        if (page.answers) watch.answered();
      },
      isWatched: () => page.looked,
      onHang: () => log.push('hangs'),
      onAnswer: () => log.push('answers'),
    });
    watch.start();
    const told = (questions: number) => {
      log.length = 0;
      vi.advanceTimersByTime(questions * ASK_MS);
      return log.filter((line) => line !== 'asked');
    };
    return { watch, page, log, told };
  }

  it('is one that leaves several questions in a row without an answer', () => {
    const { watch, told, log } = watched();
    expect(told(UNANSWERED)).toEqual([]);
    expect(told(1)).toEqual(['hangs']);
    // No question waits in front of a page that comes back, but whoever waits is asked again.
    expect([told(REMINDED - 2), log]).toEqual([[], []]);
    expect(told(1)).toEqual(['hangs']);
    watch.answered();
    expect(log).toEqual(['hangs', 'answers']);
    expect(told(UNANSWERED)).toEqual([]);
    expect(told(1)).toEqual(['hangs']);
  });

  it('is not one that answers, that nobody looks at, or that is gone', () => {
    expect(watched({ answers: true }).told(1000)).toEqual([]);
    expect(watched({ looked: false }).told(1000)).toEqual([]);
    const gone = watched();
    gone.watch.stop();
    expect(gone.told(1000)).toEqual([]);
    const late = watched();
    late.told(UNANSWERED);
    late.watch.answered();
    expect(late.told(UNANSWERED)).toEqual([]);
    expect(late.log).not.toContain('answers');
  });
});
