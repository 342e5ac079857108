import { assertNever } from '../../util/assert-never';
import { drawBars } from './draw-bars';
import { drawBones } from './draw-bones';
import { drawGrid } from './draw-grid';
import { drawLines } from './draw-lines';
import { drawMap } from './draw-map';
import { drawTime } from './draw-time';
import { drawTornado } from './draw-tornado';
import { drawTree } from './draw-tree';
import type { Scene } from './scene';
import type { Chart } from './spec';

/** Narrower than this a chart is not drawn: it scrolls sideways. In CSS pixels; the pane of a window of 900 pixels is a bit wider. */
export const LEAST_WIDTH = 264;

/** The shapes of a chart for a width. The same everywhere: nothing of a page is asked. Total, and linear in its marks. */
export function drawChart(chart: Chart, width: number): Scene {
  const room = Math.max(LEAST_WIDTH, width);
  switch (chart.form) {
    case 'bars':
      return drawBars(chart, room);
    case 'lines':
      return drawLines(chart, room);
    case 'map':
      return drawMap(chart, room);
    case 'tornado':
      return drawTornado(chart, room);
    case 'time':
      return drawTime(chart, room);
    case 'grid':
      return drawGrid(chart, room);
    case 'tree':
      return drawTree(chart, room);
    case 'bones':
      return drawBones(chart, room);
    default:
      return assertNever(chart);
  }
}
