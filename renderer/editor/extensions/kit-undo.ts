import { type EditorState, type Extension, Prec } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';

/** Undo and redo, by key or from the menu, where what comes next was done to several files: `step` then does it in all of them and says so. */
export function kitUndo(step: (state: EditorState, direction: 'undo' | 'redo') => boolean): Extension {
  const run = (direction: 'undo' | 'redo') => (view: EditorView) => step(view.state, direction);
  return Prec.high([
    keymap.of([
      { key: 'Mod-z', run: run('undo') },
      { key: 'Mod-y', run: run('redo') },
      { key: 'Mod-Shift-z', run: run('redo') },
    ]),
    EditorView.domEventHandlers({
      beforeinput({ inputType }, view) {
        if (inputType === 'historyUndo') return step(view.state, 'undo');
        return inputType === 'historyRedo' && step(view.state, 'redo');
      },
    }),
  ]);
}
