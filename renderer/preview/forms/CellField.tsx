import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { type CellEdit, typedProblem } from '../../../shared/preview/cell-edit';
import { dayAfter } from './day-after';
import styles from './forms.module.css';

/** Where the focus goes when a field is closed. */
export type Onward = 'stay' | 'down' | 'next' | 'before' | 'elsewhere';

export interface CellFieldProps {
  readonly edit: CellEdit;
  /** What it opens with: the value, or the first letter of another one. */
  readonly start: string;
  readonly onCommit: (typed: string, onward: Onward) => void;
  readonly onCancel: (onward: Onward) => void;
}

const KEYS: Readonly<Record<string, Onward>> = { Enter: 'down', Tab: 'next', F2: 'stay' };

/** The field of one value. What cannot be written is said under it and keeps it open. */
export function CellField({ edit, start, onCommit, onCancel }: CellFieldProps) {
  const [typed, setTyped] = useState(start);
  const [problem, setProblem] = useState<string | null>(null);
  const done = useRef(false);
  const field = useRef<HTMLInputElement | HTMLSelectElement>(null);
  const note = useId();

  // A value is taken whole, so that typing puts another one in its place; a first letter is gone on with.
  const whole = useRef(start === edit.value);
  useEffect(() => {
    field.current?.focus();
    if (whole.current && field.current instanceof HTMLInputElement) field.current.select();
  }, []);

  const commit = (onward: Onward, unreadable: boolean) => {
    // What was there before may be anything, and is left as it is.
    if (typed === edit.value && !unreadable && !done.current) {
      done.current = true;
      return onCancel(onward);
    }
    const wrong = unreadable ? 'This is no number.' : typedProblem(edit, typed);
    if (wrong !== null && onward !== 'elsewhere') return setProblem(wrong);
    if (done.current) return;
    done.current = true;
    if (wrong !== null || typed.trim() === edit.value) onCancel(onward);
    else onCommit(typed.trim(), onward);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>) => {
    // What is typed here is for the field alone.
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      done.current = true;
      onCancel('stay');
      return;
    }
    const onward = event.key === 'Tab' && event.shiftKey ? 'before' : KEYS[event.key];
    if (onward !== undefined && !event.nativeEvent.isComposing) {
      event.preventDefault();
      commit(onward, badInput(event.currentTarget));
      return;
    }
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (edit.type === 'date' && step !== 0) {
      event.preventDefault();
      setTyped((before) => dayAfter(before, step));
    }
  };
  const shared = {
    'aria-label': edit.name,
    'aria-invalid': problem !== null,
    'aria-describedby': problem === null ? undefined : note,
    value: typed,
    onKeyDown,
  };
  const changed = (value: string) => {
    setTyped(value);
    setProblem(null);
  };
  return (
    <>
      {edit.type === 'choice' ? (
        <select
          {...shared}
          ref={field as RefObject<HTMLSelectElement>}
          onChange={(event) => changed(event.target.value)}
          onBlur={() => commit('elsewhere', false)}
        >
          {!edit.choices.some(({ value }) => value === edit.value) && (
            <option value={edit.value} disabled={!edit.optional || edit.value !== ''}>
              {edit.value || '–'}
            </option>
          )}
          {edit.optional && edit.value !== '' && <option value="">–</option>}
          {edit.choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label ?? value}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          ref={field as RefObject<HTMLInputElement>}
          type={edit.type === 'number' ? 'number' : 'text'}
          data-type={edit.type}
          placeholder={edit.type === 'date' ? 'YYYY-MM-DD' : undefined}
          min={edit.type === 'number' ? edit.min : undefined}
          max={edit.type === 'number' ? edit.max : undefined}
          step={edit.type === 'number' ? (edit.whole ? 1 : 'any') : undefined}
          autoComplete="off"
          spellCheck={edit.type === 'text'}
          onChange={(event) => changed(event.target.value)}
          onBlur={(event) => commit('elsewhere', badInput(event.target))}
        />
      )}
      {problem !== null && (
        <span id={note} ref={inSight} role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </>
  );
}

/** Something was typed that the field of a number cannot read: its value is empty then. */
function badInput(field: HTMLInputElement | HTMLSelectElement): boolean {
  return field.validity.badInput;
}

/** A sentence that comes up is seen, also at the edge of the page. */
function inSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
