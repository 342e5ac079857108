import { type CSSProperties, useEffect, useState } from 'react';
import { useStudio } from '../../commands/studio-context';
import type { DiagramResult } from '../../preview/diagram-store';
import { previewServices } from '../../preview/preview-services';
import styles from './slides.module.css';

/** What a drawing may take of a slide of 1280 by 720, and how far a small one is enlarged: as the printed briefing has it. */
const ROOM = { width: 1120, height: 400, scale: 1.6 };

export interface SlideDiagramProps {
  readonly source: string;
  readonly title: string;
  readonly onDrawn: () => void;
}

/** A drawing on a slide, in the colours of paper. */
export function SlideDiagram({ source, title, onDrawn }: SlideDiagramProps) {
  const { diagrams } = previewServices(useStudio());
  const [result, setResult] = useState<DiagramResult | null>(() => diagrams.peek(source, 'light'));
  useEffect(() => {
    let over = false;
    void diagrams.draw(source, 'light').then((drawn) => !over && setResult(drawn));
    return () => {
      over = true;
    };
  }, [diagrams, source]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever came takes another room
  useEffect(onDrawn, [result]);
  if (!result) return <p className={styles.caption}>Drawing…</p>;
  if (!result.ok)
    return <p className={styles.caption}>This diagram could not be drawn: {result.error.message}</p>;
  const { url, width, height } = result.drawing;
  const scale = Math.min(ROOM.scale, ROOM.width / Math.max(1, width), ROOM.height / Math.max(1, height));
  const size = { '--w': Math.round(width * scale), '--h': Math.round(height * scale) } as CSSProperties;
  return (
    <figure className={styles.drawing}>
      <img src={url} alt={title || 'A diagram'} style={size} />
      {title !== '' && <figcaption className={styles.caption}>{title}</figcaption>}
    </figure>
  );
}
