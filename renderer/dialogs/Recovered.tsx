import { discardRecovered, keepRecovered, recoveredTabs, recoveredWords } from '../commands/recovering';
import { useStudio, useStudioState } from '../commands/studio-context';
import { momentWords } from '../commands/time-words';
import type { Tab } from '../state/tabs-slice';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { visibleName } from '../ui/visible-name';
import styles from './Recovered.module.css';

/** The texts of an earlier run that were never saved: each can be held against the disk, kept or given up. */
export function Recovered() {
  const studio = useStudio();
  const order = useStudioState((state) => state.tabs.order);
  const tabs = recoveredTabs(order);
  const close = () => studio.store.setState({ overlay: null });
  return (
    <Dialog title="Recovered texts" look="wide" onClose={close}>
      <p className={styles.lead}>
        {tabs.length === 0
          ? 'All of them are decided.'
          : 'These texts were written and not saved when the studio ended. They stand in their tabs again; on the disk nothing was changed.'}
      </p>
      <ul className={styles.list}>
        {tabs.map((tab) => (
          <Entry key={tab.path} tab={tab} />
        ))}
      </ul>
      <DialogActions>
        <Button look="quiet" onPress={close}>
          {tabs.length === 0 ? 'Close' : 'Decide Later'}
        </Button>
        {tabs.length > 0 && (
          <Button
            look="primary"
            onPress={() => {
              for (const { path } of tabs) keepRecovered(studio, path);
              close();
            }}
          >
            Keep All
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function Entry({ tab }: { readonly tab: Tab }) {
  const studio = useStudio();
  const at = Date.parse(tab.recoveredAt ?? '');
  const { path, name, conflict } = tab;
  return (
    <li className={styles.entry}>
      <span className={styles.name}>{visibleName(path)}</span>
      <span className={styles.words}>
        {Number.isNaN(at) ? '' : `Written ${momentWords(at, Date.now())}. `}
        {recoveredWords(studio, tab)}
      </span>
      <span className={styles.actions}>
        {conflict?.kind === 'changed' ? (
          <Button
            aria-label={`Merge ${name} with the disk`}
            onPress={() => studio.store.setState({ overlay: { kind: 'merge', path } })}
          >
            Merge…
          </Button>
        ) : (
          conflict === null && (
            <Button
              aria-label={`Compare ${name} with the disk`}
              onPress={() =>
                studio.store.setState({
                  overlay: { kind: 'comparison', path, other: { kind: 'disk' } },
                })
              }
            >
              Compare with Disk
            </Button>
          )
        )}
        <Button aria-label={`Keep the text of ${name}`} onPress={() => keepRecovered(studio, path)}>
          Keep
        </Button>
        <Button
          look="quiet"
          aria-label={`Discard the text of ${name}`}
          onPress={() => void discardRecovered(studio, tab)}
        >
          Discard
        </Button>
      </span>
    </li>
  );
}
