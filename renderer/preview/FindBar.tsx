import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { IconButton } from '../ui/Button';
import styles from './PreviewBar.module.css';
import type { PreviewSearchState } from './use-preview-search';

export interface FindBarProps {
  readonly search: PreviewSearchState;
  /** Counts up each time the search is asked for, to take the focus. */
  readonly asked: number;
  readonly onClose: () => void;
}

/** The search within the preview: words, how many places, and steps between them. */
export function FindBar({ search, asked, onClose }: FindBarProps) {
  const field = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again is the reason to focus again
  useEffect(() => field.current?.select(), [asked]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') search.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const told =
    search.query === ''
      ? ''
      : search.searching
        ? '…'
        : search.count === 0
          ? 'None'
          : `${search.current} of ${search.count}`;
  return (
    <search className={styles.find} aria-label="Find in preview">
      <input
        ref={field}
        type="search"
        aria-label="Find in preview"
        placeholder="Find in preview"
        value={search.query}
        spellCheck={false}
        onChange={(event) => search.setQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <output className={styles.count}>{told}</output>
      <IconButton label="Previous place" onPress={() => search.step(-1)} isDisabled={search.count === 0}>
        <ChevronUp size={14} aria-hidden="true" />
      </IconButton>
      <IconButton label="Next place" onPress={() => search.step(1)} isDisabled={search.count === 0}>
        <ChevronDown size={14} aria-hidden="true" />
      </IconButton>
      <IconButton label="Close the search" onPress={onClose}>
        <X size={14} aria-hidden="true" />
      </IconButton>
    </search>
  );
}
