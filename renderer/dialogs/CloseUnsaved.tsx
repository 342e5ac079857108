import { fileName } from '../../shared/domain/kit-path';
import { closeFile } from '../commands/files';
import { saveFile } from '../commands/saving';
import { useStudio } from '../commands/studio-context';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import styles from './dialogs.module.css';

/** Asks before unsaved text is given up. */
export function CloseUnsaved({ path }: { readonly path: string }) {
  const studio = useStudio();
  const close = () => studio.store.setState({ overlay: null });
  const save = async () => {
    close();
    if (await saveFile(studio, path)) closeFile(studio, path);
  };
  const discard = () => {
    close();
    closeFile(studio, path);
  };
  return (
    <Dialog title={`Save ${fileName(path)}?`} onClose={close}>
      <p className={styles.body}>
        It has changes that are not saved. When you discard them, only the history keeps them.
      </p>
      <DialogActions>
        <Button look="danger" onPress={discard}>
          Discard
        </Button>
        <Button look="quiet" onPress={close}>
          Cancel
        </Button>
        <Button look="primary" autoFocus onPress={() => void save()}>
          Save
        </Button>
      </DialogActions>
    </Dialog>
  );
}
