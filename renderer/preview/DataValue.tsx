import { useContext } from 'react';
import type { CellValue, Tone } from '../../shared/preview/block';
import { movedSpan, type Span } from '../../shared/text/span';
import { keyed } from '../ui/keyed';
import styles from './DataPreview.module.css';
import { CellFormsContext } from './forms/cell-forms';
import { EditableCell } from './forms/EditableCell';
import { heldPieces } from './held-words';

export interface JumpProps {
  readonly onJump: (span: Span) => void;
}

export interface PlacedProps extends JumpProps {
  /** How far places moved since the block was made. */
  readonly shift: number;
}

/** A value of a table, or its pieces. What can be changed is, where somebody writes the text. */
export function Cell({ value, shift, onJump }: { readonly value: CellValue } & PlacedProps) {
  if (value.parts) {
    return (
      <span data-tone={value.tone ?? 'plain'}>
        {keyed(value.parts, (part) => part.edit?.name ?? part.text).map(({ key, item }) => (
          <Cell key={key} value={item} shift={shift} onJump={onJump} />
        ))}
      </span>
    );
  }
  if (value.edit && value.span) return <FormValue value={value} shift={shift} onJump={onJump} />;
  return <Value value={value} onJump={onJump} />;
}

function FormValue({ value, shift, onJump }: { readonly value: CellValue } & PlacedProps) {
  const forms = useContext(CellFormsContext);
  const { edit, span, tone = 'plain' } = value;
  if (!forms || !edit || !span) return <Value value={value} onJump={onJump} />;
  return (
    <EditableCell forms={forms} edit={edit} span={movedSpan(span, shift)} tone={tone}>
      <Marked value={value} />
    </EditableCell>
  );
}

const MARK: Readonly<Partial<Record<Tone, string>>> = { good: '✓', warning: '!', bad: '✕' };

function Marked({ value }: { readonly value: CellValue }) {
  const mark = value.tone ? MARK[value.tone] : undefined;
  return (
    <>
      {mark && <span className={styles.mark}>{mark} </span>}
      <Held text={value.text} />
    </>
  );
}

/** Dates and ids break no line. */
function Held({ text }: { readonly text: string }) {
  const pieces = heldPieces(text);
  if (pieces.length === 1 && !pieces[0]?.held) return text;
  return pieces.map((piece, i) =>
    piece.held ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces are known by their place in the text
      <span key={i} className={styles.held}>
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  );
}

export function Value({ value, onJump }: { readonly value: CellValue } & JumpProps) {
  const text = <Marked value={value} />;
  const { span } = value;
  if (!span) return <span data-tone={value.tone ?? 'plain'}>{text}</span>;
  return (
    // Reached with the pointer; the editor beside it is the keyboard's way to the same line.
    // biome-ignore lint/a11y/useKeyWithClickEvents: hundreds of tab stops in a table would make it unusable by keyboard
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <span
      className={styles.jump}
      data-tone={value.tone ?? 'plain'}
      title="Go to this line"
      onClick={() => onJump(span)}
    >
      {text}
    </span>
  );
}
