import type { ReactNode } from 'react';
import { closeFile, requestClose } from '../commands/files';
import { keepMine, saveFile, takeTheirs } from '../commands/saving';
import { useStudio } from '../commands/studio-context';
import { update } from '../state/studio-state';
import { changedTab, type Tab } from '../state/tabs-slice';
import { Button } from '../ui/Button';
import styles from './Banners.module.css';

/** What the user has to know, or decide, about the file that is shown. */
export function Banners({ tab }: { readonly tab: Tab }) {
  const studio = useStudio();
  const { path, name, conflict } = tab;
  const compare = () => studio.store.setState({ overlay: { kind: 'compare', path } });
  const set = (change: Parameters<typeof changedTab>[2]) =>
    update(studio.store, 'tabs', (tabs) => changedTab(tabs, path, change));
  return (
    <>
      {conflict?.kind === 'changed' && (
        <Banner
          tone="problem"
          text={`${name} was changed on disk while you were writing. Nothing is saved until you choose.`}
        >
          <Button onPress={compare}>Compare</Button>
          <Button onPress={() => void takeTheirs(studio, path)}>Take Theirs</Button>
          <Button look="primary" onPress={() => void keepMine(studio, path)}>
            Keep Mine
          </Button>
        </Banner>
      )}
      {conflict?.kind === 'removed' && (
        <Banner tone="problem" text={`${name} was removed from the disk. Its text is still here.`}>
          <Button onPress={() => closeFile(studio, path)}>Close Tab</Button>
          <Button look="primary" onPress={() => void keepMine(studio, path)}>
            Write It Again
          </Button>
        </Banner>
      )}
      {tab.recoveredAt !== null && (
        <Banner tone="info" text={`Recovered unsaved changes from ${whenText(tab.recoveredAt)}.`}>
          {conflict === null && <Button onPress={compare}>Show</Button>}
          <Button onPress={() => void takeTheirs(studio, path)}>Discard</Button>
          <Button look="quiet" onPress={() => set({ recoveredAt: null })}>
            Keep
          </Button>
        </Banner>
      )}
      {tab.saveError && (
        <Banner tone="problem" text={`${name} was not saved. ${tab.saveError.message}`}>
          <Button onPress={() => void saveFile(studio, path)}>Try Again</Button>
          <Button look="quiet" onPress={() => set({ saveError: null })}>
            Dismiss
          </Button>
        </Banner>
      )}
      {tab.plain && (
        <Banner
          tone="info"
          text={`${name} is longer than five million characters: it can be edited as plain text, without highlighting, preview and checks.`}
        >
          <Button look="quiet" onPress={() => requestClose(studio, path)}>
            Close Tab
          </Button>
        </Banner>
      )}
    </>
  );
}

function Banner({
  tone,
  text,
  children,
}: {
  readonly tone: 'info' | 'problem';
  readonly text: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.banner} data-tone={tone} role={tone === 'problem' ? 'alert' : 'status'}>
      <p>{text}</p>
      <div className={styles.actions}>{children}</div>
    </div>
  );
}

function whenText(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime())
    ? 'an earlier run'
    : time.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}
