import { useMemo, useRef } from 'react';
import { drawChart } from '../../../shared/preview/chart/draw';
import type { Chart } from '../../../shared/preview/chart/spec';
import styles from './Chart.module.css';
import { ChartSvg } from './ChartSvg';
import { useRoom } from './use-room';

/** A chart of computed values, as wide as its place: it leads nowhere. */
export function DrawnChart({ chart, alt }: { readonly chart: Chart; readonly alt: string }) {
  const holder = useRef<HTMLDivElement>(null);
  const width = useRoom(holder);
  const scene = useMemo(() => drawChart(chart, width), [chart, width]);
  return (
    <div ref={holder} className={styles.holder}>
      <div className={styles.canvas}>
        <ChartSvg scene={scene} alt={alt} />
      </div>
    </div>
  );
}
