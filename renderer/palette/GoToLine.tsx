import { useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { openFile } from '../commands/files';
import { useStudio, useStudioState } from '../commands/studio-context';
import { Dialog } from '../ui/Dialog';
import styles from './Chooser.module.css';
import { placeIn } from './line-place';

/** Any line of the open file by its number, with a column after a colon when that is wanted. */
export function GoToLine() {
  const studio = useStudio();
  const path = useStudioState((state) => state.tabs.active);
  const here = useStudioState((state) => state.cursor?.line ?? 1);
  const [typed, setTyped] = useState('');
  const doc = path === null ? null : studio.buffers.doc(path);
  const lines = doc?.lines ?? 0;
  const offset = doc && placeIn(doc, typed);
  const close = () => studio.store.setState({ overlay: null });
  const go = () => {
    if (path === null || offset === null) return;
    close();
    requestAnimationFrame(
      () => void openFile(studio, path, { span: { from: offset, to: offset }, focus: true }),
    );
  };
  const hint =
    typed.trim() === ''
      ? `Line ${here} of ${lines} now.`
      : offset === null || !doc
        ? `A number from 1 to ${lines}, or two with a colon between: line and column.`
        : `Enter goes to line ${doc.lineAt(offset).number}.`;
  return (
    <Dialog title="Go to line" look="bare" onClose={close}>
      <SearchField
        aria-label="Line"
        aria-describedby="go-to-line-hint"
        autoFocus
        className={styles.field ?? ''}
        value={typed}
        onChange={setTyped}
        onSubmit={go}
      >
        <Input placeholder="Line, or line:column" inputMode="numeric" className={styles.input ?? ''} />
      </SearchField>
      <p id="go-to-line-hint" role="status" className={styles.hint}>
        {hint}
      </p>
    </Dialog>
  );
}
