import { type ReactNode, useMemo, useState } from 'react';
import { Autocomplete, Input, Menu, MenuItem, SearchField } from 'react-aria-components';
import { Dialog } from '../ui/Dialog';
import styles from './Chooser.module.css';
import { rank } from './fuzzy';

/** Entries shown at once; whoever has more writes a letter more. */
const MOST = 60;

export interface ChooserEntry {
  readonly id: string;
  /** What the query is compared with. */
  readonly text: string;
  readonly disabled?: boolean;
  readonly row: ReactNode;
}

export interface ChooserProps {
  readonly title: string;
  readonly placeholder: string;
  readonly entries: readonly ChooserEntry[];
  readonly none: string;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

/** A dialog to choose one of many by a few letters. */
export function Chooser({ title, placeholder, entries, none, onChoose, onClose }: ChooserProps) {
  const [query, setQuery] = useState('');
  const shown = useMemo(() => rank(query, entries, (entry) => entry.text).slice(0, MOST), [query, entries]);
  return (
    <Dialog title={title} look="bare" onClose={onClose}>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField aria-label={title} autoFocus className={styles.field ?? ''}>
          <Input placeholder={placeholder} className={styles.input ?? ''} />
        </SearchField>
        <Menu
          aria-label={title}
          className={styles.list ?? ''}
          items={shown}
          disabledKeys={shown.filter((entry) => entry.disabled).map((entry) => entry.id)}
          onAction={(key) => onChoose(String(key))}
          renderEmptyState={() => <p className={styles.none}>{none}</p>}
        >
          {(entry) => (
            <MenuItem id={entry.id} textValue={entry.text} className={styles.item ?? ''}>
              {entry.row}
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </Dialog>
  );
}
