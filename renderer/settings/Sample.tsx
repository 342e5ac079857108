import { useStudioState } from '../commands/studio-context';
import styles from './Settings.module.css';

/** A few lines as the editor would show them with the settings as they are. */
export function Sample() {
  const lineWidth = useStudioState((state) => state.app.settings.lineWidth);
  return (
    <div className={styles.sample} role="img" aria-label="A sample of text with these settings">
      <div className={styles.sampleText} style={{ maxInlineSize: `${lineWidth}ch` }}>
        <p>
          <span className={styles.sampleMark}>## </span>
          <strong>Summary and ask</strong>
        </p>
        <p>
          We ask the council to approve a move to streams by March. Late data costs us a working day for each
          release, and every team has built its own way around it: seven of them, none with an owner.
        </p>
        <p className={styles.sampleCode}>| Option | Five years | Risk |</p>
        <p className={styles.sampleCode}>| Streams | $4.2 M | Low |</p>
      </div>
    </div>
  );
}
