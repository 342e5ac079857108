import type { MermaidConfig } from 'mermaid';
import type { DrawingTheme } from '../../shared/ipc/drawing';
import { mermaidConfig } from './mermaid-config';

/** One way to lay a diagram out. */
export interface Layout {
  readonly source: string;
  readonly config: MermaidConfig;
}

/**
 * What a page of the book offers a picture, in CSS pixels: the smaller of A4 and Letter inside the margins, less the room for a caption.
 * Text under {@link LEGIBLE} does not print well.
 */
const PAGE = { width: 604, height: 820 } as const;
const LEGIBLE = (7.2 / 72) * 96;

/**
 * The ways to lay a diagram out, the author's own first. On screen there is only that one: a picture can be zoomed. On paper a flowchart of
 * fifteen steps from left to right would have letters of a millimetre, so tighter layouts and the other direction are tried too.
 */
export function layoutsFor(source: string, theme: DrawingTheme): readonly Layout[] {
  const config = mermaidConfig(theme);
  if (theme !== 'print') return [{ source, config }];
  const body = bodyStart(source);
  const keyword = /^\s*(\S+)/.exec(source.slice(body))?.[1] ?? '';
  if (/^(?:flowchart|graph)$/.test(keyword)) {
    const turned = turnFlowchart(source, body);
    return [
      { source, config },
      { source, config: { ...config, flowchart: { ...config.flowchart, nodeSpacing: 18, rankSpacing: 24, wrappingWidth: 130 } } },
      ...(turned === null ? [] : [{ source: turned, config }]),
      ...(turned === null
        ? []
        : [{ source: turned, config: { ...config, flowchart: { ...config.flowchart, nodeSpacing: 18, rankSpacing: 24, wrappingWidth: 130 } } }]),
    ];
  }
  if (keyword === 'sequenceDiagram') {
    const tight = { width: 92, actorMargin: 6, diagramMarginX: 4, wrapPadding: 4, boxMargin: 6, messageMargin: 24 };
    return [{ source, config }, { source, config: { ...config, sequence: { ...config.sequence, ...tight } } }];
  }
  if (keyword === 'timeline') {
    const turned = `${source.slice(0, body)}${source.slice(body).replace(/^(\s*timeline)\b[ \t]*(?:LR|TD)?/, '$1 TD')}`;
    return [{ source, config }, { source: turned, config }];
  }
  return [{ source, config }];
}

/** How large the smallest text of a picture would be on paper, in CSS pixels; turning the sheet counts, but is a nuisance to the reader. */
export function printedText(size: { readonly width: number; readonly height: number }, smallest: number): number {
  const upright = Math.min(1, PAGE.width / size.width, PAGE.height / size.height);
  const turned = Math.min(1, PAGE.height / size.width, PAGE.width / size.height);
  return smallest * Math.max(upright, turned * 0.9);
}

/** True when nothing is won by another layout. */
export function isLegible(pixels: number): boolean {
  return pixels >= LEGIBLE;
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
