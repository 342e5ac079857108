import { ProgressBar } from 'react-aria-components';
import styles from './Progress.module.css';

interface ProgressProps {
  /** What goes on, for those who do not see the bar. */
  readonly label: string;
  /** 0 to 100. */
  readonly value: number;
}

/** How far something is that takes its time. */
export function Progress({ label, value }: ProgressProps) {
  return (
    <ProgressBar aria-label={label} value={value}>
      {({ percentage }) => (
        <div className={styles.track}>
          <div className={styles.fill} style={{ inlineSize: `${percentage ?? 0}%` }} />
        </div>
      )}
    </ProgressBar>
  );
}
