import { useState } from 'react';
import type { Finding } from '../../shared/rubric/finding';
import { useStudio } from '../commands/studio-context';
import { lastWaivedBy, waive } from '../commands/waive';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { TextBox } from '../ui/TextBox';
import { Words } from '../ui/Words';
import styles from './dialogs.module.css';

/** Longest reason that is kept, in characters: a waiver explains itself in a sentence or two. */
const LONGEST = 500;

/** Asks why a finding is accepted, and who answers for it; both stand in every report. */
export function Waive({ finding }: { readonly finding: Finding }) {
  const studio = useStudio();
  const [reason, setReason] = useState('');
  const [by, setBy] = useState(() => lastWaivedBy(studio));
  const [asked, setAsked] = useState(false);
  const close = () => studio.store.setState({ overlay: null });
  const submit = () => {
    setAsked(true);
    if (reason.trim() === '' || by.trim() === '') return;
    close();
    void waive(studio, finding, { reason, by, date: new Date().toISOString().slice(0, 10) });
  };
  return (
    <Dialog title={`Waive ${finding.id}`} onClose={close}>
      <form
        className={styles.waive}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className={styles.waived}>
          <Words text={finding.message} />
        </p>
        <p className={styles.soft}>
          The finding no longer counts, and the grade says that it was waived. The waiver is kept in the kit
          as text and ends when the passage it is about changes.
        </p>
        <TextBox
          label="Why it is right as it is"
          rows={3}
          autoFocus
          isRequired
          maxLength={LONGEST}
          value={reason}
          onChange={setReason}
          error={asked && reason.trim() === '' ? 'A reader of the report needs a reason.' : null}
        />
        <TextBox
          label="Who answers for it"
          autoComplete="name"
          isRequired
          maxLength={200}
          value={by}
          onChange={setBy}
          error={asked && by.trim() === '' ? 'Write a full name.' : null}
        />
      </form>
      <DialogActions>
        <Button look="quiet" onPress={close}>
          Cancel
        </Button>
        <Button look="primary" onPress={submit}>
          Waive
        </Button>
      </DialogActions>
    </Dialog>
  );
}
