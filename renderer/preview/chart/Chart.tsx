import { lazy, Suspense } from 'react';
import styles from './Chart.module.css';
import type { ChartFigureProps } from './ChartFigure';

const ChartFigure = lazy(() => import('./ChartFigure').then((module) => ({ default: module.ChartFigure })));

/** A chart. What draws it is loaded with the first one that is looked at; until then its words stand there. */
export function Chart(props: ChartFigureProps) {
  const { title, alt } = props.block;
  const waiting = (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{title}</figcaption>
      <p className={styles.waiting}>{alt}</p>
    </figure>
  );
  return (
    <Suspense fallback={waiting}>
      <ChartFigure {...props} />
    </Suspense>
  );
}
