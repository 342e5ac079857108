import { ListBox, ListBoxItem } from 'react-aria-components';
import type { MergePart } from '../../shared/merge/merge';
import rows from '../ui/Rows.module.css';
import { choiceWords } from './conflict-field';
import styles from './Merging.module.css';
import type { ListedConflict } from './merge-editor';

interface ConflictListProps {
  readonly conflicts: readonly ListedConflict[];
  readonly parts: readonly MergePart[];
  readonly current: number;
  readonly onShow: (index: number) => void;
  /** What came together without a question. */
  readonly summary: string;
}

/** The conflicts in the order of the text, each with its line, its first words and what was chosen. */
export function ConflictList({ conflicts, parts, current, onShow, summary }: ConflictListProps) {
  return (
    <div className={styles.list}>
      <ListBox
        aria-label="Conflicts"
        className={`${rows.rows} ${styles.conflicts}`}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={conflicts.length === 0 ? [] : [String(current)]}
        onSelectionChange={(selection) => {
          const [key] = selection === 'all' ? [] : [...selection];
          if (key !== undefined && Number(key) !== current) onShow(Number(key));
        }}
        renderEmptyState={() => <p className={styles.none}>Nothing to decide.</p>}
      >
        {conflicts.map(({ choice, line }, index) => {
          const excerpt = excerptOf(parts[index]);
          return (
            <ListBoxItem
              // biome-ignore lint/suspicious/noArrayIndexKey: a conflict is named by its place; none comes or goes.
              key={index}
              id={String(index)}
              className={`${rows.row} ${styles.conflict}`}
              textValue={`Conflict ${index + 1}, line ${line}, ${choiceWords(choice)}: ${excerpt}`}
            >
              <span className={styles.where}>Line {line}</span>
              <span className={styles.choice} data-open={choice === 'open'}>
                {choice === 'open' ? 'to decide' : choiceWords(choice)}
              </span>
              <span className={styles.excerpt}>{excerpt}</span>
            </ListBoxItem>
          );
        })}
      </ListBox>
      <p className={styles.summary}>{summary}</p>
    </div>
  );
}

function excerptOf(part: MergePart | undefined): string {
  const text = (part?.mine.trim() || part?.theirs.trim()) ?? '';
  const line = text.split('\n', 1)[0] ?? '';
  if (line === '') return 'blank lines';
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
