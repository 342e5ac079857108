import { useStudio, useStudioState } from '../commands/studio-context';
import { Dialog } from '../ui/Dialog';
import styles from './dialogs.module.css';

export function About() {
  const { store } = useStudio();
  const info = useStudioState((state) => state.app.info);
  return (
    <Dialog title="About Staffwright" onClose={() => store.setState({ overlay: null })}>
      <div className={styles.about}>
        <p className={styles.product}>Staffwright</p>
        <p>Version {info?.version ?? 'unknown'}</p>
        <p className={styles.soft}>
          A writing studio for engineers who show staff-level work in writing. It works offline: no account,
          no request leaves this machine, and your packet stays a plain folder of text files.
        </p>
        <p className={styles.soft}>
          Electron {info?.electron ?? '–'}, Chromium {info?.chrome ?? '–'}. Released under the MIT licence;
          the licences of the libraries and fonts it uses come with the program.
        </p>
      </div>
    </Dialog>
  );
}
