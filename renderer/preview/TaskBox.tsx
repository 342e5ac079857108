import { useContext } from 'react';
import { PreviewBlock } from './preview-block';
import { usePreviewTargets } from './preview-targets';
import styles from './TaskBox.module.css';

interface TaskBoxProps {
  readonly checked: boolean;
  /** The words of the task. */
  readonly label: string;
  /** Offset of the task's item in its block. */
  readonly from: number;
}

/** The box of a task: ticking it writes the `x` into the text. Where the text is only shown it shows how the task stands. */
export function TaskBox({ checked, label, from }: TaskBoxProps) {
  const { toggleTask } = usePreviewTargets();
  const place = useContext(PreviewBlock);
  return (
    <input
      type="checkbox"
      className={styles.box}
      checked={checked}
      disabled={!toggleTask || !place}
      aria-label={label}
      // What is shown changes with the text, so a refused tick shows nothing that is not so.
      onChange={() => place && toggleTask?.(place.block.from + from)}
    />
  );
}
