import { useState } from 'react';
import { newPacket } from '../commands/kits';
import { useStudio } from '../commands/studio-context';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import styles from './dialogs.module.css';

const CHOICES = [
  {
    content: 'blank',
    title: 'Blank packet',
    text: 'The templates and empty folders for the four parts. For a story you know already.',
  },
  {
    content: 'example',
    title: 'Worked example to rewrite',
    text: 'The whole finished packet as your own copy. Replace it piece by piece and watch the rubric hold.',
  },
] as const;

/** What a new packet starts from; where it goes is asked by the system's own dialog. */
export function NewPacket() {
  const studio = useStudio();
  const [content, setContent] = useState<'blank' | 'example'>('blank');
  const close = () => studio.store.setState({ overlay: null });
  const create = () => {
    close();
    void newPacket(studio, content);
  };
  return (
    <Dialog title="New packet from the kit" onClose={close}>
      <fieldset className={styles.choices}>
        <legend className="visually-hidden">What to start from</legend>
        {CHOICES.map((choice) => (
          <label key={choice.content} className={styles.choice}>
            <input
              type="radio"
              name="packet-content"
              checked={content === choice.content}
              onChange={() => setContent(choice.content)}
            />
            <span>
              <span className={styles.choiceTitle}>{choice.title}</span>
              <span className={styles.soft}>{choice.text}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <DialogActions>
        <Button look="quiet" onPress={close}>
          Cancel
        </Button>
        <Button look="primary" onPress={create}>
          Choose a Folder…
        </Button>
      </DialogActions>
    </Dialog>
  );
}
