import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DiagramResult, DrawnDiagram } from './diagram-store';
import { DrawingFollower, type ShownDrawing } from './drawing-follower';

const drawing = (url: string): DrawnDiagram => ({ url, width: 10, height: 10 });

/** A follower whose drawings are answered by hand: a text with `!` cannot be drawn. */
function following(known: ReadonlyMap<string, DiagramResult> = new Map()) {
  const asked: string[] = [];
  const passing: boolean[] = [];
  const shown: ShownDrawing[] = [];
  let answer: (result: DiagramResult) => void = () => undefined;
  const resultOf = (source: string): DiagramResult =>
    source.includes('!')
      ? { ok: false, error: { code: 'diagram-syntax', message: source } }
      : { ok: true, drawing: drawing(source) };
  const follower = new DrawingFollower(
    {
      peek: (source) => known.get(source) ?? null,
      draw: (source, _theme, edited) => {
        asked.push(source);
        passing.push(edited === true);
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
    },
    { drawing: null, error: null },
    (now) => shown.push(now),
  );
  const drawn = async () => {
    answer(resultOf(asked.at(-1) ?? ''));
    await vi.advanceTimersByTimeAsync(0);
  };
  const last = () => {
    const now = shown.at(-1);
    return now && [now.drawing?.url ?? null, now.error?.message ?? null];
  };
  return { follower, asked, passing, shown, drawn, last };
}

describe('following the text of a diagram', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('draws an edit at once, without a pause', async () => {
    const { follower, asked, passing, drawn, last } = following();
    follower.follow('a', 'light');
    await drawn();
    follower.follow('ab', 'light');
    expect(asked).toEqual(['a', 'ab']);
    expect(passing).toEqual([false, true]);
    await drawn();
    expect(last()).toEqual(['ab', null]);
  });

  it('lets only the newest text wait while one is drawn, and shows what was drawn meanwhile', async () => {
    const { follower, asked, drawn, shown } = following();
    for (const text of ['a', 'ab', 'abc', 'abcd']) follower.follow(text, 'light');
    expect(asked).toEqual(['a']);
    await drawn();
    expect(asked).toEqual(['a', 'abcd']);
    await drawn();
    expect(shown.map((now) => now.drawing?.url)).toEqual(['a', 'abcd']);
    expect(asked).toEqual(['a', 'abcd']);
  });

  it('keeps the last good drawing, and says what is wrong only when the text rests', async () => {
    const { follower, drawn, last } = following();
    follower.follow('a', 'light');
    await drawn();
    follower.follow('a!', 'light');
    await drawn();
    expect(last()).toEqual(['a', null]);
    await vi.advanceTimersByTimeAsync(400);
    follower.follow('a!!', 'light');
    await drawn();
    await vi.advanceTimersByTimeAsync(400);
    expect(last()).toEqual(['a', null]);
    await vi.advanceTimersByTimeAsync(300);
    expect(last()).toEqual(['a', 'a!!']);
    follower.follow('a', 'light');
    await drawn();
    expect(last()).toEqual(['a', null]);
  });

  it('says at once what is wrong with a text that is only looked at', async () => {
    const { follower, drawn, last } = following();
    follower.follow('!', 'light');
    await drawn();
    expect(last()).toEqual([null, '!']);
  });

  it('never puts the drawing of an older text over that of a newer one', async () => {
    const { follower, asked, drawn, shown } = following(
      new Map([['b', { ok: true, drawing: drawing('b') }]]),
    );
    follower.follow('a', 'light');
    // Back to a text that is known, while the other one is still being drawn.
    follower.follow('b', 'light');
    await drawn();
    expect(shown.map((now) => now.drawing?.url)).toEqual(['b']);
    expect(asked).toEqual(['a']);
  });

  it('has the last good drawing in the theme of the window, also while the text is wrong', async () => {
    const { follower, asked, drawn, last } = following();
    follower.follow('a', 'light');
    await drawn();
    follower.follow('!', 'light');
    await drawn();
    follower.follow('!', 'dark');
    await drawn();
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toEqual(['a', '!', '!', 'a']);
    await drawn();
    expect(last()).toEqual(['a', '!']);
    follower.follow('!!', 'dark');
    await drawn();
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(5);
    expect(last()).toEqual(['a', '!!']);
  });

  it('draws again in another theme, and shows nothing more once it stopped', async () => {
    const { follower, asked, drawn, shown } = following();
    follower.follow('a', 'light');
    await drawn();
    follower.follow('a', 'dark');
    expect(asked).toEqual(['a', 'a']);
    follower.stop();
    await drawn();
    expect(shown).toHaveLength(1);
  });
});
