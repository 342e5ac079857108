import { type KeyboardEvent, useContext, useMemo, useRef, useState } from 'react';
import type { MarkShape } from '../../../shared/preview/chart/scene';
import { movedSpan, type Span } from '../../../shared/text/span';
import { CellFormsContext } from '../forms/cell-forms';
import styles from './Chart.module.css';
import { EditableMark } from './EditableMark';
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
  const forms = useContext(CellFormsContext);
  const [entry, setEntry] = useState(0);
  const group = useRef<HTMLDivElement>(null);
  const current = useCursorMarks(
    useMemo(() => marks.map(({ mark }) => mark), [marks]),
    shift,
  );
  const stop = Math.min(entry, marks.length - 1);

  /** Goes to the mark that an arrow leads to; false where there is none. */
  const go = (key: string): boolean => {
    const next = nextMark(
      marks.map(({ box }) => box),
      stop,
      key,
    );
    if (next === null) return false;
    setEntry(next);
    group.current?.querySelector<HTMLElement>(`[data-mark="${next}"]`)?.focus();
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (go(event.key)) event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a set of marks is no form
    <div ref={group} role="group" aria-label={`Parts of the chart: ${label}`} className={styles.marks}>
      {marks.map(({ mark, box }, i) => {
        const width = Math.max(LEAST, box.width);
        const height = Math.max(LEAST, box.height);
        const shared = {
          'data-mark': i,
          tabIndex: i === stop ? 0 : -1,
          'aria-current': current.has(i) ? ('location' as const) : undefined,
          style: {
            insetInlineStart: box.x + (box.width - width) / 2,
            insetBlockStart: box.y + (box.height - height) / 2,
            inlineSize: width,
            blockSize: height,
          },
          onFocus: () => setEntry(i),
        };
        const { edit, span, name } = mark;
        if (edit && span && forms) {
          return (
            <EditableMark
              // biome-ignore lint/suspicious/noArrayIndexKey: marks are known by their place in the drawing
              key={i}
              button={shared}
              name={name}
              forms={forms}
              edit={edit}
              span={movedSpan(span, shift)}
              go={go}
            />
          );
        }
        return (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: marks are known by their place in the drawing
            key={i}
            type="button"
            {...shared}
            aria-label={name}
            title={name}
            onKeyDown={onKeyDown}
            onClick={() => span && onJump(span)}
          />
        );
      })}
    </div>
  );
}
