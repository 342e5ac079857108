import { ChevronRight } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import {
  Button,
  Collection,
  type Key,
  ListLayout,
  Tree,
  TreeItem,
  TreeItemContent,
  Virtualizer,
} from 'react-aria-components';
import type { OutlineEntry } from '../../shared/symbols/outline';
import { goToEntry } from '../commands/outline';
import { useStudio, useStudioState } from '../commands/studio-context';
import { SEVERITY_LOOK, shownFinding } from '../look/finding-look';
import { Mark } from '../ui/Mark';
import { visibleName } from '../ui/visible-name';
import styles from './Outline.module.css';
import { type EntryFindings, entriesAt, findingsByEntry, foldableIds } from './outline-model';

/** From this many parts on only the rows near the screen are in the page. */
const VIRTUAL_FROM = 150;
/** Files of more parts show their outermost ones at first. */
const OPEN_AT_FIRST = 60;

/** What is unfolded of each file, for as long as the window is there. */
const remembered = new Map<string, ReadonlySet<Key>>();

export interface OutlineTreeViewProps {
  readonly path: string;
  readonly entries: readonly OutlineEntry[];
  /** Only a selection is shown: all of it unfolded. */
  readonly filtered: boolean;
}

export function OutlineTreeView({ path, entries, filtered }: OutlineTreeViewProps) {
  const studio = useStudio();
  const count = useMemo(() => countOf(entries), [entries]);
  const [unfolded, setUnfolded] = useState<ReadonlySet<Key>>(
    () => remembered.get(path) ?? new Set(foldableIds(entries, count > OPEN_AT_FIRST ? 1 : 2)),
  );
  const expanded = useMemo(
    () => (filtered ? new Set<Key>(foldableIds(entries)) : unfolded),
    [filtered, entries, unfolded],
  );
  const { own, all } = useFindings(path, entries);
  const here = useHere(path, entries, expanded);
  const holder = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const row = here === null ? null : holder.current?.querySelector('[aria-current]');
    if (row && !holder.current?.contains(document.activeElement)) row.scrollIntoView({ block: 'nearest' });
  }, [here]);

  const byId = useMemo(() => {
    const map = new Map<string, OutlineEntry>();
    const walk = (entry: OutlineEntry) => {
      map.set(entry.id, entry);
      entry.children.forEach(walk);
    };
    entries.forEach(walk);
    return map;
  }, [entries]);

  const findingsOf = (id: string) => (expanded.has(id) ? own : all).get(id);
  const tree = (
    <Tree
      aria-label="Outline"
      className={styles.tree ?? ''}
      items={entries}
      selectionMode="none"
      expandedKeys={expanded}
      onExpandedChange={(keys) => {
        if (filtered) return;
        remembered.set(path, keys);
        setUnfolded(keys);
      }}
      onAction={(key) => {
        const entry = byId.get(String(key));
        if (entry) goToEntry(studio, path, entry);
      }}
      dependencies={[expanded, own, all, here]}
    >
      {(entry) => <EntryItem entry={entry} here={here} findingsOf={findingsOf} />}
    </Tree>
  );
  return (
    <div ref={holder} className={styles.holder}>
      {count < VIRTUAL_FROM ? (
        tree
      ) : (
        <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 24 }}>
          {tree}
        </Virtualizer>
      )}
    </div>
  );
}

function countOf(entries: readonly OutlineEntry[]): number {
  return entries.reduce((sum, { children }) => sum + 1 + countOf(children), 0);
}

function useFindings(path: string, entries: readonly OutlineEntry[]) {
  const report = useStudioState((state) => state.checks.reports.get(path));
  return useMemo(
    () => findingsByEntry(entries, report?.counterExample ? [] : (report?.findings.map(shownFinding) ?? [])),
    [entries, report],
  );
}

/** The part the cursor is in, or the one around it that is in sight. */
function useHere(path: string, entries: readonly OutlineEntry[], expanded: ReadonlySet<Key>): string | null {
  const offset = useStudioState((state) => (state.cursor?.path === path ? state.cursor.offset : null));
  return useMemo(() => {
    if (offset === null) return null;
    const around = entriesAt(entries, offset);
    const hidden = around.findIndex(({ id }) => !expanded.has(id));
    return (hidden < 0 ? around.at(-1) : around[hidden])?.id ?? null;
  }, [offset, entries, expanded]);
}

interface EntryItemProps {
  readonly entry: OutlineEntry;
  /** The part the cursor is in. */
  readonly here: string | null;
  readonly findingsOf: (id: string) => EntryFindings | undefined;
}

function EntryItem({ entry, here, findingsOf }: EntryItemProps) {
  const title = visibleName(entry.title);
  const detail = visibleName(entry.detail);
  const found = findingsOf(entry.id);
  return (
    <TreeItem
      id={entry.id}
      textValue={[title, detail, found ? wordsOf(found) : ''].filter(Boolean).join(', ')}
      className={`${styles.item} ${here === entry.id ? styles.here : ''}`}
    >
      <TreeItemContent>
        {({ hasChildItems }) => (
          <div
            className={styles.row}
            aria-current={here === entry.id ? 'location' : undefined}
            title={detail === '' ? title : `${title}: ${detail}`}
          >
            {hasChildItems ? (
              <Button slot="chevron" className={styles.chevron ?? ''}>
                <ChevronRight size={14} className={styles.chevronMark} aria-hidden="true" />
              </Button>
            ) : (
              <span className={styles.noChevron} />
            )}
            <span className={styles.name}>
              {title}
              {detail !== '' && <span className={styles.detail}>{detail}</span>}
            </span>
            {found && (
              <span className={styles.found} aria-hidden="true">
                <Mark shape={SEVERITY_LOOK[found.gravest].shape} tone={SEVERITY_LOOK[found.gravest].tone} />
                {found.count}
              </span>
            )}
          </div>
        )}
      </TreeItemContent>
      <Collection items={entry.children} dependencies={[findingsOf, here]}>
        {(child) => <EntryItem entry={child} here={here} findingsOf={findingsOf} />}
      </Collection>
    </TreeItem>
  );
}

function wordsOf({ count, gravest }: EntryFindings): string {
  const grave = SEVERITY_LOOK[gravest].word.toLowerCase();
  return count === 1 ? `1 finding, a ${grave}` : `${count} findings, gravest a ${grave}`;
}
