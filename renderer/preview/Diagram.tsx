import { Maximize2 } from 'lucide-react';
import { createContext, useContext, useEffect, useRef, useState } from 'react';
import type { ThemeName } from '../state/app-slice';
import { ScrollArea } from '../ui/ScrollArea';
import styles from './Diagram.module.css';
import type { DiagramStore, DrawnDiagram } from './diagram-store';
import { DrawingFollower, type ShownDrawing } from './drawing-follower';
import { PreviewBlock, useLineInText } from './preview-block';
import { usePreviewTargets } from './preview-targets';

export interface DiagramContextValue {
  readonly store: DiagramStore;
  readonly theme: ThemeName;
  readonly zoom: (drawing: DrawnDiagram, title: string) => void;
}

export const DiagramContext = createContext<DiagramContextValue | null>(null);

/** Wide drawings are scrolled rather than made smaller than this: their words could not be read. */
const SMALLEST_SCALE = 0.6;

export interface DiagramProps {
  readonly source: string;
  readonly title: string;
  /** Offset of its opening fence in its block; left out where the diagram is the whole file. */
  readonly fence?: number;
}

/** Drawings of blocks that scrolled out of sight, so that a text that does not parse still has its last good one when it comes back. */
const lastGood = new WeakMap<object, DrawnDiagram>();

/**
 * A Mermaid text, drawn outside of this page. While a newer one is drawn, and while the text does not parse, the last good drawing stays; what is
 * wrong is said under it with its line.
 */
export function Diagram({ source, title, fence }: DiagramProps) {
  const context = useContext(DiagramContext);
  const block = useContext(PreviewBlock)?.block;
  const [{ drawing, error }, setShown] = useState<ShownDrawing>(() => ({
    drawing: (block && lastGood.get(block)) ?? null,
    error: null,
  }));
  const follower = useRef<DrawingFollower | null>(null);
  const store = context?.store;
  const theme = context?.theme ?? 'light';

  useEffect(() => {
    if (!store) return;
    const made = new DrawingFollower(
      store,
      { drawing: (block && lastGood.get(block)) ?? null, error: null },
      (shown) => {
        if (block && shown.drawing) lastGood.set(block, shown.drawing);
        setShown(shown);
      },
    );
    follower.current = made;
    return () => made.stop();
  }, [store, block]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a follower that was just made has to be told as well
  useEffect(() => follower.current?.follow(source, theme), [store, block, source, theme]);

  return (
    <figure className={styles.figure}>
      {drawing && (
        <ScrollArea className={styles.canvas} label={title} whenNeeded>
          <div className={styles.sheet}>
            <img
              src={drawing.url}
              alt={title}
              width={drawing.width}
              height={drawing.height}
              style={{ minInlineSize: drawing.width * SMALLEST_SCALE }}
              data-stale={error !== null}
            />
            <button
              type="button"
              className={styles.zoom}
              onClick={() => context?.zoom(drawing, title)}
              aria-label={`Enlarge ${title}`}
            >
              <Maximize2 size={14} aria-hidden="true" />
            </button>
          </div>
        </ScrollArea>
      )}
      {!drawing && !error && <div className={styles.waiting}>Drawing…</div>}
      {error && (
        <figcaption className={styles.error}>
          <strong>
            {drawing ? 'Last good drawing shown. ' : 'This diagram cannot be drawn. '}
            {error.line !== undefined && <ErrorLine line={error.line} fence={fence} />}
          </strong>
          {error.message}
        </figcaption>
      )}
      {!drawing && error && <pre className={styles.source}>{source}</pre>}
    </figure>
  );
}

/** The line of the text that is wrong; in a fenced diagram it leads there. */
function ErrorLine({ line, fence }: { readonly line: number; readonly fence: number | undefined }) {
  const { jump } = usePreviewTargets();
  const place = useContext(PreviewBlock);
  const opening = useLineInText(fence ?? 0);
  if (fence === undefined || opening === null || !place) return `Line ${line}: `;
  const shown = `Line ${opening + line}`;
  if (!jump) return `${shown}: `;
  return (
    <>
      <button
        type="button"
        className={styles.line}
        onClick={() => jump(place.model.lineStart(opening + line))}
      >
        {shown}
      </button>
      {': '}
    </>
  );
}
