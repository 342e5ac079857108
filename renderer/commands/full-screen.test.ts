import { expect, it } from 'vitest';
import { wholeScreen } from './full-screen';
import { testStudio } from './studio.test-support';

async function settled(): Promise<void> {
  for (let i = 0; i < 10; i++) await Promise.resolve();
}

it('has the whole screen while it is asked for, and gives the window back as it was', async () => {
  const { host } = testStudio();
  const screen = wholeScreen(host);
  screen.take();
  screen.take();
  await settled();
  expect(host.fullScreen).toBe(true);
  screen.giveBack();
  await settled();
  expect(host.fullScreen).toBe(false);
  screen.giveBack();
  await settled();
  expect(host.calls.filter(({ channel }) => channel === 'window.fullScreen')).toHaveLength(2);
});

it('leaves a window that filled the screen before as it was', async () => {
  const { host } = testStudio();
  host.fullScreen = true;
  const screen = wholeScreen(host);
  screen.take();
  await settled();
  screen.giveBack();
  await settled();
  expect(host.fullScreen).toBe(true);
});

it('goes back and forth, and back at the end', async () => {
  const { host } = testStudio();
  const screen = wholeScreen(host);
  screen.toggle();
  await settled();
  expect(host.fullScreen).toBe(true);
  screen.toggle();
  await settled();
  expect(host.fullScreen).toBe(false);
  screen.toggle();
  await settled();
  screen.giveBack();
  await settled();
  expect(host.fullScreen).toBe(false);
});
