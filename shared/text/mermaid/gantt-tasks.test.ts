import { describe, expect, it } from 'vitest';
import { parseMermaid } from '../mermaid';
import { ganttTasks } from './gantt-tasks';

const read = (lines: string) =>
  ganttTasks(parseMermaid(`gantt\n${lines}`)).map((t) => [t.section, t.name, t.start, t.end, t.last]);

describe('tasks of a Gantt chart', () => {
  it.each([
    ['P0 Base :done, p0, 2024-01-01, 2024-01-31', ['', 'P0 Base', '2024-01-01', '2024-01-31', '2024-01-30']],
    ['inclusiveEndDates\nA :2024-01-01, 2024-01-31', ['', 'A', '2024-01-01', '2024-01-31', '2024-01-31']],
    ['A :crit, active, 2024-01-01, 30d', ['', 'A', '2024-01-01', '2024-01-31', '2024-01-30']],
    ['inclusiveEndDates\nA :2024-01-01, 2w', ['', 'A', '2024-01-01', '2024-01-14', '2024-01-14']],
    ['dateFormat DD.MM.YYYY\nA :01.02.2024, 03.02.2024', ['', 'A', '2024-02-01', '2024-02-03', '2024-02-02']],
    [
      'dateFormat YYYY[-]MM[-]DD\nsection S\nA :2024-02-01, 2024-02-03',
      ['S', 'A', '2024-02-01', '2024-02-03', '2024-02-02'],
    ],
    ['excludes weekends\nA :2024-01-01, 30d', ['', 'A', '2024-01-01', null, null]],
    ['dateFormat X\nA :1704067200, 1704153600', ['', 'A', null, null, null]],
    ['A :soon, later', ['', 'A', null, null, null]],
    ['A :', ['', 'A', null, null, null]],
  ])('%s', (lines, task) => expect(read(lines)).toEqual([task]));

  it('follows what a task starts after', () => {
    const tasks = read(
      'A :a, 2024-01-01, 5d\nB :b, after a, 2024-01-10\nC :3d\nD :after a b, 1d\nE :after z, 1d',
    );
    expect(tasks.map((t) => t.slice(2, 4))).toEqual([
      ['2024-01-01', '2024-01-06'],
      ['2024-01-06', '2024-01-10'],
      ['2024-01-10', '2024-01-13'],
      ['2024-01-10', '2024-01-11'],
      [null, null],
    ]);
  });

  it('marks the written dates and the name', () => {
    const text = 'gantt\n  section One\n  A b :done, x, 2024-01-01 , 2024-01-31\n  C :after x, 5d\n';
    const [a, c] = ganttTasks(parseMermaid(text));
    const cut = (s: { from: number; to: number } | null | undefined) => s && text.slice(s.from, s.to);
    expect([cut(a?.nameSpan), cut(a?.startSpan), cut(a?.endSpan)]).toEqual([
      'A b',
      '2024-01-01',
      '2024-01-31',
    ]);
    expect([c?.startSpan, c?.endSpan]).toEqual([null, null]);
  });

  it('reads nothing from other diagrams', () => {
    expect(ganttTasks(parseMermaid('timeline\n  a : 2024-01-01, 2024-01-02\n'))).toEqual([]);
    expect(ganttTasks(parseMermaid(''))).toEqual([]);
  });
});
