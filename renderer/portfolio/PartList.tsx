import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Button, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import type { OutlineEntry, OutlinePart } from '../../shared/portfolio/outline';
import { IconButton } from '../ui/Button';
import { visibleName } from '../ui/visible-name';
import styles from './composition.module.css';
import { moved, movedTo } from './order';

export interface PartListProps {
  readonly part: OutlinePart;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onPrint: (printed: boolean) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onOrder: (paths: readonly string[]) => void;
  readonly onPlace: (path: string, place: OutlineEntry['place']) => void;
  /** Says a change to people who cannot see it. */
  readonly onSay: (words: string) => void;
}

/** One part with its artifacts: which are printed, in which order, and which in the appendix. */
export function PartList(props: PartListProps) {
  const { part, onOrder, onPlace, onSay } = props;
  const paths = part.entries.map(({ path }) => path);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) =>
      onOrder(movedTo(paths, [...keys].map(String), String(target.key), target.dropPosition === 'before')),
  });
  const onKeys = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || by === 0) return;
    const row = (event.target as Element).closest('[data-key]');
    const path = row?.getAttribute('data-key') ?? '';
    const order = moved(paths, path, by);
    event.preventDefault();
    event.stopPropagation();
    if (!order) return;
    onOrder(order);
    const entry = part.entries.find((one) => one.path === path);
    onSay(`${entry?.title ?? path}: ${order.indexOf(path) + 1} of ${order.length}`);
  };
  const printed = part.entries.filter(({ place }) => place !== 'nowhere').length;
  return (
    <section
      className={styles.part}
      aria-label={`Part ${part.part}, ${part.title}`}
      data-printed={part.printed}
    >
      <header className={styles.partHead}>
        <label className={styles.partTitle}>
          <input
            type="checkbox"
            checked={part.printed}
            onChange={(event) => props.onPrint(event.target.checked)}
          />
          <span>
            Part {part.part} · {part.title}
          </span>
        </label>
        <span className={styles.count}>
          {part.printed ? `${printed} of ${part.entries.length}` : 'left out'}
        </span>
        <IconButton
          label={`Move part ${part.part} up`}
          isDisabled={props.isFirst || !part.printed}
          onPress={() => props.onMove(-1)}
        >
          <ArrowUp size={14} aria-hidden="true" />
        </IconButton>
        <IconButton
          label={`Move part ${part.part} down`}
          isDisabled={props.isLast || !part.printed}
          onPress={() => props.onMove(1)}
        >
          <ArrowDown size={14} aria-hidden="true" />
        </IconButton>
      </header>
      {part.printed && (
        <div data-moves-rows="" onKeyDownCapture={onKeys}>
          <GridList
            aria-label={`Artifacts of part ${part.part}`}
            className={styles.list ?? ''}
            items={part.entries.map((entry) => ({ id: entry.path, entry }))}
            dragAndDropHooks={dragAndDropHooks}
            selectionMode="none"
            onAction={(key) => {
              const entry = part.entries.find(({ path }) => path === key);
              if (entry) onPlace(entry.path, entry.place === 'nowhere' ? 'part' : 'nowhere');
            }}
          >
            {({ entry }) => <Row entry={entry} onPlace={onPlace} />}
          </GridList>
        </div>
      )}
    </section>
  );
}

function Row({
  entry,
  onPlace,
}: {
  readonly entry: OutlineEntry;
  readonly onPlace: PartListProps['onPlace'];
}) {
  const { path, title, kindTitle, place } = entry;
  const out = place === 'nowhere';
  return (
    <GridListItem id={path} textValue={title} className={styles.row ?? ''} data-place={place}>
      <Button slot="drag" className={styles.grip ?? ''}>
        <GripVertical size={14} aria-hidden="true" />
      </Button>
      <input
        type="checkbox"
        aria-label={`Print ${title}`}
        checked={!out}
        onChange={(event) => onPlace(path, event.target.checked ? 'part' : 'nowhere')}
      />
      <span className={styles.title} title={path}>
        {visibleName(title)}
        <span className={styles.kind}> {kindTitle}</span>
      </span>
      <Button
        className={styles.toggle ?? ''}
        aria-pressed={place === 'appendix'}
        aria-label={`${title} in the appendix`}
        isDisabled={out}
        onPress={() => onPlace(path, place === 'appendix' ? 'part' : 'appendix')}
      >
        Appendix
      </Button>
    </GridListItem>
  );
}
