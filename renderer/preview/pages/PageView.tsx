import { useEffect, useRef, useState } from 'react';
import styles from './PagedPreview.module.css';
import type { PdfPages } from './pdf-pages';

interface PageViewProps {
  readonly pdf: PdfPages;
  /** In the file, from 1. */
  readonly number: number;
  readonly label: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly stale: boolean;
}

/** One page, drawn while it is near the screen. What was drawn stays until the next drawing is done, so that nothing flickers. */
export function PageView({ pdf, number, label, width, height, stale }: PageViewProps) {
  const sheet = useRef<HTMLElement>(null);
  const [near, setNear] = useState(false);
  const [words, setWords] = useState('');

  useEffect(() => {
    const element = sheet.current;
    if (!element) return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      root: element.parentElement,
      rootMargin: '800px 0px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const element = sheet.current;
    if (!element) return;
    if (!near) {
      element.querySelector('canvas')?.remove();
      return;
    }
    const canvas = document.createElement('canvas');
    canvas.setAttribute('aria-hidden', 'true');
    const abort = new AbortController();
    void pdf
      .draw(number, canvas, Math.round(width * devicePixelRatio), abort.signal)
      .then(async () => {
        if (abort.signal.aborted) return;
        element.querySelector('canvas')?.remove();
        element.append(canvas);
        setWords(await pdf.words(number));
      })
      // Given up because it scrolled away or was printed anew.
      .catch(() => undefined);
    return () => abort.abort();
  }, [pdf, number, near, width]);

  return (
    <section
      ref={sheet}
      className={styles.page}
      aria-label={label}
      data-stale={stale}
      style={{ inlineSize: width, blockSize: height }}
    >
      <p className={styles.words}>{words}</p>
    </section>
  );
}
