import { CaseSensitive, ChevronRight, Regex, WholeWord } from 'lucide-react';
import { useId, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { changeSearch } from '../commands/search';
import { useStudio, useStudioState } from '../commands/studio-context';
import styles from './Search.module.css';

/** Longest query and pattern, in UTF-16 units. */
const LONGEST = 1000;

const SWITCHES = [
  { field: 'matchCase', label: 'Match case', icon: CaseSensitive },
  { field: 'wholeWord', label: 'Whole words', icon: WholeWord },
  { field: 'regex', label: 'Regular expression', icon: Regex },
] as const;

/** What is looked for, where, and what shall stand there instead. */
export function SearchForm() {
  const studio = useStudio();
  const search = useStudioState((state) => state.search);
  const readOnly = useStudioState((state) => state.kit?.readOnly === true);
  const [files, setFiles] = useState(search.include !== '' || search.exclude !== '');
  const error = useId();
  const { replacing } = search;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the element for it is younger than the oldest engine.
    <div role="search" className={styles.form} aria-label="Search the kit">
      <div className={styles.query} data-invalid={search.error !== null}>
        <input
          data-search-text=""
          aria-label="Find"
          placeholder="Find"
          className={styles.input}
          maxLength={LONGEST}
          spellCheck={false}
          value={search.text}
          aria-invalid={search.error !== null}
          aria-describedby={search.error === null ? undefined : error}
          onChange={(event) => changeSearch(studio, { text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === 'ArrowDown') {
              event.preventDefault();
              document.querySelector<HTMLElement>('[data-search-results] [role="row"]')?.focus();
            }
          }}
        />
        {SWITCHES.map(({ field, label, icon: Icon }) => (
          <ToggleButton
            key={field}
            aria-label={label}
            className={styles.switch ?? ''}
            isSelected={search[field]}
            onChange={(on) => changeSearch(studio, { [field]: on })}
          >
            <Icon size={15} aria-hidden="true" />
          </ToggleButton>
        ))}
      </div>
      {search.error !== null && (
        <p id={error} className={styles.error}>
          {search.error}
        </p>
      )}
      {replacing && (
        <div className={styles.query}>
          <input
            aria-label="Replace with"
            placeholder="Replace with"
            className={styles.input}
            maxLength={LONGEST}
            spellCheck={false}
            value={search.replacement}
            onChange={(event) => changeSearch(studio, { replacement: event.target.value })}
          />
        </div>
      )}
      <div className={styles.folds}>
        <Fold open={files} label="Files" onChange={setFiles} />
        {!readOnly && (
          <Fold
            open={replacing}
            label="Replace"
            onChange={(open) => changeSearch(studio, { replacing: open })}
          />
        )}
      </div>
      {files && (
        <div className={styles.files}>
          <PatternField field="include" label="Only in" placeholder="*.md, docs" />
          <PatternField field="exclude" label="Not in" placeholder="templates" />
        </div>
      )}
    </div>
  );
}

interface FoldProps {
  readonly open: boolean;
  readonly label: string;
  readonly onChange: (open: boolean) => void;
}

function Fold({ open, label, onChange }: FoldProps) {
  return (
    <button type="button" className={styles.fold} aria-expanded={open} onClick={() => onChange(!open)}>
      <ChevronRight size={13} className={styles.foldMark} aria-hidden="true" />
      {label}
    </button>
  );
}

interface PatternFieldProps {
  readonly field: 'include' | 'exclude';
  readonly label: string;
  readonly placeholder: string;
}

function PatternField({ field, label, placeholder }: PatternFieldProps) {
  const studio = useStudio();
  const value = useStudioState((state) => state.search[field]);
  return (
    <label className={styles.pattern}>
      <span>{label}</span>
      <input
        className={styles.input}
        placeholder={placeholder}
        maxLength={LONGEST}
        spellCheck={false}
        value={value}
        onChange={(event) => changeSearch(studio, { [field]: event.target.value })}
      />
    </label>
  );
}
