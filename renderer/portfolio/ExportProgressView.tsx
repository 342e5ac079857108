import type { ExportProgress } from '../../shared/ipc/payloads';
import { Button } from '../ui/Button';
import { DialogActions } from '../ui/Dialog';
import { Mark } from '../ui/Mark';
import { Progress } from '../ui/Progress';
import { STEPS } from './export-run';
import styles from './portfolio.module.css';

interface ExportProgressViewProps {
  readonly progress: ExportProgress | null;
  readonly cancelling: boolean;
  readonly onCancel: () => void;
}

export function ExportProgressView({ progress, cancelling, onCancel }: ExportProgressViewProps) {
  const at = progress ? STEPS.findIndex((step) => step.id === progress.step) : -1;
  const part = progress && progress.total > 0 ? Math.min(1, progress.done / progress.total) : 0;
  const value = ((Math.max(0, at) + part) / STEPS.length) * 100;
  return (
    <>
      <div className={styles.running}>
        <Progress label="Export" value={value} />
        <ol className={styles.steps}>
          {STEPS.map((step, index) => (
            <li
              key={step.id}
              aria-current={index === at ? 'step' : undefined}
              data-state={index < at ? 'done' : index === at ? 'now' : 'later'}
            >
              {index < at ? <Mark shape="check" tone="good" /> : <Mark shape="ring" tone="quiet" />}
              <span>{step.word}</span>
              {index === at && progress && (
                <span className={styles.detail}>
                  {progress.total > 1 && `${progress.done} of ${progress.total}. `}
                  {progress.label}
                </span>
              )}
            </li>
          ))}
        </ol>
      </div>
      <DialogActions>
        <Button onPress={onCancel} isDisabled={cancelling}>
          {cancelling ? 'Cancelling…' : 'Cancel'}
        </Button>
      </DialogActions>
    </>
  );
}
