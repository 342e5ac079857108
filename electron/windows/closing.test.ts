import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CloseHandshake, PATIENCE_MS } from './close-handshake';
import { CrashCount } from './crash-count';

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

  it('closes without an answer when the page is silent for too long', () => {
    const { made, log } = handshake();
    made.mayClose(true);
    vi.advanceTimersByTime(PATIENCE_MS - 1);
    expect(log).toEqual(['asked']);
    vi.advanceTimersByTime(1);
    expect(log).toEqual(['asked', 'closed']);
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
    expect([0, 1000, 2000].map((now) => crashes.another(now))).toEqual([true, true, false]);
  });

  it('comes back every time when it crashes rarely', () => {
    const crashes = new CrashCount();
    expect([0, 40_000, 80_000, 120_000].map((now) => crashes.another(now))).toEqual([true, true, true, true]);
  });
});
