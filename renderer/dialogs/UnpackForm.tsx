import { folderNameProblem } from '../../shared/domain/folder-name';
import type { ArchiveSummary } from '../../shared/ipc/archive-payloads';
import { bytesInWords } from '../../shared/util/bytes-in-words';
import { Button } from '../ui/Button';
import { DialogActions } from '../ui/Dialog';
import { visibleName, visibleText } from '../ui/visible-name';
import { NameForm } from './NameForm';
import styles from './OpenZip.module.css';

interface UnpackFormProps {
  readonly summary: ArchiveSummary;
  /** Of the new folder. */
  readonly name: string;
  readonly error: string | null;
  readonly onName: (name: string) => void;
  readonly onChooseFolder: () => void;
  readonly onUnpack: () => void;
  readonly onClose: () => void;
}

/** What a zip holds, and where it goes. */
export function UnpackForm({
  summary,
  name,
  error,
  onName,
  onChooseFolder,
  onUnpack,
  onClose,
}: UnpackFormProps) {
  const { location } = summary.target;
  const problem = folderNameProblem(name);
  return (
    <>
      <p className={styles.summary}>
        {summary.files === 1 ? '1 file' : `${summary.files.toLocaleString('en-US')} files`},{' '}
        {bytesInWords(summary.bytes)}. Nothing in them is run, and nothing that exists is overwritten.
        {summary.leftOutCount > 0 && ` ${leftOutInWords(summary)}`}
      </p>
      <NameForm
        label="Name of the new folder"
        name={name}
        onName={onName}
        refused={
          problem === null || name === '' ? null : `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`
        }
        maxLength={255}
        select={(input) => input.select()}
        onSubmit={() => {
          if (problem === null) onUnpack();
        }}
      >
        <div className={styles.place}>
          <span className={styles.label}>In</span>
          <span className={styles.location} title={visibleName(location)}>
            <bdi>{visibleName(location)}</bdi>
          </span>
          <Button onPress={onChooseFolder}>Change…</Button>
        </div>
        {error !== null && (
          <p className={styles.error} role="alert">
            {visibleText(error)}
          </p>
        )}
      </NameForm>
      <DialogActions>
        <Button look="quiet" onPress={onClose}>
          Cancel
        </Button>
        <Button look="primary" isDisabled={problem !== null} onPress={onUnpack}>
          Unpack and Open
        </Button>
      </DialogActions>
    </>
  );
}

function leftOutInWords({ leftOut, leftOutCount }: ArchiveSummary): string {
  const more = leftOutCount - leftOut.length;
  const named = leftOut.map(visibleName).join(', ') + (more > 0 ? ` and ${more} more` : '');
  return leftOutCount === 1
    ? `A hidden file stays in the zip: ${named}.`
    : `${leftOutCount} hidden files stay in the zip: ${named}.`;
}
