import { ChevronRight } from 'lucide-react';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
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
import type { CountedBudget } from '../../shared/rubric/word-budget';
import type { OutlineEntry } from '../../shared/symbols/outline';
import { goToEntry } from '../commands/outline';
import { useStudio, useStudioState } from '../commands/studio-context';
import { SEVERITY_LOOK, shownFinding } from '../look/finding-look';
import { budgetWords, isOff, limitOf } from '../look/word-budget';
import { Mark } from '../ui/Mark';
import { visibleName } from '../ui/visible-name';
import styles from './Outline.module.css';
import { type EntryFindings, entriesAt, findingsByEntry, foldableIds } from './outline-model';

/** From this many parts on only the rows near the screen are in the page. */
const VIRTUAL_FROM = 150;
/** Height of a row, in pixels. */
const ROW = 24;
/** Files of more parts show their outermost ones at first. */
const OPEN_AT_FIRST = 60;

/** Id of the part the cursor is in. Only rows on the screen ask: the cursor moves with every key, and the tree must not be built anew for it. */
const Here = createContext<string | null>(null);

/** What is unfolded of each file, for as long as the window is there. */
const remembered = new Map<string, ReadonlySet<Key>>();

export interface OutlineTreeViewProps {
  readonly path: string;
  readonly entries: readonly OutlineEntry[];
  /** How many words are wanted where. */
  readonly budgets: readonly CountedBudget[];
  /** Only a selection is shown: all of it unfolded. */
  readonly filtered: boolean;
}

export function OutlineTreeView({ path, entries, budgets, filtered }: OutlineTreeViewProps) {
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
    if (here !== null && holder.current) bringIntoSight(holder.current, rowOf(entries, expanded, here));
  }, [here, entries, expanded]);

  const byId = useMemo(() => {
    const map = new Map<string, OutlineEntry>();
    const walk = (entry: OutlineEntry) => {
      map.set(entry.id, entry);
      entry.children.forEach(walk);
    };
    entries.forEach(walk);
    return map;
  }, [entries]);

  const tree = useMemo(() => {
    const findingsOf = (id: string) => (expanded.has(id) ? own : all).get(id);
    const budgetOf = (entry: OutlineEntry) =>
      budgets.find(({ from, title }) => from === entry.from && title !== '');
    return (
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
        dependencies={[expanded, own, all, budgets]}
      >
        {(entry) => <EntryItem entry={entry} findingsOf={findingsOf} budgetOf={budgetOf} />}
      </Tree>
    );
  }, [studio, path, entries, byId, expanded, filtered, own, all, budgets]);
  return (
    <Here value={here}>
      <div ref={holder} className={styles.holder}>
        {count < VIRTUAL_FROM ? (
          tree
        ) : (
          <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW }}>
            {tree}
          </Virtualizer>
        )}
      </div>
    </Here>
  );
}

/** Brings the current row into sight, unless somebody moves in the outline. A row that is far away is not in the page yet. */
function bringIntoSight(holder: HTMLElement, index: number): void {
  if (holder.contains(document.activeElement)) return;
  const row = holder.querySelector('[aria-current]');
  const tree = holder.querySelector('[role="treegrid"]');
  if (row) row.scrollIntoView({ block: 'nearest' });
  else if (tree) tree.scrollTop = index * ROW - tree.clientHeight / 2;
  // Only down and up: the margins stay where they are.
  if (tree) tree.scrollLeft = 0;
}

/** How many rows are shown before a part. */
function rowOf(entries: readonly OutlineEntry[], expanded: ReadonlySet<Key>, id: string): number {
  let count = 0;
  const walk = (level: readonly OutlineEntry[]): boolean =>
    level.some((entry) => {
      if (entry.id === id) return true;
      count++;
      return expanded.has(entry.id) && walk(entry.children);
    });
  walk(entries);
  return count;
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
  readonly findingsOf: (id: string) => EntryFindings | undefined;
  readonly budgetOf: (entry: OutlineEntry) => CountedBudget | undefined;
}

function EntryItem({ entry, findingsOf, budgetOf }: EntryItemProps) {
  const title = visibleName(entry.title);
  const detail = visibleName(entry.detail);
  const found = findingsOf(entry.id);
  const budget = budgetOf(entry);
  return (
    <TreeItem
      id={entry.id}
      textValue={[title, detail, budget ? budgetWords(budget) : '', found ? wordsOf(found) : '']
        .filter(Boolean)
        .join(', ')}
      className={styles.item ?? ''}
    >
      <TreeItemContent>
        {({ hasChildItems }) => (
          <Row id={entry.id} title={detail === '' ? title : `${title}: ${detail}`}>
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
            {budget && (
              <span
                className={styles.words}
                data-off={isOff(budget)}
                title={budgetWords(budget)}
                aria-hidden="true"
              >
                {budget.words.toLocaleString('en')}
                {limitOf(budget)}
              </span>
            )}
            {found && (
              <span className={styles.found} aria-hidden="true">
                <Mark shape={SEVERITY_LOOK[found.gravest].shape} tone={SEVERITY_LOOK[found.gravest].tone} />
                {found.count}
              </span>
            )}
          </Row>
        )}
      </TreeItemContent>
      <Collection items={entry.children} dependencies={[findingsOf, budgetOf]}>
        {(child) => <EntryItem entry={child} findingsOf={findingsOf} budgetOf={budgetOf} />}
      </Collection>
    </TreeItem>
  );
}

function Row({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const here = useContext(Here) === id;
  return (
    <div className={styles.row} aria-current={here ? 'location' : undefined} title={title}>
      {children}
    </div>
  );
}

function wordsOf({ count, gravest }: EntryFindings): string {
  const grave = SEVERITY_LOOK[gravest].word.toLowerCase();
  return count === 1 ? `1 finding, a ${grave}` : `${count} findings, gravest a ${grave}`;
}
