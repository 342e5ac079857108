import { useState } from 'react';
import { fileName, folderOf } from '../../shared/domain/kit-path';
import type { KitVersions } from '../../shared/ipc/payloads';
import { bringBack, removeMilestone } from '../commands/history';
import { useRun, useStudio, useStudioState } from '../commands/studio-context';
import { clockWords, dateWords } from '../commands/time-words';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { ScrollArea } from '../ui/ScrollArea';
import { visibleName } from '../ui/visible-name';
import styles from './History.module.css';
import { useKitVersions } from './use-history';

/** The milestones of the kit, the newest first, and the files that are not there any more. */
export function KitHistory() {
  const studio = useStudio();
  const run = useRun();
  const known = useKitVersions();
  const files = useStudioState((state) => state.kit?.files);
  const folders = useStudioState((state) => state.kit?.listing.folders);
  if (known === null) return <EmptyState title="Looking…" text="" />;
  const now = Date.now();
  const when = (at: number) => `${dateWords(at, now)}, ${clockWords(at)}`;
  const gone = known.files
    .filter(({ path }) => !files?.has(path) && !folders?.includes(path))
    .sort((a, b) => b.at - a.at);
  return (
    <ScrollArea className={styles.kit} label="History of the kit" entry>
      <section className={styles.group}>
        <h3>Milestones</h3>
        {known.milestones.length === 0 && (
          <p className={styles.hint}>
            A milestone keeps every text of the kit under a name, for example before you send it out. It stays
            until you remove it.
          </p>
        )}
        <ul>
          {[...known.milestones].reverse().map((milestone) => (
            <MilestoneEntry key={milestone.id} milestone={milestone} when={when(milestone.at)} />
          ))}
        </ul>
        <Button onPress={() => run('kit.milestone')}>Name a Milestone…</Button>
      </section>
      <section className={styles.group}>
        <h3>Deleted files</h3>
        {gone.length === 0 && (
          <p className={styles.hint}>Every file that the history knows is still in the kit.</p>
        )}
        <ul>
          {gone.map(({ path, hash, at }) => (
            <li key={path} className={styles.entry}>
              <span className={styles.name}>{visibleName(fileName(path))}</span>
              <span className={styles.when}>
                {folderOf(path) === '' ? '' : `${visibleName(folderOf(path))} · `}
                {when(at)}
              </span>
              <span className={styles.entryActions}>
                <Button
                  aria-label={`Bring ${fileName(path)} back`}
                  onPress={() => void bringBack(studio, path, hash)}
                >
                  Bring Back
                </Button>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </ScrollArea>
  );
}

interface MilestoneEntryProps {
  readonly milestone: KitVersions['milestones'][number];
  readonly when: string;
}

/** A milestone can be restored, or removed: that cannot be undone, and is asked about. */
function MilestoneEntry({ milestone: { id, name, files }, when }: MilestoneEntryProps) {
  const studio = useStudio();
  const [removing, setRemoving] = useState(false);
  return (
    <li className={styles.entry}>
      <span className={styles.name}>{visibleName(name)}</span>
      <span className={styles.when}>
        {when} · {files} {files === 1 ? 'file' : 'files'}
      </span>
      <span className={styles.entryActions}>
        {removing ? (
          <>
            <Button look="quiet" autoFocus onPress={() => setRemoving(false)}>
              Keep It
            </Button>
            <Button
              look="danger"
              aria-label={`Remove the milestone ${name} for good`}
              onPress={() => void removeMilestone(studio, id)}
            >
              Remove for Good
            </Button>
          </>
        ) : (
          <>
            <Button
              aria-label={`Restore the kit as of ${name}`}
              onPress={() => studio.store.setState({ overlay: { kind: 'restore-kit', id, name } })}
            >
              Restore…
            </Button>
            <Button
              look="quiet"
              aria-label={`Remove the milestone ${name}`}
              onPress={() => setRemoving(true)}
            >
              Remove
            </Button>
          </>
        )}
      </span>
    </li>
  );
}
