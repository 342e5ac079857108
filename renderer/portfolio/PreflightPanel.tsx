import type { PreflightReceipt } from '../../shared/ipc/payloads';
import { NEW_REDACTION_LIST } from '../../shared/portfolio/redaction/new-list';
import { REDACTION_FILE } from '../../shared/rubric/own-files';
import { openFile } from '../commands/files';
import { notifyError } from '../commands/notify';
import { useStudio, useStudioState } from '../commands/studio-context';
import { Button } from '../ui/Button';
import { keyed } from '../ui/keyed';
import { PreflightItem } from './PreflightItem';
import lines from './portfolio.module.css';
import styles from './preflight.module.css';
import { usePreflight } from './use-preflight';

interface PreflightPanelProps {
  readonly redact: boolean;
  /** Choices that stand for the kit's own file, or null. */
  readonly composition: string | null;
  readonly onRedact: (redact: boolean) => void;
  /** Closes the dialog, since the editor is shown. */
  readonly onGo: () => void;
}

/** Whether the copy is redacted, and what is to be known before it is made: changes, what looks secret, and what stands against the packet. */
export function PreflightPanel({ redact, composition, onRedact, onGo }: PreflightPanelProps) {
  const studio = useStudio();
  const kit = useStudioState((state) => state.kit);
  const { receipt, running, error, look } = usePreflight(composition);
  const choose = (wanted: boolean) => {
    onRedact(wanted);
    look(wanted);
  };
  const writeList = async () => {
    if (!kit) return;
    if (receipt?.list === null) {
      const made = await studio.host.call('artifact.create', {
        kitId: kit.kitId,
        path: REDACTION_FILE,
        text: NEW_REDACTION_LIST,
      });
      if (!made.ok && made.error.code !== 'exists') {
        notifyError(studio, made.error);
        return;
      }
    }
    onGo();
    void openFile(studio, REDACTION_FILE, { focus: true });
  };
  return (
    <section className={styles.panel} aria-label="Before the export">
      <div className={styles.choice}>
        <label>
          <input type="checkbox" checked={redact} onChange={(event) => choose(event.currentTarget.checked)} />{' '}
          Redact: hide names by pseudonyms, in the copy only
        </label>
        <Button look="quiet" isDisabled={running} onPress={() => look(redact)}>
          {running ? 'Looking…' : receipt ? 'Look again' : 'Look before exporting'}
        </Button>
        {redact && receipt && (
          <Button look="quiet" onPress={() => void writeList()}>
            {receipt.list === null ? 'Write a list of what to hide' : 'Open the list'}
          </Button>
        )}
      </div>
      {error && (
        <p className={styles.wrong} role="alert">
          {error.message}
        </p>
      )}
      {receipt && !running && <Found receipt={receipt} redact={redact} onGo={onGo} />}
    </section>
  );
}

function Found({
  receipt,
  redact,
  onGo,
}: {
  readonly receipt: PreflightReceipt;
  readonly redact: boolean;
  readonly onGo: () => void;
}) {
  const { changes, secrets } = receipt;
  const hidden = changes.reduce((sum, change) => sum + change.count, 0);
  const open = receipt.lines.filter(({ level }) => level !== 'ok').length;
  return (
    <>
      {redact && receipt.list === null && (
        <p className={styles.quiet}>The kit has no list of what to hide, so nothing would be changed.</p>
      )}
      {redact && changes.length > 0 && (
        <details className={styles.group} open>
          <summary>
            {hidden} {hidden === 1 ? 'place changes' : 'places change'} in the copy
          </summary>
          <ul className={styles.list} aria-label="What changes">
            {changes.map((change) => (
              <li key={`${change.kind} ${change.original}`} className={styles.entry}>
                <span>
                  {change.original} <span className={styles.pseudonym}>becomes {change.pseudonym}</span>,{' '}
                  {change.count === 0 ? 'found nowhere' : `${change.count} ×`}
                </span>
                <Places places={change.places} count={change.count} onGo={onGo} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {secrets.length > 0 ? (
        <details className={styles.group} open>
          <summary>
            {secrets.length} {secrets.length === 1 ? 'thing looks' : 'things look'} secret and would go out as{' '}
            {secrets.length === 1 ? 'it is' : 'they are'}
          </summary>
          <ul className={styles.list} aria-label="What looks secret">
            {secrets.map((secret) => (
              <li key={`${secret.what} ${secret.shown}`} className={styles.entry}>
                <span>
                  {secret.what}: {secret.shown}
                </span>
                <Places places={secret.places} count={secret.count} onGo={onGo} />
              </li>
            ))}
          </ul>
        </details>
      ) : (
        <p className={styles.quiet}>Nothing else looks secret.</p>
      )}
      <details className={styles.group} open={open > 0 && open < 6}>
        <summary>
          {open === 0
            ? 'Nothing stands against this export'
            : `${open} ${open === 1 ? 'thing stands' : 'things stand'} against this export; it is possible all the same`}
        </summary>
        <ul className={`${lines.preflight} ${styles.list}`} aria-label="What stands against it">
          {keyed(receipt.lines, (line) => `${line.path ?? ''} ${line.message}`).map(({ key, item }) => (
            <PreflightItem key={key} line={item} onGo={onGo} />
          ))}
        </ul>
      </details>
    </>
  );
}

function Places({
  places,
  count,
  onGo,
}: {
  readonly places: PreflightReceipt['secrets'][number]['places'];
  readonly count: number;
  readonly onGo: () => void;
}) {
  const studio = useStudio();
  const more = count - places.length;
  return (
    <span className={styles.places}>
      {keyed(places, ({ path, line }) => `${path}:${line ?? 'name'}`).map(({ key, item: { path, line } }) => (
        <button
          key={key}
          type="button"
          className={styles.place}
          onClick={() => {
            onGo();
            void openFile(studio, path, { focus: true, ...(line === undefined ? {} : { line }) });
          }}
        >
          {line === undefined ? `${path} (its name)` : `${path}:${line}`}
        </button>
      ))}
      {more > 0 && <span className={styles.pseudonym}>and {more} more</span>}
    </span>
  );
}
