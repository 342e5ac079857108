import { X } from 'lucide-react';
import { Button, Label, Tag, TagGroup, TagList } from 'react-aria-components';
import { changeSettings } from '../commands/settings';
import { useStudio, useStudioState } from '../commands/studio-context';
import styles from './Settings.module.css';

/** The user's own dictionary, to take a word out of it again. Hidden while it is empty: words are added where they stand. */
export function MyWords() {
  const studio = useStudio();
  const words = useStudioState((state) => state.app.settings.words);
  if (words.length === 0) return null;
  return (
    <TagGroup
      className={styles.words ?? ''}
      onRemove={(keys) => void changeSettings(studio, { words: words.filter((word) => !keys.has(word)) })}
    >
      <Label className={styles.label ?? ''}>My dictionary</Label>
      <TagList className={styles.wordList ?? ''}>
        {words.map((word) => (
          <Tag key={word} id={word} textValue={word} className={styles.word ?? ''}>
            {word}
            <Button slot="remove" aria-label={`Remove ${word}`}>
              <X size={12} aria-hidden="true" />
            </Button>
          </Tag>
        ))}
      </TagList>
    </TagGroup>
  );
}
