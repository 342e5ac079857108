import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { MarkShape } from '../../../shared/preview/chart/scene';
import type { Span } from '../../../shared/text/span';
import styles from './Chart.module.css';
import { nextMark } from './next-mark';
import { useCursorMarks } from './use-cursor-marks';

/** Marks are never harder to hit than this, in CSS pixels. */
const LEAST = 8;

export interface ChartMarksProps {
  /** Only those that stand in the file. */
  readonly marks: readonly MarkShape[];
  readonly label: string;
  /** How far their places moved since the chart was made. */
  readonly shift: number;
  readonly onJump: (span: Span) => void;
}

/** What of a chart leads to the text, laid over its picture: one tab stop, arrows within. The marks at the cursor are outlined. */
export function ChartMarks({ marks, label, shift, onJump }: ChartMarksProps) {
  const [entry, setEntry] = useState(0);
  const group = useRef<HTMLDivElement>(null);
  const current = useCursorMarks(
    useMemo(() => marks.map(({ mark }) => mark), [marks]),
    shift,
  );
  const stop = Math.min(entry, marks.length - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextMark(
      marks.map(({ box }) => box),
      stop,
      event.key,
    );
    if (next === null) return;
    event.preventDefault();
    setEntry(next);
    (group.current?.children[next] as HTMLElement | undefined)?.focus();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a set of marks is no form
    <div ref={group} role="group" aria-label={`Parts of the chart: ${label}`} className={styles.marks}>
      {marks.map(({ mark, box }, i) => {
        const width = Math.max(LEAST, box.width);
        const height = Math.max(LEAST, box.height);
        return (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: marks are known by their place in the drawing
            key={i}
            type="button"
            tabIndex={i === stop ? 0 : -1}
            aria-label={mark.name}
            aria-current={current.has(i) ? 'location' : undefined}
            title={mark.name}
            style={{
              insetInlineStart: box.x + (box.width - width) / 2,
              insetBlockStart: box.y + (box.height - height) / 2,
              inlineSize: width,
              blockSize: height,
            }}
            onFocus={() => setEntry(i)}
            onKeyDown={onKeyDown}
            onClick={() => mark.span && onJump(mark.span)}
          />
        );
      })}
    </div>
  );
}
