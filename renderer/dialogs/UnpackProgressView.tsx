import type { UnpackProgress } from '../../shared/ipc/archive-payloads';
import { bytesInWords } from '../../shared/util/bytes-in-words';
import { Button } from '../ui/Button';
import { DialogActions } from '../ui/Dialog';
import { Progress } from '../ui/Progress';
import { visibleName } from '../ui/visible-name';
import styles from './OpenZip.module.css';

interface UnpackProgressViewProps {
  readonly progress: UnpackProgress | null;
  readonly cancelling: boolean;
  readonly onCancel: () => void;
}

/** How far a zip is unpacked, and the way to stop it. */
export function UnpackProgressView({ progress, cancelling, onCancel }: UnpackProgressViewProps) {
  const { done, total, label } = progress ?? { done: 0, total: 0, label: '' };
  return (
    <>
      <div className={styles.running}>
        <Progress label="Unpacking" value={total > 0 ? (done / total) * 100 : 0} />
        <p className={styles.at}>
          {total > 0 && `${bytesInWords(done)} of ${bytesInWords(total)}`}
          {label !== '' && <span className={styles.file}>{visibleName(label)}</span>}
        </p>
      </div>
      <DialogActions>
        <Button onPress={onCancel} isDisabled={cancelling}>
          {cancelling ? 'Cancelling…' : 'Cancel'}
        </Button>
      </DialogActions>
    </>
  );
}
