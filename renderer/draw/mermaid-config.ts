import type { MermaidConfig } from 'mermaid';
import { DRAWING_LIMITS, type DrawingTheme } from '../../shared/ipc/drawing';
import { FONT_SIZE, themeVariables } from './themes';

/**
 * What a diagram may not change by its own front matter or `init` directive: everything that decides how safe it is, which fonts and
 * colours it uses, and whether two drawings of one text are the same.
 */
const LOCKED = [
  'secure',
  'securityLevel',
  'startOnLoad',
  'maxTextSize',
  'maxEdges',
  'suppressErrorRendering',
  'htmlLabels',
  'flowchart',
  'sequence',
  'gantt',
  'timeline',
  'mindmap',
  'class',
  'state',
  'er',
  'theme',
  'themeCSS',
  'themeVariables',
  'fontFamily',
  'altFontFamily',
  'fontSize',
  'look',
  'handDrawnSeed',
  'darkMode',
  'deterministicIds',
  'deterministicIDSeed',
  'dompurifyConfig',
  'arrowMarkerAbsolute',
  'logLevel',
  'legacyMathML',
  'forceLegacyMathML',
  'markdownAutoWrap',
] as const;

/** Text that lies on a line stays readable: labels get an opaque ground, text on bare paper a halo of it. */
function readableText(theme: DrawingTheme): string {
  const paper = String(themeVariables(theme)['background']);
  return `
    .edgeLabel rect, .labelBkg { opacity: 1; }
    .messageText, .loopText, .loopText > tspan, .noteText { stroke: none; }
    text.messageText, text.loopText, text.relation { paint-order: stroke; stroke: ${paper}; stroke-width: 4px; stroke-linejoin: round; }
  `;
}

/**
 * Mermaid's settings for one theme. Classic look: the default one casts shadows by filters, which printing turns into bitmaps. No HTML
 * labels: they need `foreignObject`, which a sanitizer has to remove.
 */
export function mermaidConfig(theme: DrawingTheme): MermaidConfig {
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    secure: [...LOCKED],
    maxTextSize: DRAWING_LIMITS.bytes,
    maxEdges: DRAWING_LIMITS.edges,
    suppressErrorRendering: true,
    logLevel: 'fatal',
    htmlLabels: false,
    look: 'classic',
    theme: 'base',
    themeVariables: themeVariables(theme),
    themeCSS: readableText(theme),
    darkMode: theme === 'dark',
    fontFamily: 'Inter, sans-serif',
    fontSize: FONT_SIZE,
    deterministicIds: true,
    deterministicIDSeed: 'staffwright',
    flowchart: {
      htmlLabels: false,
      curve: 'basis',
      nodeSpacing: 36,
      rankSpacing: 44,
      padding: 12,
      wrappingWidth: 180,
      useMaxWidth: true,
      subGraphTitleMargin: { top: 2, bottom: 8 },
    },
    sequence: {
      useMaxWidth: true,
      wrap: true,
      width: 120,
      height: 44,
      actorMargin: 28,
      boxMargin: 8,
      noteMargin: 8,
      messageMargin: 26,
      mirrorActors: false,
      actorFontSize: FONT_SIZE,
      messageFontSize: FONT_SIZE,
      noteFontSize: FONT_SIZE,
    },
    gantt: {
      useMaxWidth: true,
      fontSize: 12,
      sectionFontSize: 12,
      barHeight: 20,
      barGap: 5,
      topPadding: 48,
      leftPadding: 84,
    },
    class: { htmlLabels: false },
  };
}
