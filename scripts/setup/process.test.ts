import { expect, test } from 'vitest';
import { isChromiumNoise } from './display.mjs';
import { run, start, stop } from './process.mjs';

const node = (code: string) => ['-e', code];

test('lines of both streams arrive whole, also without a final newline', async () => {
  const lines: string[] = [];
  const code = "process.stdout.write('a\\nb');process.stderr.write('c\\r\\n');process.exitCode=3";
  const result = await run(process.execPath, node(code), {
    onLine: (line: string, stream: string) => lines.push(`${stream} ${line}`),
  });
  expect(result.code).toBe(3);
  expect(lines.sort()).toEqual(['err c', 'out a', 'out b']);
});

test('a command that does not exist ends with 127 and says so', async () => {
  const result = await run('no-such-command-here', [], { onLine: () => undefined });
  expect(result.code).toBe(127);
  expect(result.output).toContain('ENOENT');
});

test('a command that takes too long is stopped', async () => {
  const result = await run(process.execPath, node('setInterval(() => {}, 1000)'), {
    onLine: () => undefined,
    timeoutMs: 200,
  });
  expect(result.timedOut).toBe(true);
  expect(result.code).toBe(128 + 15);
});

test('a child that ignores the polite signal is ended all the same', async () => {
  const stubborn = "process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)";
  const child = start(process.execPath, node(stubborn), { stdio: ['ignore', 'pipe', 'ignore'] });
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  await stop(child, 100);
  expect(child.signalCode).toBe('SIGKILL');
});

test.each([
  ['[123:0923/10:11:12.345:ERROR:bus.cc(399)] Failed to connect to the bus: Address', true],
  ['[123:0923/101112.345678:ERROR:gpu_memory_buffer_support_x11.cc(44)] dri3 extension not supported.', true],
  ['(electron:12): Gtk-WARNING **: cannot open display', true],
  ['Error: the kit has no kit.yaml', false],
  ['[app:ERROR] could not write portfolio.pdf', false],
  ['Export: 12 of 63 artifacts', false],
])('%s', (line, noise) => {
  expect(isChromiumNoise(line)).toBe(noise);
});
