import { useLayoutEffect, useReducer, useRef, useState } from 'react';
import type { ShownSlide } from '../../../shared/kinds/executive-summary/shown-slides';
import type { Span } from '../../../shared/text/span';
import { keyed } from '../../ui/keyed';
import { Piece, Words } from './Piece';
import styles from './slides.module.css';

/** As the printed briefing sets them; the last is the smallest type that is still read from the back row. */
const SIZES = ['roomy', 'close', 'closest'] as const;

export interface SlideProps {
  readonly slide: ShownSlide;
  /** Stands over the headline. */
  readonly deck: string;
  readonly of: number;
  /** A click on words leads to them; absent while the slides are shown to an audience. */
  readonly onJump?: ((span: Span) => void) | undefined;
  /** Told whether it fits, whenever that may have changed. */
  readonly onFit?: (fits: boolean) => void;
}

/** One slide, 16 by 9, set as close as it has to be. All its measures are shares of its width, so that it looks the same at any size. */
export function Slide({ slide, deck, of, onJump, onFit }: SlideProps) {
  const [drawn, again] = useReducer((times: number) => times + 1, 0);
  const inner = useFit(slide, drawn, onFit);
  return (
    <article className={styles.slide} aria-label={`Slide ${slide.number} of ${of}: ${slide.headline}`}>
      <div ref={inner} className={styles.inner}>
        <p className={styles.deck}>{deck}</p>
        <h2 className={styles.headline}>
          <Words text={slide.headline || 'No headline yet'} span={slide.span} onJump={onJump} />
        </h2>
        {keyed(slide.pieces, ({ kind, span }) => `${kind} ${span.from}`).map(({ key, item }) => (
          <Piece key={key} piece={item} onJump={onJump} onDrawn={again} />
        ))}
      </div>
      <p className={styles.folio}>
        {slide.number} of {of}
      </p>
    </article>
  );
}

/** Sets what it is given as close as its room asks for, and tells whether it fits at last. */
function useFit(slide: ShownSlide, drawn: number, onFit: ((fits: boolean) => void) | undefined) {
  const inner = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = inner.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words, a drawing that came and another width are the reasons to look again
  useLayoutEffect(() => {
    const element = inner.current;
    if (!element) return;
    const fits = SIZES.some((size) => {
      element.dataset['size'] = size;
      // Shares of pixels are rounded on their way here.
      return element.scrollHeight <= element.clientHeight + 1;
    });
    onFit?.(fits);
  }, [slide, drawn, width]);
  return inner;
}
