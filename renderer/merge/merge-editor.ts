import { history, historyKeymap, standardKeymap } from '@codemirror/commands';
import { codeFolding } from '@codemirror/language';
import { MergeView } from '@codemirror/merge';
import { EditorState, type Extension, type StateField } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { combined, type Merge, type Take, textOf } from '../../shared/merge/merge';
import { textChanges } from '../compare/text-diff';
import { theme } from '../editor/extensions/theme';
import { languageOf } from '../languages/language-of';
import { type Choice, choose, conflictField, conflictMarks, type ShownConflict } from './conflict-field';

/** What stands beside the result. */
export type Beside = 'theirs' | 'mine' | 'base';

/** A conflict as the list shows it. */
export interface ListedConflict {
  readonly choice: Choice;
  /** From 1, in the result. */
  readonly line: number;
  /** True where both sides changed other words. */
  readonly combinable: boolean;
}

export interface MergeEditorOptions {
  readonly path: string;
  readonly merge: Merge;
  readonly onChange: (conflicts: readonly ListedConflict[], current: number) => void;
}

/** The result of a merge, to be written in, beside one of the texts it comes from. */
export class MergeEditor {
  private readonly view: MergeView;
  private readonly field: StateField<readonly ShownConflict[]>;
  private readonly combinable: readonly boolean[];
  private current = 0;

  constructor(
    parent: HTMLElement,
    private readonly options: MergeEditorOptions,
  ) {
    const { merge } = options;
    this.combinable = merge.conflicts.map((part) => combined(part) !== null);
    const first: ShownConflict[] = [];
    let doc = '';
    for (const part of merge.parts) {
      const text = textOf(part);
      if (part.kind === 'conflict')
        first.push({ from: doc.length, to: doc.length + text.length, choice: 'open' });
      doc += text;
    }
    this.field = conflictField(first);
    this.view = new MergeView({
      parent,
      a: {
        doc: this.textOf('theirs'),
        extensions: this.side('Text on disk', [EditorState.readOnly.of(true)]),
      },
      b: { doc, extensions: this.side('Result', this.result()) },
      diffConfig: { override: textChanges },
      gutter: true,
    });
    if (first.length > 0) this.show(0);
    this.tell();
  }

  /** The merged text as it stands. */
  get text(): string {
    return this.view.b.state.doc.toString();
  }

  /** Puts another of the texts beside the result. */
  beside(which: Beside): void {
    const { a } = this.view;
    a.dispatch({ changes: { from: 0, to: a.state.doc.length, insert: this.textOf(which) } });
    a.contentDOM.setAttribute('aria-label', LABELS[which]);
  }

  step(by: 1 | -1): void {
    const { length } = this.conflicts;
    if (length > 0) this.show((this.current + by + length) % length);
  }

  /** Goes to a conflict. */
  show(index: number): void {
    const conflict = this.conflicts[index];
    if (!conflict) return;
    this.current = index;
    this.view.b.dispatch({
      selection: { anchor: conflict.from },
      effects: EditorView.scrollIntoView(conflict.from, { y: 'center' }),
    });
    this.tell();
  }

  /** Decides the current conflict, and goes to the next one that is open. */
  take(take: Take): void {
    this.decide([this.current], take);
    const open = this.conflicts.findIndex(({ choice }, index) => choice === 'open' && index > this.current);
    const next = open >= 0 ? open : this.conflicts.findIndex(({ choice }) => choice === 'open');
    this.show(next >= 0 ? next : this.current);
  }

  takeAll(take: Take): void {
    this.decide(
      this.conflicts.map((_, index) => index),
      take,
    );
    this.tell();
  }

  focus(): void {
    this.view.b.focus();
  }

  destroy(): void {
    this.view.destroy();
  }

  private decide(indices: readonly number[], take: Take): void {
    const { conflicts } = this.options.merge;
    const chosen = indices.flatMap((index) => {
      const [at, part] = [this.conflicts[index], conflicts[index]];
      return at && part ? [{ index, from: at.from, to: at.to, insert: textOf(part, take) }] : [];
    });
    this.view.b.dispatch({
      changes: chosen.map(({ from, to, insert }) => ({ from, to, insert })),
      effects: chosen.map(({ index }) => choose.of({ index, choice: take })),
      userEvent: 'input.take',
    });
  }

  private get conflicts(): readonly ShownConflict[] {
    return this.view.b.state.field(this.field);
  }

  private textOf(which: Beside): string {
    return this.options.merge.parts.map((part) => part[which] ?? '').join('');
  }

  private tell(): void {
    const { doc } = this.view.b.state;
    this.options.onChange(
      this.conflicts.map(({ from, choice }, index) => ({
        choice,
        line: doc.lineAt(from).number,
        combinable: this.combinable[index] ?? false,
      })),
      this.current,
    );
  }

  private result(): Extension {
    return [
      history(),
      this.field,
      conflictMarks(this.field),
      keymap.of([...historyKeymap, ...standardKeymap]),
      EditorView.updateListener.of((update) => {
        // Within the constructor of the view there is nothing to tell yet.
        if (this.view?.b !== update.view || !(update.docChanged || update.selectionSet)) return;
        const { head } = update.state.selection.main;
        const inside = this.conflicts.findIndex(({ from, to }) => head >= from && head <= to);
        if (inside >= 0 && update.selectionSet && !update.docChanged) this.current = inside;
        this.tell();
      }),
    ];
  }

  private side(label: string, more: Extension): Extension {
    return [
      theme,
      lineNumbers(),
      codeFolding(),
      EditorView.lineWrapping,
      languageOf(this.options.path) ?? [],
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
      more,
    ];
  }
}

const LABELS: Readonly<Record<Beside, string>> = {
  theirs: 'Text on disk',
  mine: 'Your text before the merge',
  base: 'Text before both changed it',
};
