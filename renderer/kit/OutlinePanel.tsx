import { ChevronRight } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import type { CountedBudget } from '../../shared/rubric/word-budget';
import { useStudio, useStudioState } from '../commands/studio-context';
import { useOutline } from '../commands/use-outline';
import { update } from '../state/studio-state';
import styles from './Outline.module.css';
import { OutlineTreeView } from './OutlineTreeView';
import { filteredEntries } from './outline-model';

/** The line that unfolds the outline, always there below what the navigator shows. */
export function OutlineHead() {
  const { store } = useStudio();
  const open = useStudioState((state) => state.layout.outline);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The line moves when it is used; the focus goes with it.
    if (used) button.current?.focus();
    used = false;
  }, []);
  return (
    <h2 className={styles.head}>
      <button
        ref={button}
        type="button"
        className={styles.toggle}
        aria-expanded={open}
        onClick={() => {
          used = true;
          update(store, 'layout', (layout) => ({ ...layout, outline: !open }));
        }}
      >
        <ChevronRight size={14} className={styles.toggleMark} aria-hidden="true" />
        Outline
      </button>
    </h2>
  );
}

let used = false;

const NO_BUDGETS: readonly CountedBudget[] = [];

/** The parts of the file that is shown. */
export function OutlineBody() {
  const state = useOutline();
  const [filter, setFilter] = useState('');
  const entries = useMemo(
    () => (state.kind === 'known' ? filteredEntries(state.outline.entries, filter) : []),
    [state, filter],
  );
  if (state.kind === 'waiting') return null;
  if (state.kind !== 'known' || state.outline.entries.length === 0)
    return <p className={styles.none}>{noneOf(state.kind)}</p>;
  return (
    <>
      <SearchField
        aria-label="Filter outline"
        className={styles.filter ?? ''}
        value={filter}
        onChange={setFilter}
      >
        <Input placeholder="Filter" />
      </SearchField>
      {entries.length === 0 ? (
        <p className={styles.none}>Nothing is called so.</p>
      ) : (
        <OutlineTreeView
          key={state.path}
          path={state.path}
          entries={entries}
          budgets={state.outline.budgets ?? NO_BUDGETS}
          filtered={filter.trim() !== ''}
        />
      )}
      {state.outline.cut && <p className={styles.none}>The rest of this file is not listed.</p>}
    </>
  );
}

function noneOf(kind: 'none' | 'too-long' | 'known'): string {
  return kind === 'too-long'
    ? 'This file is too long to be taken apart.'
    : 'Headings, keys and nodes of the open file appear here.';
}
