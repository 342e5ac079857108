import { describe, expect, it } from 'vitest';
import { initialLayout, isShown, switched, toggledPane, withSide } from './layout-slice';

describe('the sides of the window', () => {
  it('are hidden and come back, but never both text and companion', () => {
    const reading = withSide(initialLayout, 'editor', false);
    expect([isShown(reading, 'editor'), isShown(reading, 'companion')]).toEqual([false, true]);
    const writing = withSide(reading, 'companion', false);
    expect([isShown(writing, 'editor'), isShown(writing, 'companion')]).toEqual([true, false]);
    expect(isShown(withSide(writing, 'companion', true), 'companion')).toBe(true);
  });

  it('step back in focus mode, and end it when they are asked for', () => {
    const alone = switched(initialLayout, 'focus');
    expect((['navigator', 'editor', 'companion'] as const).map((side) => isShown(alone, side))).toEqual([
      false,
      true,
      false,
    ]);
    expect(isShown(switched(alone, 'focus'), 'navigator')).toBe(true);
    const asked = toggledPane(alone, 'rubric');
    expect([asked.switches.has('focus'), asked.companion]).toEqual([false, ['preview', 'rubric']]);
  });

  it('holds two panes beside a text and three without it', () => {
    expect(toggledPane(initialLayout, 'example').companion).toEqual(['example', 'rubric']);
    const reading = withSide(initialLayout, 'editor', false);
    expect(toggledPane(reading, 'example').companion).toEqual(['preview', 'example', 'rubric']);
  });

  it('brings a pane back with the companion', () => {
    const writing = withSide(initialLayout, 'companion', false);
    expect(toggledPane(writing, 'preview')).toMatchObject({ companion: ['preview', 'rubric'] });
    expect(toggledPane(writing, 'example')).toMatchObject({ companion: ['example', 'rubric'] });
  });
});
