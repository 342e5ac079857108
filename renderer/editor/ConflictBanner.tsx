import { useMemo } from 'react';
import {
  keepMine,
  lookAgain,
  mergeByItself,
  mergeWords,
  openMerge,
  saveCopy,
  takeTheirs,
} from '../commands/conflicts';
import { closeFile } from '../commands/files';
import { useStudio } from '../commands/studio-context';
import type { Conflict, Tab } from '../state/tabs-slice';
import { Button } from '../ui/Button';
import { Banner } from './Banner';

/** What became of a file under the hands of others, and what can be done about it. */
export function ConflictBanner({ tab }: { readonly tab: Tab & { readonly conflict: Conflict } }) {
  switch (tab.conflict.kind) {
    case 'changed':
      return <Changed tab={tab} />;
    case 'removed':
      return <Removed tab={tab} />;
    case 'unreadable':
      return <Unreadable tab={tab} message={tab.conflict.message} />;
  }
}

function Changed({ tab }: { readonly tab: Tab }) {
  const studio = useStudio();
  const { path, name, conflict } = tab;
  // Of the text when the file changed: what is typed after that may come to touch it, and is looked at when merging begins.
  // biome-ignore lint/correctness/useExhaustiveDependencies: taken apart anew for each conflict.
  const open = useMemo(() => openMerge(studio, path), [studio, path, conflict]);
  const conflicts = open?.merge.conflicts.length ?? 0;
  const merge = () => studio.store.setState({ overlay: { kind: 'merge', path } });
  const text = !open
    ? 'Nothing is saved until you choose.'
    : conflicts === 0
      ? `No line was changed on both sides: ${mergeWords(open.merge)} go together.`
      : `${conflicts === 1 ? 'One place was' : `${conflicts} places were`} changed on both sides. Nothing is saved until you decide.`;
  return (
    <Banner tone="problem" text={`${name} was changed on disk while you were writing. ${text}`}>
      <Button look="quiet" onPress={() => void takeTheirs(studio, path)}>
        Discard Mine
      </Button>
      <Button look="quiet" onPress={() => void keepMine(studio, path)}>
        Overwrite the File
      </Button>
      {open && conflicts === 0 && <Button onPress={merge}>Look at Both…</Button>}
      {open && (
        <Button look="primary" onPress={() => (conflicts === 0 ? mergeByItself(studio, path) : merge())}>
          {conflicts === 0 ? 'Merge' : 'Merge…'}
        </Button>
      )}
    </Banner>
  );
}

function Removed({ tab: { path, name } }: { readonly tab: Tab }) {
  const studio = useStudio();
  return (
    <Banner tone="problem" text={`${name} was removed from the disk. Its text is still here.`}>
      <Button onPress={() => closeFile(studio, path)}>Close Tab</Button>
      <Button look="primary" onPress={() => void keepMine(studio, path)}>
        Write It Again
      </Button>
    </Banner>
  );
}

function Unreadable({ tab: { path, name }, message }: { readonly tab: Tab; readonly message: string }) {
  const studio = useStudio();
  return (
    <Banner tone="problem" text={`${name} cannot be read any more. ${message} Its text is still here.`}>
      <Button onPress={() => closeFile(studio, path)}>Close Tab</Button>
      <Button onPress={() => void lookAgain(studio, path)}>Look Again</Button>
      <Button look="primary" onPress={() => void saveCopy(studio, path)}>
        Save a Copy
      </Button>
    </Banner>
  );
}
