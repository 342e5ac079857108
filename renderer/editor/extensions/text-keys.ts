import { closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, historyKeymap, indentWithTab } from '@codemirror/commands';
import { foldKeymap } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { searchKeymap } from '@codemirror/search';
import { type Extension, Prec } from '@codemirror/state';
import { type KeyBinding, keymap } from '@codemirror/view';
import { COMMANDS, type Command } from '../../../shared/commands';

/** Panels of the library for what the studio has a dialog of its own for, or an emptier form of. */
const LEFT_OUT: ReadonlySet<string> = new Set(['Mod-Alt-g', 'Mod-Shift-m']);

const OURS: ReadonlySet<string> = new Set(
  (COMMANDS as readonly Command[]).flatMap(({ accelerator }) =>
    accelerator === undefined
      ? []
      : [normal(accelerator.replaceAll('CmdOrCtrl', 'Mod').replaceAll('+', '-'))],
  ),
);

/** One way to write a binding: `Shift-Mod-k` and `Mod-Shift-K` are the same keys. */
function normal(key: string): string {
  const parts = key.split(/-(?!$)/);
  const last = parts.pop() ?? '';
  return [...parts.sort(), last.toLowerCase().replace(/^arrow/, '')].join('-');
}

/** Bindings but for the keys that commands have by default: those follow the command when its keys are changed. */
function unclaimed(bindings: readonly KeyBinding[]): readonly KeyBinding[] {
  return bindings.filter(({ key }) => key === undefined || !(OURS.has(normal(key)) || LEFT_OUT.has(key)));
}

/** What keys do within the text. Commands of the studio are not among them: they come first, from the window. */
export const textKeys: Extension = [
  Prec.highest(keymap.of([...unclaimed(completionKeymap)])),
  keymap.of([
    ...closeBracketsKeymap,
    ...unclaimed(defaultKeymap),
    ...historyKeymap,
    ...unclaimed(searchKeymap),
    ...unclaimed(foldKeymap),
    ...unclaimed(lintKeymap),
    indentWithTab,
  ]),
];
