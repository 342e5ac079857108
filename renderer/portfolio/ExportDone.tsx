import type { ExportReceipt } from '../../shared/ipc/payloads';
import { FILE_NAMES, type OutputFile } from '../../shared/portfolio/outputs';
import { notifyError } from '../commands/notify';
import { useStudio } from '../commands/studio-context';
import { Button } from '../ui/Button';
import { DialogActions } from '../ui/Dialog';
import { keyed } from '../ui/keyed';
import { PreflightItem } from './PreflightItem';
import styles from './portfolio.module.css';

/** How much was made: pages of the book where there is one, and files. */
function told({ files }: ExportReceipt): string {
  const pages = files.find(({ file }) => file === 'pdf')?.pages;
  const count = files.length === 1 ? '1 file' : `${files.length} files`;
  return pages === undefined ? count : `${pages === 1 ? '1 page' : `${pages} pages`}, ${count}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** What was made, and what reading it back found. */
export function ExportDone({
  receipt,
  onClose,
}: {
  readonly receipt: ExportReceipt;
  readonly onClose: () => void;
}) {
  const studio = useStudio();
  const reveal = async (file: OutputFile, open: boolean) => {
    const answer = await studio.host.call('portfolio.reveal', { exportId: receipt.exportId, file, open });
    if (!answer.ok) notifyError(studio, answer.error);
  };
  const { faults } = receipt;
  const remarks = receipt.preflight.filter((line) => line.level !== 'ok').length - faults;
  return (
    <>
      <div className={styles.done}>
        <p className={styles.summary} role="status">
          {told(receipt)},{' '}
          {faults > 0 ? `read back with ${counted(faults, 'fault')}` : 'read back and verified'}
          {remarks > 0 && `${faults > 0 ? ' and' : ','} ${counted(remarks, 'remark')}`}.
        </p>
        {faults > 0 && (
          <p className={styles.error} role="alert">
            {receipt.files.length === 1 ? 'The file was' : 'The files were'} written, but something of the kit
            is missing or cut off in them: see the first {faults === 1 ? 'line' : `${faults} lines`} below.
            The manifest of the zip says so too. Mend it, and export again.
          </p>
        )}
        <ul className={styles.files} aria-label="Files">
          {receipt.files.map(({ file, path, pages }) => (
            <li key={file}>
              <span className={styles.file}>
                {FILE_NAMES[file]}
                {pages !== undefined && (
                  <span className={styles.pages}>{pages === 1 ? '1 page' : `${pages} pages`}</span>
                )}
              </span>
              <span>{path}</span>
              <span className={styles.actions}>
                <Button aria-label={`Open ${FILE_NAMES[file]}`} onPress={() => void reveal(file, true)}>
                  Open
                </Button>
                <Button
                  look="quiet"
                  aria-label={`Show ${FILE_NAMES[file]} in its folder`}
                  onPress={() => void reveal(file, false)}
                >
                  Show
                </Button>
              </span>
            </li>
          ))}
        </ul>
        {receipt.preflight.length > 0 && (
          <ul className={styles.preflight} aria-label="Preflight">
            {keyed(receipt.preflight, (line) => line.message).map(({ key, item: line }) => (
              <PreflightItem key={key} line={line} onGo={onClose} />
            ))}
          </ul>
        )}
      </div>
      <DialogActions>
        <Button look="primary" onPress={onClose}>
          Done
        </Button>
      </DialogActions>
    </>
  );
}
