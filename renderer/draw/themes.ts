import type { DrawingTheme } from '../../shared/ipc/drawing';

/** The few colours a diagram is drawn with: neutral surfaces, one accent, everything else told by line and text. */
interface Palette {
  readonly dark: boolean;
  readonly paper: string;
  readonly ink: string;
  readonly softInk: string;
  readonly line: string;
  readonly hairline: string;
  readonly box: string;
  readonly group: string;
  readonly accent: string;
  readonly accentWash: string;
  readonly note: string;
  readonly noteLine: string;
  /** Fills for series without an order of their own (sections, branches, slices), readable under `ink`. */
  readonly series: readonly string[];
}

const LIGHT: Palette = {
  dark: false,
  paper: '#fdfcfa',
  ink: '#23221f',
  softInk: '#56534c',
  line: '#67635b',
  hairline: '#cfcac0',
  box: '#f4f2ee',
  group: '#faf8f5',
  accent: '#4247a6',
  accentWash: '#e6e7f6',
  note: '#faf0da',
  noteLine: '#c9b78c',
  series: ['#e6e7f6', '#ebe8e2', '#d9e4f0', '#f1e8d8', '#dfe9e0', '#eadfe9', '#e2e0dc', '#dcdff2'],
};

const DARK: Palette = {
  dark: true,
  paper: '#201f1e',
  ink: '#e8e5de',
  softInk: '#b5b1a7',
  line: '#9d998f',
  hairline: '#4a4744',
  box: '#2b2a28',
  group: '#252422',
  accent: '#a9b0ff',
  accentWash: '#33344f',
  note: '#3a321f',
  noteLine: '#7a6a45',
  series: ['#33344f', '#373532', '#2a3847', '#403725', '#2b3a30', '#3f3140', '#3a3936', '#3b3d5c'],
};

const PRINT: Palette = {
  dark: false,
  paper: '#ffffff',
  ink: '#000000',
  softInk: '#333333',
  line: '#333333',
  hairline: '#999999',
  box: '#ffffff',
  group: '#f7f7f7',
  accent: '#2f3480',
  accentWash: '#ededf5',
  note: '#f4f4f4',
  noteLine: '#999999',
  series: ['#ededf5', '#f2f2f2', '#e3e3ee', '#e8e8e8', '#f4f4f9', '#ececec', '#dcdce9', '#f7f7f7'],
};

/** Sizes in CSS pixels, one for all themes, so that a diagram keeps its shape when the theme changes. */
export const FONT_SIZE = 14;

/** Variables of Mermaid's `base` theme. */
export function themeVariables(theme: DrawingTheme): Readonly<Record<string, unknown>> {
  const c = theme === 'print' ? PRINT : theme === 'dark' ? DARK : LIGHT;
  return {
    darkMode: c.dark,
    fontSize: `${FONT_SIZE}px`,
    background: c.paper,
    textColor: c.ink,
    titleColor: c.ink,
    lineColor: c.line,
    defaultLinkColor: c.line,
    arrowheadColor: c.line,
    primaryColor: c.box,
    primaryTextColor: c.ink,
    primaryBorderColor: c.line,
    secondaryColor: c.accentWash,
    secondaryTextColor: c.ink,
    secondaryBorderColor: c.accent,
    tertiaryColor: c.group,
    tertiaryTextColor: c.ink,
    tertiaryBorderColor: c.hairline,
    mainBkg: c.box,
    nodeBkg: c.box,
    nodeBorder: c.line,
    nodeTextColor: c.ink,
    clusterBkg: c.group,
    clusterBorder: c.hairline,
    edgeLabelBackground: c.paper,
    noteBkgColor: c.note,
    noteBorderColor: c.noteLine,
    noteTextColor: c.ink,
    actorBkg: c.box,
    actorBorder: c.line,
    actorTextColor: c.ink,
    actorLineColor: c.hairline,
    signalColor: c.line,
    signalTextColor: c.ink,
    labelBoxBkgColor: c.paper,
    labelBoxBorderColor: c.hairline,
    labelTextColor: c.softInk,
    loopTextColor: c.softInk,
    activationBkgColor: c.accentWash,
    activationBorderColor: c.accent,
    sequenceNumberColor: c.paper,
    sectionBkgColor: c.group,
    altSectionBkgColor: c.paper,
    sectionBkgColor2: c.group,
    gridColor: c.hairline,
    taskBkgColor: c.accentWash,
    taskBorderColor: c.accent,
    taskTextColor: c.ink,
    taskTextDarkColor: c.ink,
    taskTextLightColor: c.ink,
    taskTextOutsideColor: c.ink,
    activeTaskBkgColor: c.accentWash,
    activeTaskBorderColor: c.accent,
    doneTaskBkgColor: c.box,
    doneTaskBorderColor: c.line,
    critBkgColor: c.note,
    critBorderColor: c.noteLine,
    todayLineColor: 'transparent',
    vertLineColor: c.accent,
    excludeBkgColor: c.group,
    labelColor: c.ink,
    altBackground: c.group,
    classText: c.ink,
    relationColor: c.line,
    relationLabelColor: c.ink,
    relationLabelBackground: c.paper,
    stateBkg: c.box,
    stateBorder: c.line,
    stateLabelColor: c.ink,
    compositeBackground: c.group,
    compositeTitleBackground: c.group,
    compositeBorder: c.hairline,
    transitionColor: c.line,
    transitionLabelColor: c.ink,
    specialStateColor: c.line,
    attributeBackgroundColorOdd: c.paper,
    attributeBackgroundColorEven: c.group,
    personBkg: c.box,
    personBorder: c.line,
    quadrant1Fill: c.accentWash,
    quadrant2Fill: c.group,
    quadrant3Fill: c.paper,
    quadrant4Fill: c.group,
    quadrantPointFill: c.accent,
    quadrantPointTextFill: c.ink,
    quadrantTitleFill: c.softInk,
    quadrantXAxisTextFill: c.ink,
    quadrantYAxisTextFill: c.ink,
    quadrantInternalBorderStrokeFill: c.hairline,
    quadrantExternalBorderStrokeFill: c.line,
    requirementBackground: c.box,
    requirementBorderColor: c.line,
    requirementTextColor: c.ink,
    pieTitleTextColor: c.ink,
    pieSectionTextColor: c.ink,
    pieLegendTextColor: c.ink,
    pieStrokeColor: c.line,
    pieOuterStrokeColor: c.line,
    pieOuterStrokeWidth: '1px',
    pieStrokeWidth: '1px',
    pieOpacity: '1',
    commitLabelColor: c.ink,
    commitLabelBackground: c.paper,
    tagLabelColor: c.ink,
    tagLabelBackground: c.paper,
    tagLabelBorder: c.line,
    branchLabelColor: c.ink,
    errorBkgColor: c.note,
    errorTextColor: c.ink,
    xyChart: {
      backgroundColor: c.paper,
      titleColor: c.ink,
      xAxisLabelColor: c.ink,
      xAxisTitleColor: c.softInk,
      xAxisTickColor: c.line,
      xAxisLineColor: c.line,
      yAxisLabelColor: c.ink,
      yAxisTitleColor: c.softInk,
      yAxisTickColor: c.line,
      yAxisLineColor: c.line,
      plotColorPalette: [c.accent, c.line, c.hairline, c.softInk].join(','),
    },
    ...series('cScale', 12, c),
    ...series('pie', 12, c, 1),
    ...series('git', 8, c),
    ...series('fillType', 8, c),
    ...Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`cScaleLabel${i}`, c.ink])),
    ...Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`cScalePeer${i}`, c.line])),
    ...Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`cScaleInv${i}`, c.line])),
    ...Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`gitBranchLabel${i}`, c.ink])),
  };
}

function series(name: string, count: number, palette: Palette, first = 0): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `${name}${i + first}`,
      palette.series[i % palette.series.length] ?? palette.box,
    ]),
  );
}
