import type { MermaidConfig } from 'mermaid';
import type { DrawingTheme } from '../../shared/ipc/drawing';
import { mermaidConfig } from './mermaid-config';

/** One way to lay a diagram out. `canvas` is the width in CSS pixels for types that fill what they are given. */
export interface Layout {
  readonly source: string;
  readonly config: MermaidConfig;
  readonly canvas: number;
}

/**
 * What a page of the book offers a picture, in CSS pixels: the smaller of A4 and Letter, a little into the side margins, less the room for a
 * caption. Text under {@link LEGIBLE} does not print well.
 */
const PAGE = { width: 680, height: 850 } as const;
const LEGIBLE = (7 / 72) * 96;

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
  const own = { source, config, canvas: theme === 'print' ? PAGE.width : SCREEN_CANVAS };
  if (theme !== 'print') return [own];
  if (/^(?:flowchart|graph)$/.test(keyword)) {
    const word = longestWord(source);
    const tight = {
      ...config,
      flowchart: {
        ...config.flowchart,
        nodeSpacing: 20,
        rankSpacing: 26,
        padding: 9,
        wrappingWidth: Math.max(130, word),
      },
    };
    const tightest = {
      ...config,
      flowchart: {
        ...config.flowchart,
        nodeSpacing: 10,
        rankSpacing: 18,
        padding: 6,
        wrappingWidth: Math.max(92, word),
      },
    };
    const turned = turnFlowchart(source, body);
    const ways = [own, { ...own, config: tight }];
    if (turned !== null) ways.push({ ...own, source: turned }, { ...own, source: turned, config: tight });
    const narrow = breakEdgeLabels(source);
    ways.push({ ...own, source: narrow, config: tightest });
    if (turned !== null) ways.push({ ...own, source: breakEdgeLabels(turned), config: tightest });
    return ways;
  }
  if (keyword === 'sequenceDiagram') {
    const tight = {
      width: 116,
      actorMargin: 14,
      diagramMarginX: 4,
      boxMargin: 6,
      messageMargin: 20,
      height: 36,
    };
    const tightest = { ...tight, width: 92, actorMargin: 8, wrapPadding: 4 };
    return [
      own,
      ...[tight, tightest].map((sequence) => ({
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
  if (keyword === 'mindmap')
    return [
      own,
      { ...own, config: { ...config, mindmap: { ...config.mindmap, maxNodeWidth: 120, padding: 6 } } },
    ];
  return [own];
}

/** How large a picture's smallest text comes out on paper, in CSS pixels. */
export interface Printed {
  readonly upright: number;
  /** With the sheet turned by a quarter. */
  readonly turned: number;
}

export function printed(
  size: { readonly width: number; readonly height: number },
  smallest: number,
): Printed {
  return {
    upright: smallest * Math.min(1, PAGE.width / size.width, PAGE.height / size.height),
    turned: smallest * Math.min(1, PAGE.height / size.width, PAGE.width / size.height),
  };
}

/** True when no other layout needs to be tried. */
export function isLegible({ upright }: Printed): boolean {
  return upright >= LEGIBLE;
}

/**
 * True when a later layout should replace an earlier one. Turning the sheet is a nuisance, but less of one than letters that cannot be read;
 * of several ways to the same end the earlier one is nearer to what the author drew.
 */
export function printsBetter(later: Printed, earlier: Printed): boolean {
  if (isLegible(earlier)) return false;
  if (isLegible(later)) return true;
  if (earlier.turned >= LEGIBLE) return false;
  return Math.max(later.upright, later.turned) > Math.max(earlier.upright, earlier.turned);
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
