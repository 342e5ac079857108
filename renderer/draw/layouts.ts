import type { MermaidConfig } from 'mermaid';
import type { DrawingTheme } from '../../shared/ipc/drawing';
import { mermaidConfig } from './mermaid-config';
import { UPRIGHT } from './printed-size';

/** One way to lay a diagram out. `canvas` is the width in CSS pixels for types that fill what they are given. */
export interface Layout {
  readonly source: string;
  readonly config: MermaidConfig;
  readonly canvas: number;
}

/** Types laid out as graphs. Dagre's drawings are more compact than those of the default, and made in half the time. */
const GRAPHS = /^(?:flowchart|graph|stateDiagram(?:-v2)?|classDiagram|erDiagram|requirementDiagram)$/;
const SCREEN_CANVAS = 1100;

/**
 * The ways to lay a diagram out, the author's own first. On screen there is only that one: a picture can be zoomed. On paper a flowchart of
 * fifteen steps from left to right would have letters of a millimetre, so tighter layouts and the other direction are tried too.
 */
export function layoutsFor(source: string, theme: DrawingTheme): readonly Layout[] {
  const base = mermaidConfig(theme);
  const body = bodyStart(source);
  const keyword = /^\s*([\w-]+)/.exec(source.slice(body))?.[1] ?? '';
  const config: MermaidConfig = GRAPHS.test(keyword) ? { ...base, layout: 'dagre' } : base;
  const own = { source, config, canvas: theme === 'print' ? UPRIGHT.width : SCREEN_CANVAS };
  if (theme !== 'print') return [own];
  if (/^(?:flowchart|graph)$/.test(keyword)) return flowchartLayouts(own, body);
  if (keyword === 'sequenceDiagram') {
    const tight = {
      width: 124,
      actorMargin: 10,
      diagramMarginX: 2,
      diagramMarginY: 2,
      boxMargin: 4,
      boxTextMargin: 2,
      noteMargin: 4,
      messageMargin: 14,
      wrapPadding: 4,
      height: 32,
    };
    const tighter = { ...tight, width: 118, messageMargin: 10, noteMargin: 3, boxMargin: 3, height: 28 };
    const ways = [tight, { ...tight, width: 112 }, tighter];
    return [
      own,
      ...ways.map((sequence) => ({
        ...own,
        config: { ...config, sequence: { ...config.sequence, ...sequence } },
      })),
    ];
  }
  if (keyword === 'timeline') {
    const head = source.slice(0, body);
    return [
      own,
      { ...own, source: head + source.slice(body).replace(/^(\s*timeline)\b[ \t]*(?:LR|TD)?/, '$1 TD') },
    ];
  }
  return [own];
}

/** A flowchart as it is written, set closer, turned, and with labels broken into short lines. */
function flowchartLayouts(own: Layout, body: number): readonly Layout[] {
  const { source, config } = own;
  const word = longestWord(source);
  const closer = {
    ...config,
    flowchart: {
      ...config.flowchart,
      nodeSpacing: 20,
      rankSpacing: 26,
      padding: 9,
      wrappingWidth: Math.max(130, word),
    },
  };
  const closest = {
    ...config,
    flowchart: {
      ...config.flowchart,
      diagramPadding: 2,
      nodeSpacing: 8,
      rankSpacing: 14,
      padding: 5,
      wrappingWidth: Math.max(92, word),
    },
  };
  const turned = turnFlowchart(source, body);
  const directions = turned === null ? [source] : [source, turned];
  return [
    ...directions.flatMap((text) => [
      { ...own, source: text },
      { ...own, source: text, config: closer },
    ]),
    ...directions.map((text) => ({ ...own, source: breakEdgeLabels(text), config: closest })),
  ];
}

/** Where the diagram itself begins, after front matter, directives and comments. */
function bodyStart(source: string): number {
  const front = /^\s*---\r?\n[\s\S]*?\r?\n---[ \t]*\r?\n/.exec(source)?.[0].length ?? 0;
  const blank = /^(?:[ \t]*(?:%%[^\n]*)?\r?\n)*/.exec(source.slice(front))?.[0].length ?? 0;
  return front + blank;
}

/** The same flowchart from top to bottom instead of left to right, or the other way; null when it names no direction. */
function turnFlowchart(source: string, body: number): string | null {
  const match = /^(\s*(?:flowchart|graph)[ \t]+)(LR|RL|TB|TD|BT)\b/.exec(source.slice(body));
  if (!match) return null;
  const [whole, head = '', direction = ''] = match;
  const other = /^(?:LR|RL)$/.test(direction) ? 'TB' : 'LR';
  return `${source.slice(0, body)}${head}${other}${source.slice(body + whole.length)}`;
}

/** Breaks quoted labels on edges into lines of about twelve characters: unlike labels of nodes, these are never wrapped by the layout. */
function breakEdgeLabels(source: string): string {
  return source.replace(/\|"([^"|\n]{14,})"\|/g, (_whole, label: string) => {
    const lines: string[] = [];
    for (const word of label.split(' ')) {
      const last = lines.at(-1);
      if (last !== undefined && last.length + word.length < 13) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return `|"${lines.join('<br/>')}"|`;
  });
}

/** Room for the longest word of a quoted label, in CSS pixels: labels are wrapped to a width even in the middle of a word. */
function longestWord(source: string): number {
  let longest = 0;
  for (const [, label = ''] of source.matchAll(/"([^"\n]*)"/g)) {
    for (const word of label.split(/\s+|<br\s*\/?>/)) longest = Math.max(longest, word.length);
  }
  return Math.min(220, longest * 8 + 8);
}
