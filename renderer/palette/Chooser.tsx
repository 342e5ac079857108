import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { Dialog } from '../ui/Dialog';
import styles from './Chooser.module.css';
import { rank } from './fuzzy';

/** Entries shown at once; whoever has more writes a letter more. */
const MOST = 60;

export interface ChooserEntry {
  readonly id: string;
  /** What the query is compared with. */
  readonly text: string;
  /** Read by screen readers; the text when absent. */
  readonly name?: string;
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
  useEffect(() => {
    // The field would take the first one to empty itself: whoever chooses otherwise wants to be back at once.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      onClose();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [onClose]);
  const shown = useMemo(() => rank(query, entries, (entry) => entry.text).slice(0, MOST), [query, entries]);
  return (
    <Dialog title={title} look="bare" onClose={onClose}>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField aria-label={title} autoFocus className={styles.field ?? ''}>
          <Input
            role="combobox"
            aria-expanded="true"
            aria-haspopup="listbox"
            placeholder={placeholder}
            className={styles.input ?? ''}
          />
        </SearchField>
        <ListBox
          aria-label={title}
          className={styles.list ?? ''}
          items={shown}
          selectionMode="none"
          disabledKeys={shown.filter((entry) => entry.disabled).map((entry) => entry.id)}
          onAction={(key) => onChoose(String(key))}
          renderEmptyState={() => <p className={styles.none}>{none}</p>}
        >
          {(entry) => (
            <ListBoxItem id={entry.id} textValue={entry.name ?? entry.text} className={styles.item ?? ''}>
              {entry.row}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </Dialog>
  );
}
