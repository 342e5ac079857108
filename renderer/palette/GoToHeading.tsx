import { useMemo } from 'react';
import type { OutlineEntry } from '../../shared/symbols/outline';
import { goToEntry } from '../commands/outline';
import { useStudio } from '../commands/studio-context';
import { useOutline } from '../commands/use-outline';
import { visibleName } from '../ui/visible-name';
import { Chooser } from './Chooser';
import styles from './Chooser.module.css';

/** Any part of the open file by a few letters of its name. */
export function GoToHeading() {
  const studio = useStudio();
  const state = useOutline();
  const flat = useMemo(() => (state.kind === 'known' ? flatEntries(state.outline.entries) : []), [state]);
  const entries = useMemo(
    () =>
      flat.map(({ entry, around }) => ({
        id: entry.id,
        text: `${entry.title} ${entry.detail}`,
        name: [entry.title, entry.detail, ...[...around].reverse()].filter(Boolean).join(', '),
        row: (
          <>
            <span className={styles.label}>
              {visibleName(entry.title)}{' '}
              {entry.detail !== '' && <span className={styles.side}>{visibleName(entry.detail)}</span>}
            </span>
            <span className={styles.side}>{visibleName(around.at(-1) ?? '')}</span>
          </>
        ),
      })),
    [flat],
  );
  const close = () => studio.store.setState({ overlay: null });
  return (
    <Chooser
      title="Go to heading"
      placeholder="Heading, key or node"
      entries={entries}
      none={state.kind === 'waiting' ? 'Reading…' : 'No part of this file has these letters'}
      onChoose={(id) => {
        const chosen = flat.find(({ entry }) => entry.id === id)?.entry;
        close();
        if (chosen && state.kind === 'known')
          requestAnimationFrame(() => goToEntry(studio, state.path, chosen));
      }}
      onClose={close}
    />
  );
}

/** All parts in text order, each with the titles of those around it. */
function flatEntries(
  entries: readonly OutlineEntry[],
  around: readonly string[] = [],
): readonly { readonly entry: OutlineEntry; readonly around: readonly string[] }[] {
  return entries.flatMap((entry) => [
    { entry, around },
    ...flatEntries(entry.children, [...around, entry.title]),
  ]);
}
