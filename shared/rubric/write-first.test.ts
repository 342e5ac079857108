import { describe, expect, it } from 'vitest';
import { applyEdits } from '../text/edits/edit';
import { readWriteFirst, writeFirstEdits } from './write-first';

const turned = (text: string | null, on: boolean) => applyEdits(text ?? '', writeFirstEdits(text, on));

describe('writing first, as a kit says it', () => {
  it.each([
    [null, false],
    ['', false],
    ['write_first: true\n', true],
    ['write_first: false\n', false],
    ['write_first: "true"\n', false],
    ['- write_first\n', false],
    ['write_first: [\n', false],
  ])('%j is %s', (text, on) => {
    expect(readWriteFirst(text)).toBe(on);
  });

  it.each([
    null,
    '',
    'write_first: false\n',
    '# Ours\nother: 1 # kept\n',
    'other: 1',
    'other: 1\r\nwrite_first: false # why\r\n',
  ])('%j is turned on and off, and the rest stays', (text) => {
    const on = turned(text, true);
    expect(readWriteFirst(on)).toBe(true);
    const off = turned(on, false);
    expect(readWriteFirst(off)).toBe(false);
    for (const line of (text ?? '').split(/\r?\n/))
      if (!line.startsWith('write_first')) expect(off).toContain(line);
    expect(turned(on, true)).toBe(on);
  });
});
