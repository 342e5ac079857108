import { useEffect, useRef, useState } from 'react';
import type { Answer } from '../../shared/domain/grade';
import { LONGEST_PASSAGE } from '../../shared/rubric/assessments/find-quote';
import { answerProblems, assess, lastAnsweredBy, selectedPassage } from '../commands/assess';
import { useStudio } from '../commands/studio-context';
import { Button } from '../ui/Button';
import { TextBox } from '../ui/TextBox';
import styles from './Assessment.module.css';

/** Longest note that is kept, in characters. */
const LONGEST_NOTE = 500;

interface AnswerFormProps {
  readonly criterion: string;
  readonly answer: Answer;
  readonly path: string;
  /** Told when the form is done, and whether the answer was kept. */
  readonly onClose: (kept: boolean) => void;
}

/** Asks what an answer rests on. The selected text of the file is taken for the passage. */
export function AnswerForm({ criterion, answer, path, onClose }: AnswerFormProps) {
  const studio = useStudio();
  const [selected] = useState(() => selectedPassage(studio, path));
  const [note, setNote] = useState('');
  const [quote, setQuote] = useState(selected?.text ?? '');
  const [by, setBy] = useState('');
  /** How often the answer was to be kept; what is wrong is told from the first time on. */
  const [tries, setTries] = useState(0);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    void lastAnsweredBy(studio).then((name) => setBy((now) => (now === '' ? name : now)));
  }, [studio]);
  const given = { path, criterion, answer, note, quote, by };
  const problems = tries > 0 ? answerProblems(studio, given) : {};
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  const submit = async () => {
    setTries(tries + 1);
    if (Object.keys(answerProblems(studio, given)).length > 0) return;
    setBusy(true);
    const date = new Date().toISOString().slice(0, 10);
    const kept = await assess(studio, { ...given, date }, selected?.span ?? null);
    setBusy(false);
    if (kept) onClose(true);
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
        label={answer === 'yes' ? 'Note' : 'What is missing'}
        rows={2}
        autoFocus
        isRequired={answer !== 'yes'}
        maxLength={LONGEST_NOTE}
        value={note}
        onChange={setNote}
        error={problems.note ?? null}
      />
      <TextBox
        label="Passage it rests on"
        description={
          quote.length < LONGEST_PASSAGE
            ? 'The answer holds while these words stand in the file. Leave it empty to judge the file as a whole.'
            : `The first ${LONGEST_PASSAGE} characters of the selection are kept.`
        }
        rows={2}
        maxLength={LONGEST_PASSAGE}
        value={quote}
        onChange={setQuote}
        error={problems.quote ?? null}
      />
      <TextBox
        label="Who answers"
        autoComplete="name"
        isRequired
        maxLength={200}
        value={by}
        onChange={setBy}
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
