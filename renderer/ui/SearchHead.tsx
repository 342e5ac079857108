import type { ReactNode } from 'react';
import { Input, SearchField } from 'react-aria-components';
import styles from './SearchHead.module.css';

export interface SearchHeadProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Stands beside the field. */
  readonly children?: ReactNode;
}

/** The head of a dialog that holds a long list: a field that finds something in it. */
export function SearchHead({ label, placeholder, value, onChange, children }: SearchHeadProps) {
  return (
    <div className={styles.head}>
      <SearchField aria-label={label} value={value} onChange={onChange} autoFocus>
        <Input placeholder={placeholder} className={styles.search ?? ''} />
      </SearchField>
      {children}
    </div>
  );
}
