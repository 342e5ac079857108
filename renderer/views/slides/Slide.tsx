import { useLayoutEffect, useRef, useState } from 'react';
import type { ShownPoint, ShownSlide } from '../../../shared/kinds/executive-summary/shown-slides';
import type { Span } from '../../../shared/text/span';
import { keyed } from '../../ui/keyed';
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
  const inner = useFit(slide, onFit);
  return (
    <article className={styles.slide} aria-label={`Slide ${slide.number} of ${of}: ${slide.headline}`}>
      <div ref={inner} className={styles.inner}>
        <p className={styles.deck}>{deck}</p>
        <h2 className={styles.headline}>
          <Words text={slide.headline || 'No headline yet'} span={slide.span} onJump={onJump} />
        </h2>
        {keyed(slide.paragraphs, ({ text }) => text).map(({ key, item }) => (
          <p key={key} className={styles.sentence}>
            <Words {...item} onJump={onJump} />
          </p>
        ))}
        {slide.points.length > 0 && (
          <ul className={styles.points} data-look={slide.look} data-few={slide.points.length <= 3}>
            {keyed(slide.points, ({ text }) => text).map(({ key, item }) => (
              <Point key={key} point={item} onJump={onJump} />
            ))}
          </ul>
        )}
      </div>
      <p className={styles.folio}>
        {slide.number} of {of}
      </p>
    </article>
  );
}

function Point({ point, onJump }: { readonly point: ShownPoint } & Pick<SlideProps, 'onJump'>) {
  const { figure } = point;
  return (
    <li data-ask={point.ask}>
      {/* The figure repeats a number of the sentence. */}
      <span className={styles.figure} aria-hidden="true">
        {figure && (
          <>
            <span className={styles.value}>{figure.value}</span>
            {figure.unit !== '' && <span className={styles.unit}>{figure.unit}</span>}
          </>
        )}
      </span>
      <span className={styles.words}>
        {point.leadIn !== '' && <strong>{point.leadIn} </strong>}
        <Words text={point.text} span={point.span} onJump={onJump} />
      </span>
    </li>
  );
}

interface WordsProps extends Pick<SlideProps, 'onJump'> {
  readonly text: string;
  readonly span: Span;
}

function Words({ text, span, onJump }: WordsProps) {
  if (!onJump) return text;
  return (
    // Reached with the pointer; the editor beside it is the keyboard's way to the same line.
    // biome-ignore lint/a11y/useKeyWithClickEvents: a tab stop for each sentence would make the slides unusable by keyboard
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <span className={styles.jump} title="Go to this line" onClick={() => onJump(span)}>
      {text}
    </span>
  );
}

/** Sets what it is given as close as its room asks for, and tells whether it fits at last. */
function useFit(slide: ShownSlide, onFit: ((fits: boolean) => void) | undefined) {
  const inner = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = inner.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words and another width are the reasons to look again
  useLayoutEffect(() => {
    const element = inner.current;
    if (!element) return;
    const fits = SIZES.some((size) => {
      element.dataset['size'] = size;
      // Shares of pixels are rounded on their way here.
      return element.scrollHeight <= element.clientHeight + 1;
    });
    onFit?.(fits);
  }, [slide, width]);
  return inner;
}
