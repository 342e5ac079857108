import { invertedEffects } from '@codemirror/commands';
import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import type { Take } from '../../shared/merge/merge';

/** What was chosen for a conflict. `open`: nothing yet. `edited`: it was written by hand. */
export type Choice = Take | 'open' | 'edited';

/** A conflict in the merged text. */
export interface ShownConflict {
  readonly from: number;
  readonly to: number;
  readonly choice: Choice;
}

/** Chooses for one conflict; the text is put in by the same transaction. */
export const choose = StateEffect.define<{ readonly index: number; readonly choice: Choice }>();
/** Puts all choices back, for undo and redo. */
const putBack = StateEffect.define<readonly Choice[]>();

/** The conflicts of a merged text: where they stand as it is edited, and what was chosen. Undo takes choices back with their text. */
export function conflictField(first: readonly ShownConflict[]): StateField<readonly ShownConflict[]> {
  return StateField.define<readonly ShownConflict[]>({
    create: () => first,
    update: (conflicts, transaction) => {
      const chosen = new Map<number, Choice>();
      let restored: readonly Choice[] | null = null;
      for (const effect of transaction.effects) {
        if (effect.is(choose)) chosen.set(effect.value.index, effect.value.choice);
        else if (effect.is(putBack)) restored = effect.value;
      }
      if (!transaction.docChanged && chosen.size === 0 && !restored) return conflicts;
      return conflicts.map(({ from, to, choice }, index) => {
        const { changes } = transaction;
        const written = transaction.docChanged && changes.touchesRange(from, to) !== false;
        return {
          from: changes.mapPos(from, -1),
          to: changes.mapPos(to, 1),
          choice: restored?.[index] ?? chosen.get(index) ?? (written ? 'edited' : choice),
        };
      });
    },
    provide: (field) => [
      invertedEffects.of((transaction) => {
        const before = transaction.startState.field(field).map(({ choice }) => choice);
        const after = transaction.state.field(field);
        return after.some(({ choice }, index) => choice !== before[index]) ? [putBack.of(before)] : [];
      }),
    ],
  });
}

const WORDS: Readonly<Record<Choice, string>> = {
  open: 'not decided, yours is shown',
  mine: 'yours',
  theirs: 'from disk',
  both: 'yours, then from disk',
  words: 'the words of both',
  edited: 'edited by hand',
};

export function choiceWords(choice: Choice): string {
  return WORDS[choice];
}

/** A line above each conflict that says what stands there, and marks on its lines. */
export function conflictMarks(field: StateField<readonly ShownConflict[]>): Extension {
  return [
    EditorView.decorations.compute([field, 'doc'], (state) => marksOf(state, state.field(field))),
    EditorView.editorAttributes.of({ class: 'cm-merging' }),
  ];
}

function marksOf(state: EditorState, conflicts: readonly ShownConflict[]): DecorationSet {
  const ranges = conflicts.flatMap(({ from, to, choice }, index) => {
    const first = state.doc.lineAt(from);
    const marks = [
      Decoration.widget({
        widget: new ConflictLine(`Conflict ${index + 1}: ${WORDS[choice]}`, choice === 'open'),
        block: true,
        side: -1,
      }).range(first.from),
    ];
    for (let at = first.from; at < to; ) {
      const line = state.doc.lineAt(at);
      marks.push(
        Decoration.line({ class: choice === 'open' ? 'cm-openConflict' : 'cm-decidedConflict' }).range(
          line.from,
        ),
      );
      at = line.to + 1;
    }
    return marks;
  });
  return Decoration.set(ranges, true);
}

class ConflictLine extends WidgetType {
  constructor(
    private readonly text: string,
    private readonly open: boolean,
  ) {
    super();
  }

  override eq(other: ConflictLine): boolean {
    return other.text === this.text && other.open === this.open;
  }

  toDOM(): HTMLElement {
    const line = document.createElement('div');
    line.className = 'cm-conflictLine';
    line.dataset['open'] = String(this.open);
    line.textContent = this.text;
    return line;
  }
}
