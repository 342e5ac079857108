import { replaceInKit } from '../commands/replace';
import { useRun, useStudio, useStudioState } from '../commands/studio-context';
import { chosenFiles, countOf } from '../state/search-slice';
import { Button } from '../ui/Button';
import styles from './Search.module.css';

/** Replaces what is ticked below, and takes it back. */
export function ReplaceBar() {
  const studio = useStudio();
  const run = useRun();
  const search = useStudioState((state) => state.search);
  const chosen = chosenFiles(search);
  const count = countOf(chosen);
  const locked = search.files.filter(({ readOnly }) => readOnly).length;
  return (
    <div className={styles.replace}>
      <Button
        look="primary"
        isDisabled={count === 0 || search.status !== 'done'}
        onPress={() => void replaceInKit(studio)}
      >
        Replace {count === 0 ? '' : count}
      </Button>
      <Button look="quiet" onPress={() => run('edit.undoReplace')}>
        Undo replace
      </Button>
      {locked > 0 && (
        <p className={styles.locked}>
          {locked === 1 ? 'One file is' : `${locked} files are`} read-only and will stay as{' '}
          {locked === 1 ? 'it is' : 'they are'}.
        </p>
      )}
    </div>
  );
}
