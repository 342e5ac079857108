import { describe, expect, it } from 'vitest';
import { readArguments } from './start-arguments';

const WINDOW = { kind: 'window', open: null, welcome: false } as const;

describe('arguments of a start', () => {
  it.each([
    [[], false, WINDOW],
    [['.'], false, WINDOW],
    [['--inspect=0', '--remote-debugging-port=0', '.', '--no-sandbox'], false, WINDOW],
    [['.', '--open', '/kits/a'], false, { ...WINDOW, open: '/kits/a' }],
    [['.', '--open=/kits/a b'], false, { ...WINDOW, open: '/kits/a b' }],
    [['.', '--open'], false, WINDOW],
    [['.', '--open='], false, WINDOW],
    [['.', '--open', '--welcome'], false, { ...WINDOW, welcome: true }],
    [['/kits/a'], true, { ...WINDOW, open: '/kits/a' }],
    [['--flag', '/kits/a', '/kits/b'], true, { ...WINDOW, open: '/kits/a' }],
    [['/kits/a', '--open=/kits/b'], true, { ...WINDOW, open: '/kits/b' }],
    [[`--open=${'a'.repeat(5000)}`], false, WINDOW],
    [['--open=/a\0b'], false, WINDOW],
    [['--open-anything=/a', '--opened', '/a'], false, WINDOW],
    [['-e', 'process.exit()', '--require', '/a.js'], false, WINDOW],
  ] as const)('%j', (args, positional, expected) => {
    expect(readArguments(args, positional)).toEqual(expected);
  });

  it('ask for a check of the program, which takes no folder of anybody', () => {
    expect(readArguments(['--self-check', '--open=/kits/a'], true)).toEqual({ kind: 'self-check' });
  });

  it('name an export', () => {
    const job = {
      kit: 'k',
      out: 'o',
      paper: null,
      outputs: null,
      overwrite: false,
      redact: null,
    } as const;
    expect(readArguments(['.', '--headless-export', '--kit', 'k', '--out', 'o'], false)).toEqual({
      kind: 'export',
      job,
    });
    expect(
      readArguments(['--headless-export', '--kit=k', '--out=o', '--paper', 'Letter', '--overwrite'], false),
    ).toEqual({
      kind: 'export',
      job: { ...job, paper: 'Letter', overwrite: true },
    });
  });

  it('name some of the outputs, made in one order', () => {
    const outputsOf = (value: string) => {
      const read = readArguments(['--headless-export', '--kit=k', '--out=o', '--outputs', value], false);
      return read.kind === 'export' ? read.job.outputs : read.kind;
    };
    expect(outputsOf('zip, pdf')).toEqual(['pdf', 'zip']);
    expect(outputsOf('briefing')).toEqual(['briefing']);
    expect(outputsOf('html,docx')).toBe('refused');
    expect(outputsOf(',')).toBe('refused');
  });

  it.each([
    [['--headless-export']],
    [['--headless-export', '--kit', 'k']],
    [['--headless-export', '--kit', '--out', 'o']],
    [['--headless-export', '--kit', 'k', '--out', 'o', '--paper', 'A5']],
  ])('that do not make an export are refused with how to write it: %j', (args) => {
    expect(readArguments(args, false)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('--kit <folder>'),
    });
  });
});
