import { useMemo } from 'react';
import { fileName, folderOf } from '../../shared/domain/kit-path';
import type { ListedFile } from '../../shared/ipc/payloads';
import { openFile } from '../commands/files';
import { useStudio, useStudioState } from '../commands/studio-context';
import { visibleName } from '../ui/visible-name';
import { Chooser } from './Chooser';
import styles from './Chooser.module.css';

/** What a tab has something to show of. */
const GOES_TO: ReadonlySet<ListedFile['state']> = new Set(['text', 'image', 'too-large']);

/** Any file of the kit by a few letters of its path; files used lately come first. */
export function GoToFile() {
  const studio = useStudio();
  const kit = useStudioState((state) => state.kit);
  const entries = useMemo(() => {
    const { tabs, closed } = studio.store.getState();
    const gone = closed.kitId === kit?.kitId ? closed.tabs.map(({ path }) => path) : [];
    const recent = [...new Set([...tabs.recent, ...gone])];
    const paths = kit?.listing.files.filter((file) => GOES_TO.has(file.state)).map((file) => file.path) ?? [];
    const known = new Set(paths);
    // The file one is in is the last one to go to.
    const used = [...recent.slice(1), ...recent.slice(0, 1)].filter((path) => known.has(path));
    return [...used, ...paths.filter((path) => !used.includes(path))].map((path) => ({
      id: path,
      text: path,
      row: (
        <>
          <span className={styles.label}>{visibleName(fileName(path))}</span>
          <span className={styles.side}>{visibleName(folderOf(path))}</span>
        </>
      ),
    }));
  }, [studio, kit]);
  const close = () => studio.store.setState({ overlay: null });
  return (
    <Chooser
      title="Go to file"
      placeholder="Name of a file"
      entries={entries}
      none="No file has these letters"
      onChoose={(path) => {
        close();
        requestAnimationFrame(() => void openFile(studio, path, { focus: true }));
      }}
      onClose={close}
    />
  );
}
