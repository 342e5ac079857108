import { indentUnit } from '@codemirror/language';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Settings } from '../../../shared/ipc/payloads';
import { isProse } from '../../languages/language-of';
import { monoLines } from './mono-lines';

/** The settings that an editor is made with; colours, sizes and faces come from the page's style. */
export type Measures = Pick<Settings, 'wrap' | 'tabWidth' | 'font'>;

/** Holds {@link measuresOf}; reconfigured when the settings change. */
export const measures = new Compartment();

/** Wrapping, tabs and faces as the settings want them. Prose always wraps; data is always in mono. */
export function measuresOf(path: string, { wrap, tabWidth, font }: Measures): Extension {
  const prose = isProse(path);
  return [
    prose || wrap ? EditorView.lineWrapping : [],
    EditorState.tabSize.of(tabWidth),
    indentUnit.of(' '.repeat(tabWidth)),
    prose && font !== 'mono' ? monoLines : [],
  ];
}
