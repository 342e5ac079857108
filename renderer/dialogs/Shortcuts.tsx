import { COMMANDS, type Command, type CommandId, type MenuName } from '../../shared/commands';
import { shortcutOf } from '../commands/accelerators';
import { useStudio, useStudioState } from '../commands/studio-context';
import { Dialog } from '../ui/Dialog';
import { ScrollArea } from '../ui/ScrollArea';
import styles from './dialogs.module.css';

const TITLES: Readonly<Record<MenuName, string>> = {
  file: 'File',
  edit: 'Edit',
  format: 'Format',
  table: 'Table',
  selection: 'Selection',
  view: 'View',
  go: 'Go',
  packet: 'Packet',
  help: 'Help',
};

/** Keys that belong to a place rather than to a command. */
const ELSEWHERE: readonly (readonly [string, string])[] = [
  ['Esc, then Tab', 'Leave the editor'],
  ['Delete', 'Close the tab in focus'],
  ['Enter', 'Go to the problem or file in focus'],
  ['Ctrl+Click', 'In the preview: go to the line'],
];

export function Shortcuts() {
  const { store } = useStudio();
  const platform = useStudioState((state) => state.app.info?.platform ?? 'linux');
  const menus = Object.keys(TITLES) as MenuName[];
  return (
    <Dialog title="Keyboard shortcuts" look="wide" onClose={() => store.setState({ overlay: null })}>
      <ScrollArea className={styles.shortcuts} label="All shortcuts">
        {menus.map((menu) => {
          const commands = (COMMANDS as readonly (Command & { id: CommandId })[]).filter(
            (command) => command.menu === menu && command.accelerator,
          );
          if (commands.length === 0) return null;
          return (
            <section key={menu}>
              <h3>{TITLES[menu]}</h3>
              <dl>
                {commands.map((command) => (
                  <div key={command.id}>
                    <dt>{command.label}</dt>
                    <dd>
                      <kbd>{shortcutOf(command.id, platform)}</kbd>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
        <section>
          <h3>In place</h3>
          <dl>
            {ELSEWHERE.map(([keys, what]) => (
              <div key={keys}>
                <dt>{what}</dt>
                <dd>
                  <kbd>{keys}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </ScrollArea>
    </Dialog>
  );
}
