import { spellMinutes } from '../../shared/packet/estimates';
import type { PacketView } from '../../shared/packet/packet-view';
import type { Sprint } from '../../shared/packet/sprints';
import { Mark } from '../ui/Mark';
import { Section } from './Section';
import styles from './sprints.module.css';

/** Three stages, each with its checkpoint and the time to it. */
export function SprintsSection({ view }: { readonly view: PacketView }) {
  return (
    <Section
      id="sprints"
      title="Sprints and checkpoints"
      text="A checkpoint is reached when everything its sprint delivers is staff-ready."
    >
      <ol className={styles.track}>
        {view.sprints.map((sprint) => (
          <li key={sprint.sprint} className={styles.sprint} data-reached={sprint.reached}>
            <h4>
              Sprint {sprint.sprint}
              <span className={styles.delivers}>{sprint.delivers.join(', ')}</span>
            </h4>
            <p className={styles.checkpoint}>
              <Mark shape={sprint.reached ? 'check' : 'ring'} tone={sprint.reached ? 'good' : 'quiet'} />
              {checkpointOf(sprint)}
            </p>
            {restOf(sprint) !== '' && <p className={styles.rest}>{restOf(sprint)}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function checkpointOf({ reached, toCheckpoint }: Sprint): string {
  return reached ? 'Checkpoint reached' : `${spellMinutes(toCheckpoint)} to the checkpoint`;
}

function restOf({ missing, reached, minutes, toCheckpoint }: Sprint): string {
  if (missing.length > 0) return `${missing.join(' and ')} not begun`;
  if (minutes === 0) return reached ? 'Nothing is open' : '';
  return minutes > toCheckpoint ? `${spellMinutes(minutes)} for all that is open` : '';
}
