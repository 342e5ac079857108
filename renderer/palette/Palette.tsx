import { useMemo } from 'react';
import { COMMANDS, type Command, type CommandId } from '../../shared/commands';
import { isOn, runCommand, whyDisabled } from '../commands/run-command';
import { useShortcutOf, useStudio } from '../commands/studio-context';
import { Chooser } from './Chooser';
import styles from './Chooser.module.css';

/** Commands that would only act on the palette's own field. */
const LEFT_OUT: ReadonlySet<string> = new Set(['view.palette', 'edit.cut', 'edit.copy', 'edit.paste']);

/** All commands by name: lately used first, shortcuts beside them. */
export function Palette() {
  const studio = useStudio();
  const shortcutOf = useShortcutOf();
  const entries = useMemo(() => {
    const state = studio.store.getState();
    const rank = (id: string) => {
      const at = state.recentCommands.indexOf(id);
      return at < 0 ? Number.POSITIVE_INFINITY : at;
    };
    return (COMMANDS as readonly (Command & { id: CommandId })[])
      .filter((command) => !LEFT_OUT.has(command.id))
      .map((command) => ({ command, why: whyDisabled(command, state) }))
      .sort(
        (a, b) =>
          Number(a.why !== null) - Number(b.why !== null) || compare(rank(a.command.id), rank(b.command.id)),
      )
      .map(({ command, why }) => {
        const on = isOn(command.id, state);
        const shortcut = shortcutOf(command.id);
        return {
          id: command.id,
          // The id adds words people may try: theme, zoom, region.
          text: `${command.label.replace(/…$/, '')} ${command.words ?? ''} ${command.id.replace('.', ' ')}`,
          name: why === null ? command.label : `${command.label}, ${why}`,
          disabled: why !== null,
          row: (
            <>
              <span className={styles.label}>{command.label}</span>
              {on !== null && command.id !== 'view.theme' && (
                <span className={styles.side}>{on ? 'On' : 'Off'}</span>
              )}
              {why !== null && <span className={styles.side}>{why}</span>}
              {shortcut !== '' && <kbd className={styles.side}>{shortcut}</kbd>}
            </>
          ),
        };
      });
  }, [studio, shortcutOf]);
  const close = () => studio.store.setState({ overlay: null });
  return (
    <Chooser
      title="Command palette"
      placeholder="What do you want to do?"
      entries={entries}
      none="No command has these letters"
      onChoose={(id) => {
        close();
        // After the dialog gave the focus back, so that the command acts where the user was.
        requestAnimationFrame(() => void runCommand(studio, id as CommandId));
      }}
      onClose={close}
    />
  );
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
