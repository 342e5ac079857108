import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import styles from './TextBox.module.css';

export interface TextBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with the value; null when nothing is, or nobody asked yet. */
  readonly error?: string | null;
  /** Said below the label, and read with it. */
  readonly description?: string;
  /** Lines of a text that may be longer than one; a single line without. */
  readonly rows?: number;
  readonly maxLength: number;
  readonly isRequired?: boolean;
  readonly autoFocus?: boolean;
  /** As the browser knows it: `name` for a person's name. */
  readonly autoComplete?: string;
}

/** A labelled field for text, with what is wrong with it below. */
export function TextBox(props: TextBoxProps) {
  const { label, error = null, description, rows, autoComplete = 'off', ...field } = props;
  return (
    <TextField {...field} className={styles.field ?? ''} isInvalid={error !== null} validationBehavior="aria">
      <Label>{label}</Label>
      {description !== undefined && (
        <Text slot="description" className={styles.description ?? ''}>
          {description}
        </Text>
      )}
      {rows === undefined ? <Input autoComplete={autoComplete} /> : <TextArea rows={rows} />}
      <FieldError>{error}</FieldError>
    </TextField>
  );
}
