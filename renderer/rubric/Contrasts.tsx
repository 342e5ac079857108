import type { Contrast } from '../../shared/rubric/kind';
import { useRun } from '../commands/studio-context';
import { Button } from '../ui/Button';
import styles from './Rubric.module.css';

/** How the version most engineers ship differs from the one a committee calls staff-level. */
export function Contrasts({ contrasts }: { readonly contrasts: readonly Contrast[] }) {
  const run = useRun();
  if (contrasts.length === 0) return null;
  return (
    <details className={styles.contrasts}>
      <summary>From senior to staff</summary>
      <ul>
        {contrasts.map((contrast) => (
          <li key={contrast.senior}>
            <p>
              <span className={styles.side}>Senior</span> {contrast.senior}
            </p>
            <p>
              <span className={styles.side}>Staff</span> {contrast.staff}
            </p>
          </li>
        ))}
      </ul>
      <Button onPress={() => run('packet.contrast')}>Lay Them Side by Side</Button>
    </details>
  );
}
