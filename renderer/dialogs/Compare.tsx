import { MergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { useEffect, useRef, useState } from 'react';
import { fileName } from '../../shared/domain/kit-path';
import { keepMine, takeTheirs } from '../commands/saving';
import { useStudio, useStudioState } from '../commands/studio-context';
import { theme } from '../editor/extensions/theme';
import { languageOf } from '../languages/language-of';
import { tabOf } from '../state/tabs-slice';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import styles from './dialogs.module.css';

/** The text on disk beside the text in the editor. */
export function Compare({ path }: { readonly path: string }) {
  const studio = useStudio();
  const conflict = useStudioState((state) => tabOf(state.tabs, path)?.conflict ?? null);
  const theirs = useTextOnDisk(path);
  const holder = useRef<HTMLDivElement>(null);
  const close = () => studio.store.setState({ overlay: null });

  useEffect(() => {
    if (theirs === null || !holder.current) return;
    const side = (label: string) => [
      theme,
      lineNumbers(),
      EditorView.lineWrapping,
      languageOf(path) ?? [],
      EditorState.readOnly.of(true),
      EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true', tabindex: '0' }),
    ];
    const merge = new MergeView({
      parent: holder.current,
      a: { doc: theirs, extensions: side('Text on disk') },
      b: { doc: studio.buffers.text(path) ?? '', extensions: side('Text in the editor') },
      collapseUnchanged: { margin: 3, minSize: 6 },
      gutter: true,
    });
    return () => merge.destroy();
  }, [studio, path, theirs]);

  const choose = (work: Promise<unknown>) => {
    close();
    void work;
  };
  return (
    <Dialog title={`${fileName(path)}: on disk and in the editor`} look="full" onClose={close}>
      <div className={styles.sides}>
        <span>On disk</span>
        <span>In the editor</span>
      </div>
      <div ref={holder} className={styles.merge} />
      <DialogActions>
        <Button look="quiet" onPress={close}>
          Decide Later
        </Button>
        <Button onPress={() => choose(takeTheirs(studio, path))}>
          {conflict ? 'Take Theirs' : 'Discard My Changes'}
        </Button>
        {conflict && (
          <Button look="primary" onPress={() => choose(keepMine(studio, path))}>
            Keep Mine
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function useTextOnDisk(path: string): string | null {
  const studio = useStudio();
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    const { kit, tabs } = studio.store.getState();
    const conflict = tabOf(tabs, path)?.conflict;
    if (conflict?.kind === 'changed') setText(conflict.theirs);
    else if (kit) {
      void studio.host
        .call('artifact.read', { kitId: kit.kitId, path })
        .then((answer) => setText(answer.ok ? answer.value.text : ''));
    }
  }, [studio, path]);
  return text;
}
