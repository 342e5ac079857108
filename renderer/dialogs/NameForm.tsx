import type { ReactNode } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import styles from './Rename.module.css';

interface NameFormProps {
  readonly label: string;
  readonly name: string;
  readonly onName: (name: string) => void;
  /** Why the name cannot be had; null while it can. */
  readonly refused: string | null;
  readonly maxLength: number;
  /** What of the name is selected when the field is entered. */
  readonly select: (input: HTMLInputElement) => void;
  readonly onSubmit: () => void;
  readonly children?: ReactNode;
}

/** A form that asks for a name, for a symbol or a file alike; what the name would do stands below it. */
export function NameForm({
  label,
  name,
  onName,
  refused,
  maxLength,
  select,
  onSubmit,
  children,
}: NameFormProps) {
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <TextField
        className={styles.field ?? ''}
        autoFocus
        isInvalid={refused !== null}
        validationBehavior="aria"
        maxLength={maxLength}
        value={name}
        onChange={onName}
      >
        <Label>{label}</Label>
        <Input spellCheck="false" autoComplete="off" onFocus={(event) => select(event.currentTarget)} />
        <FieldError>{refused}</FieldError>
      </TextField>
      {children}
    </form>
  );
}
