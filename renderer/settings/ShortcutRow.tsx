import { RotateCcw } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type Command, type CommandId, commandById } from '../../shared/commands';
import { type Keys, keysLabel } from '../../shared/shortcuts/accelerator';
import { keysOf } from '../commands/accelerators';
import {
  defaultKeys,
  isChanged,
  type Proposal,
  propose,
  setShortcut,
  swapShortcuts,
} from '../commands/shortcuts';
import { useShortcutOf, useStudio, useStudioState } from '../commands/studio-context';
import { Button, IconButton } from '../ui/Button';
import styles from './Shortcuts.module.css';

type Answer = Proposal & { readonly keys: Keys };

/** A command with its shortcut: pressing it records another, which is refused with a reason, taken over or in use at once. */
export function ShortcutRow({ command }: { readonly command: Command & { readonly id: CommandId } }) {
  const studio = useStudio();
  const platform = useStudioState((state) => state.app.info?.platform ?? 'linux');
  const changed = useStudioState((state) => state.app.settings.shortcuts);
  const shortcut = useShortcutOf()(command.id);
  const [recording, setRecording] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  const { id } = command;
  const label = command.label.replace(/…$/, '');

  useEffect(() => {
    // The recorder took the focus with it when it went.
    if (!recording && back.current) button.current?.focus();
    back.current = false;
  }, [recording]);

  const stop = (focus = true) => {
    back.current = focus;
    setRecording(false);
  };
  const take = (keys: Keys) => {
    const proposal = propose(id, keys, platform, changed);
    setAnswer({ ...proposal, keys });
    stop();
    if (proposal.kind === 'free') void setShortcut(studio, id, proposal.accelerator);
  };
  const clear = () => {
    setAnswer(null);
    stop();
    if (shortcut !== '') void setShortcut(studio, id, '');
  };
  const usual = defaultKeys(id, platform);
  const reset = () => {
    if (usual) take(usual);
    else clear();
    button.current?.focus();
  };
  const holder = answer?.kind === 'taken' ? (commandById(answer.by)?.label.replace(/…$/, '') ?? '') : '';

  return (
    <li className={styles.row} data-recording={recording}>
      <span className={styles.label}>{label}</span>
      {command.role !== undefined ? (
        <span className={styles.fixed} title="The system carries this out">
          {shortcut === '' ? '' : <kbd>{shortcut}</kbd>}
        </span>
      ) : recording ? (
        <Recorder label={label} onKeys={take} onClear={clear} onStop={stop} />
      ) : (
        <button
          ref={button}
          type="button"
          data-shortcut-button=""
          className={styles.keys}
          aria-label={`Shortcut of ${label}: ${shortcut === '' ? 'none' : shortcut}`}
          onKeyDown={moveBetweenRows}
          onClick={() => {
            setAnswer(null);
            setRecording(true);
          }}
        >
          {shortcut === '' ? <span className={styles.none}>None</span> : <kbd>{shortcut}</kbd>}
        </button>
      )}
      <span className={styles.reset}>
        {command.role === undefined && !recording && isChanged(id, platform, changed) && (
          <IconButton label={`Reset the shortcut of ${label}`} onPress={reset}>
            <RotateCcw size={14} aria-hidden="true" />
          </IconButton>
        )}
      </span>
      <div role="status" className={styles.answer} data-bad={answer?.kind === 'refused'}>
        {answer?.kind === 'refused' && `${keysLabel(answer.keys, platform)}: ${answer.why}`}
        {answer?.kind === 'free' && answer.note}
        {answer?.kind === 'taken' && (
          <>
            <span>
              {keysLabel(answer.keys, platform)} belongs to “{holder}”.
            </span>
            <Button
              onPress={() => {
                setAnswer(null);
                void swapShortcuts(studio, id, answer.by);
                button.current?.focus();
              }}
            >
              {shortcut === '' ? `Take It from ${holder}` : `Swap: ${holder} Gets ${shortcut}`}
            </Button>
            <Button
              look="quiet"
              onPress={() => {
                setAnswer(null);
                button.current?.focus();
              }}
            >
              Leave It
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

/** Arrows go from shortcut to shortcut, as Tab would, one row at a time. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const { currentTarget } = event;
  const list = currentTarget.closest('[role="dialog"]');
  const buttons = [...(list?.querySelectorAll<HTMLElement>('[data-shortcut-button]') ?? [])];
  const at = buttons.indexOf(currentTarget);
  const next = at < 0 ? undefined : buttons[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

interface RecorderProps {
  readonly label: string;
  readonly onKeys: (keys: Keys) => void;
  readonly onClear: () => void;
  /** `focus`: false when the focus went elsewhere by itself. */
  readonly onStop: (focus?: boolean) => void;
}

/** Takes the next keys, whatever they are for otherwise. Escape leaves things as they are, Delete takes the shortcut away, Tab goes on. */
function Recorder({ label, onKeys, onClear, onStop }: RecorderProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const bare = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'Tab' && bare) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape' && bare) onStop();
    else if ((event.key === 'Delete' || event.key === 'Backspace') && bare && !event.shiftKey) onClear();
    else {
      const keys = keysOf(event);
      if (keys) onKeys(keys);
    }
  };
  return (
    <button
      type="button"
      data-records-keys=""
      // The press that began the recording is over; the next keys are meant.
      // biome-ignore lint/a11y/noAutofocus: the field that was asked for
      autoFocus
      className={styles.recorder}
      aria-label={`Press the new keys for ${label}. Escape cancels, Delete takes the shortcut away.`}
      onKeyDown={onKeyDown}
      // A button would press itself with the blank or Enter that is let go.
      onKeyUp={(event) => event.preventDefault()}
      onBlur={() => onStop(false)}
    >
      Press the keys…
    </button>
  );
}
