import { visibleName, visibleText } from '../ui/visible-name';
import styles from './FrontMatterCard.module.css';
import type { FrontEntry } from './render-protocol';

/** Entries that the head of the card shows by themselves. */
const HEAD = new Set(['title', 'id', 'status']);

/** The header of an artifact: what it is, in which state, whose, from when. */
export function FrontMatterCard({
  entries,
  problem,
}: {
  readonly entries: readonly FrontEntry[];
  readonly problem: string | null;
}) {
  const value = (key: string) => visibleName(entries.find((entry) => entry.key === key)?.value ?? '');
  const rest = entries.filter((entry) => !HEAD.has(entry.key));
  return (
    <header className={styles.card}>
      <div className={styles.head}>
        {value('id') !== '' && <span className={styles.id}>{value('id')}</span>}
        {value('status') !== '' && <span className={styles.status}>{value('status')}</span>}
      </div>
      {value('title') !== '' && <p className={styles.title}>{value('title')}</p>}
      {rest.length > 0 && (
        <dl className={styles.entries}>
          {rest.map((entry) => (
            <div key={entry.key} data-from={entry.from} data-to={entry.from + entry.key.length}>
              <dt>{visibleName(entry.key.replace(/[-_]/g, ' '))}</dt>
              <dd>{visibleText(entry.value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {problem !== null && <p className={styles.problem}>The header does not parse: {problem}</p>}
    </header>
  );
}
