import { useEffect, useRef, useState } from 'react';
import { LONGEST_PASSAGE } from '../../shared/rubric/assessments/find-quote';
import { answerProblems, assess, selectedPassage } from '../commands/assess';
import { notify } from '../commands/notify';
import { useStudio } from '../commands/studio-context';
import type { AnswerDraft } from '../state/answers-slice';
import { Button } from '../ui/Button';
import { TextBox } from '../ui/TextBox';
import styles from './Assessment.module.css';

/** Longest note that is kept, in characters. */
const LONGEST_NOTE = 500;

interface AnswerFormProps {
  readonly criterion: string;
  readonly path: string;
  readonly draft: AnswerDraft;
  readonly autoFocus: boolean;
  readonly onChange: (draft: AnswerDraft) => void;
  /** Told when the form is done, and whether the answer was kept. */
  readonly onClose: (kept: boolean) => void;
}

/** Asks what an answer rests on. */
export function AnswerForm({ criterion, path, draft, autoFocus, onChange, onClose }: AnswerFormProps) {
  const studio = useStudio();
  /** How often the answer was to be kept; what is wrong is told from the first time on. */
  const [tries, setTries] = useState(0);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { near, ...words } = draft;
  const given = { path, criterion, ...words };
  const problems = tries > 0 ? answerProblems(studio, given) : {};
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  const submit = async () => {
    setTries(tries + 1);
    if (Object.keys(answerProblems(studio, given)).length > 0) return;
    setBusy(true);
    const date = new Date().toISOString().slice(0, 10);
    const kept = await assess(studio, { ...given, date }, near);
    setBusy(false);
    if (kept) onClose(true);
  };
  const takeSelection = () => {
    const selected = selectedPassage(studio, path);
    if (selected) onChange({ ...draft, quote: selected.text, near: selected.span });
    else notify(studio, 'info', 'Select the passage in the editor first.');
  };
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextBox
        label={draft.answer === 'yes' ? 'Note' : 'What is missing'}
        rows={2}
        autoFocus={autoFocus}
        isRequired={draft.answer !== 'yes'}
        maxLength={LONGEST_NOTE}
        value={draft.note}
        onChange={(note) => onChange({ ...draft, note })}
        error={problems.note ?? null}
      />
      <TextBox
        label="Passage it rests on"
        description={
          draft.quote.length < LONGEST_PASSAGE
            ? 'The answer holds while these words stand in the file. Leave it empty to judge the file as a whole.'
            : `The first ${LONGEST_PASSAGE} characters of the selection are kept.`
        }
        rows={2}
        maxLength={LONGEST_PASSAGE}
        value={draft.quote}
        onChange={(quote) => onChange({ ...draft, quote, near: null })}
        error={problems.quote ?? null}
      />
      <div className={styles.actions}>
        <Button onPress={takeSelection}>Use Selection</Button>
      </div>
      <TextBox
        label="Who answers"
        autoComplete="name"
        isRequired
        maxLength={200}
        value={draft.by}
        onChange={(by) => onChange({ ...draft, by })}
        error={problems.by ?? null}
      />
      <div className={styles.actions}>
        <Button look="primary" type="submit" isDisabled={busy}>
          Keep Answer
        </Button>
        <Button look="quiet" onPress={() => onClose(false)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
