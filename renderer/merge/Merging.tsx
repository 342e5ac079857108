import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { fileName } from '../../shared/domain/kit-path';
import type { Take } from '../../shared/merge/merge';
import {
  applyMerge,
  keepMine,
  mergeWords,
  type OpenMerge,
  openMerge,
  takeTheirs,
} from '../commands/conflicts';
import { notify } from '../commands/notify';
import { useStudio } from '../commands/studio-context';
import { Button, IconButton } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import differences from '../ui/Differences.module.css';
import { EmptyState } from '../ui/EmptyState';
import { Toggle } from '../ui/Toggle';
import { ConflictList } from './ConflictList';
import styles from './Merging.module.css';
import { type Beside, type ListedConflict, MergeEditor } from './merge-editor';

const BESIDE: readonly (readonly [Beside, string])[] = [
  ['theirs', 'On Disk'],
  ['mine', 'Yours'],
  ['base', 'Before Both'],
];

const TAKES: readonly (readonly [Take, string, string])[] = [
  ['mine', 'Take Yours', '1'],
  ['theirs', 'Take from Disk', '2'],
  ['both', 'Take Both', '3'],
  ['words', 'Combine Words', '4'],
];

/** Makes one text of the buffer and the file on disk, conflict by conflict. */
export function Merging({ path }: { readonly path: string }) {
  const studio = useStudio();
  // Fixed while it is open: the buffer is behind a dialog, and a further change on disk is a conflict of its own.
  const [open] = useState(() => openMerge(studio, path));
  const close = () => studio.store.setState({ overlay: null });
  return (
    <Dialog title={`Merging ${fileName(path)}`} look="full" onClose={close}>
      {open ? (
        <Merge path={path} open={open} onClose={close} />
      ) : (
        <EmptyState
          title="There is nothing to merge"
          text="The file on disk and the text here do not disagree, or the text is too long to be merged by lines."
        />
      )}
    </Dialog>
  );
}

interface MergeProps {
  readonly path: string;
  readonly open: OpenMerge;
  readonly onClose: () => void;
}

function Merge({ path, open, onClose }: MergeProps) {
  const studio = useStudio();
  const { merge } = open;
  const known = !merge.conflicts.some(({ base }) => base === null);
  const [conflicts, setConflicts] = useState<readonly ListedConflict[]>([]);
  const [current, setCurrent] = useState(0);
  const [beside, setBeside] = useState<Beside>('theirs');
  const holder = useRef<HTMLDivElement>(null);
  const editor = useRef<MergeEditor | null>(null);
  const left = conflicts.filter(({ choice }) => choice === 'open').length;

  useEffect(() => {
    if (!holder.current) return;
    const made = new MergeEditor(holder.current, {
      path,
      merge,
      onChange: (list, at) => {
        setConflicts(list);
        setCurrent(at);
      },
    });
    editor.current = made;
    made.focus();
    return () => {
      editor.current = null;
      made.destroy();
    };
  }, [path, merge]);

  const apply = () => {
    const text = editor.current?.text;
    if (text === undefined || left > 0) return;
    onClose();
    if (applyMerge(studio, path, open, text))
      notify(studio, 'good', `${fileName(path)} is merged. Undo takes it back; it is not saved yet.`);
  };
  const keys = useRef<(event: KeyboardEvent) => boolean>(() => false);
  keys.current = (event) => {
    const take = event.altKey && TAKES.find(([, , key]) => event.code === `Digit${key}`);
    if (event.key === 'F8') editor.current?.step(event.shiftKey ? -1 : 1);
    else if (take && conflicts[current]) takeNow(take[0]);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) apply();
    else return false;
    return true;
  };
  const takeNow = (take: Take) => {
    if (take === 'words' && !conflicts[current]?.combinable) return;
    editor.current?.take(take);
  };
  useEffect(() => {
    // The keys of the window's commands wait while a dialog is open.
    const onKey = (event: KeyboardEvent) => {
      if (keys.current(event)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);

  const choose = (work: Promise<unknown>) => {
    onClose();
    void work;
  };
  return (
    <>
      <div className={styles.tools} role="toolbar" aria-label="Merge">
        <span className={styles.count} role="status">
          {countWords(conflicts.length, left)}
        </span>
        <IconButton
          label="Previous Conflict"
          shortcut="Shift+F8"
          isDisabled={conflicts.length === 0}
          onPress={() => editor.current?.step(-1)}
        >
          <ArrowUp size={16} aria-hidden="true" />
        </IconButton>
        <IconButton
          label="Next Conflict"
          shortcut="F8"
          isDisabled={conflicts.length === 0}
          onPress={() => editor.current?.step(1)}
        >
          <ArrowDown size={16} aria-hidden="true" />
        </IconButton>
        {TAKES.map(([take, label, key]) => (
          <Button
            key={take}
            aria-keyshortcuts={`Alt+${key}`}
            isDisabled={!conflicts[current] || (take === 'words' && !conflicts[current].combinable)}
            onPress={() => takeNow(take)}
          >
            {label} <kbd className={styles.key}>Alt+{key}</kbd>
          </Button>
        ))}
        <fieldset className={styles.beside}>
          <legend className="visually-hidden">What stands beside the result</legend>
          {BESIDE.filter(([id]) => id !== 'base' || known).map(([id, label]) => (
            <Toggle
              key={id}
              pressed={beside === id}
              onPress={() => {
                setBeside(id);
                editor.current?.beside(id);
              }}
            >
              {label}
            </Toggle>
          ))}
        </fieldset>
      </div>
      <div className={styles.body}>
        <ConflictList
          conflicts={conflicts}
          parts={merge.conflicts}
          current={current}
          onShow={(index) => editor.current?.show(index)}
          summary={
            !known
              ? 'What both texts come from is not known, so every difference is asked about.'
              : merge.fromMine + merge.fromTheirs + merge.alike === 0
                ? 'Nothing else differs.'
                : `Merged by itself: ${mergeWords(merge)}.`
          }
        />
        <div className={styles.texts}>
          <p className={styles.sides}>
            <span>{BESIDE.find(([id]) => id === beside)?.[1]}</span>
            <span>Result</span>
          </p>
          <div ref={holder} className={`${differences.texts} ${styles.editors}`} />
        </div>
      </div>
      <DialogActions>
        <span className={styles.whole}>
          <Button look="quiet" onPress={() => choose(takeTheirs(studio, path))}>
            Discard Mine
          </Button>
          <Button look="quiet" onPress={() => choose(keepMine(studio, path))}>
            Overwrite the File with Mine
          </Button>
        </span>
        <Button look="quiet" onPress={onClose}>
          Decide Later
        </Button>
        <Button look="primary" isDisabled={left > 0} onPress={apply}>
          Apply
        </Button>
      </DialogActions>
    </>
  );
}

function countWords(all: number, left: number): string {
  if (all === 0) return 'No conflicts: no line was changed on both sides';
  const conflicts = `${all} ${all === 1 ? 'conflict' : 'conflicts'}`;
  return left === 0 ? `${conflicts}, all decided` : `${conflicts}, ${left} to decide`;
}
