import { type ReactNode, useContext, useMemo, useRef, useState } from 'react';
import type { ChartBlock } from '../../../shared/preview/block';
import { drawChart } from '../../../shared/preview/chart/draw';
import { marksOf } from '../../../shared/preview/chart/scene';
import type { Span } from '../../../shared/text/span';
import { ScrollArea } from '../../ui/ScrollArea';
import { CellFormsContext } from '../forms/cell-forms';
import { isForm } from '../forms/is-form';
import styles from './Chart.module.css';
import { ChartMarks } from './ChartMarks';
import { ChartSvg } from './ChartSvg';
import { useRoom } from './use-room';

export interface ChartFigureProps {
  readonly block: ChartBlock;
  /** How far its places moved since it was made. */
  readonly shift: number;
  readonly onJump: (span: Span) => void;
  /** The same numbers, shown when they are asked for. */
  readonly table: ReactNode;
}

/** A chart with its title, its places in the text, and the table behind it. */
export function ChartFigure({ block, shift, onJump, table }: ChartFigureProps) {
  const [asTable, setAsTable] = useState(false);
  const form = useContext(CellFormsContext) !== null && isForm(block.table);
  return (
    <figure className={styles.figure} aria-label={block.title}>
      <figcaption className={styles.caption}>
        <span>{block.title}</span>
        <button
          type="button"
          className={styles.switch}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {form ? 'Edit as Table' : 'Show as Table'}
        </button>
      </figcaption>
      {asTable ? table : <Picture block={block} shift={shift} onJump={onJump} />}
    </figure>
  );
}

function Picture({ block, shift, onJump }: Omit<ChartFigureProps, 'table'>) {
  const holder = useRef<HTMLDivElement>(null);
  const width = useRoom(holder);
  const scene = useMemo(() => drawChart(block.chart, width), [block.chart, width]);
  const written = useContext(CellFormsContext) !== null;
  const marks = useMemo(
    () => marksOf(scene).filter(({ mark }) => mark.span !== null && (written || !mark.silent)),
    [scene, written],
  );
  const editable = written && marks.some(({ mark }) => mark.edit);
  return (
    <div ref={holder} className={styles.holder}>
      <ScrollArea className={styles.canvas} label={block.title} whenNeeded>
        <div className={styles.sheet} style={{ inlineSize: scene.width, blockSize: scene.height }}>
          <ChartSvg scene={scene} alt={block.alt} />
          {marks.length > 0 && <ChartMarks marks={marks} label={block.title} shift={shift} onJump={onJump} />}
        </div>
      </ScrollArea>
      {editable && (
        <p className={styles.hint}>Double-click a part to change it, or go there by arrows and type</p>
      )}
    </div>
  );
}
