import { describe, expect, it } from 'vitest';
import { MAX_ATTEMPTS } from '../../shared/ipc/drawing';
import { layoutsFor } from './layouts';
import { isLegible, printed, printsBetter } from './printed-size';
import { warmUpSample } from './warm-up';

const FLOW = '%% title: x\nflowchart LR\n  a["one two"] -->|"a label of many words"| b\n';

describe('ways to lay a diagram out', () => {
  it('keeps to the author’s own on screen', () => {
    for (const theme of ['light', 'dark'] as const) {
      expect(layoutsFor(FLOW, theme).map((l) => l.source)).toEqual([FLOW]);
    }
  });

  it('tries the author’s own first in print, then closer ones, then the other direction', () => {
    const ways = layoutsFor(FLOW, 'print');
    expect(ways[0]?.source).toBe(FLOW);
    expect(ways[1]?.source).toBe(FLOW);
    expect(ways.some((l) => l.source.includes('flowchart TB'))).toBe(true);
    expect(ways.at(-1)?.source).toContain('|"a label of<br/>many words"|');
    expect(ways.length).toBeLessThanOrEqual(MAX_ATTEMPTS);
  });

  it.each([
    ['flowchart TD\n  a --> b', 'flowchart LR\n  a --> b'],
    ['---\ntitle: flowchart LR\n---\n%% flowchart LR\ngraph BT\n  a --> b', 'graph LR\n  a --> b'],
  ])('turns %j', (source, turned) => {
    expect(layoutsFor(source, 'print').some((l) => l.source.endsWith(turned))).toBe(true);
  });

  it('leaves a flowchart without a direction, and words about directions, alone', () => {
    const source = 'flowchart\n  a["flowchart LR"] --> b\n';
    expect(new Set(layoutsFor(source, 'print').map((l) => l.source))).toEqual(new Set([source]));
  });

  it('gives labels the room of their longest word, so that none is broken inside', () => {
    const source = 'flowchart LR\n  a["subscriptions-service"] --> b\n';
    const widths = layoutsFor(source, 'print').map((l) => l.config.flowchart?.wrappingWidth ?? 0);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual('subscriptions-service'.length * 8);
  });

  it('tells a timeline from top to bottom when it does not fit', () => {
    expect(layoutsFor('timeline\n  title x\n  a : b', 'print')[1]?.source).toBe(
      'timeline TD\n  title x\n  a : b',
    );
  });

  it('locks what decides safety and looks against the diagram’s own settings, in every layout', () => {
    for (const { config } of [...layoutsFor(FLOW, 'print'), ...layoutsFor('pie\n "a": 1', 'light')]) {
      expect(config).toMatchObject({
        securityLevel: 'strict',
        htmlLabels: false,
        look: 'classic',
        deterministicIds: true,
      });
      expect(config.secure).toEqual(
        expect.arrayContaining([
          'secure',
          'securityLevel',
          'htmlLabels',
          'flowchart',
          'themeCSS',
          'themeVariables',
          'fontFamily',
        ]),
      );
    }
  });
});

describe('which layout is printed', () => {
  const size = (width: number, height: number) => printed({ width, height }, 14);

  it('the first whose text can be read upright', () => {
    expect(isLegible(size(600, 500))).toBe(true);
    expect(isLegible(size(1300, 400))).toBe(false);
    expect(printsBetter(size(600, 700), size(1300, 400))).toBe(true);
    expect(printsBetter(size(300, 300), size(600, 700))).toBe(false);
  });

  it('else the first that can be read on its side, else the largest', () => {
    expect(printsBetter(size(1250, 500), size(1300, 600))).toBe(false);
    expect(printsBetter(size(2000, 500), size(3000, 400))).toBe(true);
    expect(printsBetter(size(3000, 400), size(2000, 500))).toBe(false);
  });
});

describe('the sample a type is warmed up with', () => {
  it.each([
    ['flowchart LR\n a', 'flowchart'],
    ['%% c\n\n  sequenceDiagram\n a->>b: c', 'sequenceDiagram'],
    ['---\ntitle: pie\n---\ngantt\n', 'gantt'],
    ['%%{init: {}}%%\nstateDiagram-v2\n', 'stateDiagram-v2'],
  ])('%j', (source, start) => {
    expect(warmUpSample(source)?.startsWith(start)).toBe(true);
  });

  it('is none for what is no diagram', () => {
    expect(warmUpSample('')).toBeNull();
    expect(warmUpSample('hello')).toBeNull();
  });
});
