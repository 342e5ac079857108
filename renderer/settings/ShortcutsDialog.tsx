import { useMemo, useState } from 'react';
import { COMMANDS, type Command, type CommandId, type MenuName } from '../../shared/commands';
import { keysLabel, parseAccelerator } from '../../shared/shortcuts/accelerator';
import { EDITOR_KEYS } from '../../shared/shortcuts/editor-keys';
import { resetAllShortcuts } from '../commands/shortcuts';
import { useShortcutOf, useStudio, useStudioState } from '../commands/studio-context';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { ScrollArea } from '../ui/ScrollArea';
import { SearchHead } from '../ui/SearchHead';
import { ShortcutRow } from './ShortcutRow';
import styles from './Shortcuts.module.css';

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

/** Keys that belong to a place rather than to a command; the first name is of every system but the Mac. */
const IN_PLACE: readonly { readonly keys: string; readonly mac?: string; readonly does: string }[] = [
  { keys: 'Esc, then Tab', does: 'Leave the editor' },
  { keys: 'Shift+F10', mac: '⇧F10', does: 'Menu of what is in focus' },
  { keys: 'Delete', does: 'Close the tab in focus' },
  { keys: 'Enter', does: 'Go to the problem or file in focus' },
  { keys: 'Ctrl+Click', mac: '⌘ and click', does: 'In the preview: go to the line' },
];

type Row = Command & { readonly id: CommandId };

/** All commands with their keys: found by name or keys, changed by pressing others. */
export function ShortcutsDialog() {
  const studio = useStudio();
  const [query, setQuery] = useState('');
  const platform = useStudioState((state) => state.app.info?.platform ?? 'linux');
  const changed = useStudioState((state) => state.app.settings.shortcuts);
  const shortcutOf = useShortcutOf();
  const groups = useMemo(() => {
    const rows = (COMMANDS as readonly Row[]).filter((command) =>
      matches(query, `${TITLES[command.menu]} ${command.label}`, shortcutOf(command.id)),
    );
    return (Object.keys(TITLES) as MenuName[])
      .map((menu) => ({ menu, rows: rows.filter((row) => row.menu === menu) }))
      .filter((group) => group.rows.length > 0);
  }, [query, shortcutOf]);
  const fixed = useMemo(() => {
    const inEditor = EDITOR_KEYS.map(({ keys, does }) => {
      const parsed = parseAccelerator(keys, platform);
      return { keys: parsed ? keysLabel(parsed, platform) : keys, does };
    });
    const inPlace = IN_PLACE.map(({ keys, mac, does }) => ({
      keys: platform === 'darwin' ? (mac ?? keys) : keys,
      does,
    }));
    return [...inPlace, ...inEditor].filter(({ keys, does }) => matches(query, `In place ${does}`, keys));
  }, [query, platform]);
  const count = groups.reduce((sum, { rows }) => sum + rows.length, fixed.length);
  return (
    <Dialog title="Keyboard shortcuts" look="wide" onClose={() => studio.store.setState({ overlay: null })}>
      <SearchHead
        label="Search shortcuts"
        placeholder="A command, or keys such as Ctrl+S"
        value={query}
        onChange={setQuery}
      >
        <Button
          look="quiet"
          isDisabled={Object.keys(changed).length === 0}
          onPress={() => void resetAllShortcuts(studio)}
        >
          Reset All
        </Button>
      </SearchHead>
      <ScrollArea label="All shortcuts" className={styles.list}>
        {groups.map(({ menu, rows }) => (
          <section key={menu} aria-label={TITLES[menu]}>
            <h3>{TITLES[menu]}</h3>
            <ul>
              {rows.map((command) => (
                <ShortcutRow key={command.id} command={command} />
              ))}
            </ul>
          </section>
        ))}
        {fixed.length > 0 && (
          <section aria-label="In place">
            <h3>In place</h3>
            <ul>
              {fixed.map(({ keys, does }) => (
                <li key={does} className={styles.row}>
                  <span className={styles.label}>{does}</span>
                  <span className={styles.fixed}>
                    <kbd>{keys}</kbd>
                  </span>
                  <span className={styles.reset} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {count === 0 && <p className={styles.nothing}>No command has these words or keys.</p>}
      </ScrollArea>
      <p role="status" className="visually-hidden">
        {query === '' ? '' : `${count} ${count === 1 ? 'shortcut' : 'shortcuts'}`}
      </p>
    </Dialog>
  );
}

/** True when every word of the query is in the words, or the query is how the keys begin. */
function matches(query: string, words: string, keys: string): boolean {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return true;
  const bare = (text: string) => text.toLowerCase().replace(/[\s+]/g, '');
  if (bare(wanted) !== '' && bare(keys).includes(bare(wanted))) return true;
  const hay = words.toLowerCase();
  return wanted.split(/\s+/).every((word) => hay.includes(word));
}
