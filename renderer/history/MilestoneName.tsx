import { useState } from 'react';
import { nameMilestone } from '../commands/history';
import { useStudio } from '../commands/studio-context';
import { NameForm } from '../dialogs/NameForm';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import styles from './History.module.css';

/** Asks what the state of the kit shall be called. */
export function MilestoneName() {
  const studio = useStudio();
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const close = () => studio.store.setState({ overlay: null });
  const submit = async () => {
    if (name.trim() === '' || busy) return;
    setBusy(true);
    if (await nameMilestone(studio, name.trim())) close();
    else setBusy(false);
  };
  return (
    <Dialog title="Name a Milestone" onClose={close}>
      <NameForm
        label="Name"
        name={name}
        onName={setName}
        refused={null}
        maxLength={100}
        select={(input) => input.select()}
        onSubmit={() => void submit()}
      >
        <p className={styles.note}>
          Every text of the kit is kept under this name, outside the kit, until you remove it. Open files are
          saved first.
        </p>
      </NameForm>
      <DialogActions>
        <Button look="quiet" onPress={close}>
          Cancel
        </Button>
        <Button look="primary" isDisabled={name.trim() === '' || busy} onPress={() => void submit()}>
          Keep
        </Button>
      </DialogActions>
    </Dialog>
  );
}
