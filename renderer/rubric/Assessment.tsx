import { useId, useRef, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Answer } from '../../shared/domain/grade';
import { ANSWERS, type Assessed } from '../../shared/rubric/assessments/assessment';
import type { ArtifactReport } from '../../shared/rubric/report';
import { beginAnswer, canAssess, showAnswer } from '../commands/assess';
import { useStudio, useStudioState } from '../commands/studio-context';
import { canWaive } from '../commands/waive';
import { ANSWER_WORD } from '../look/finding-look';
import { draftKey, withDraft, withoutDraft } from '../state/answers-slice';
import { update } from '../state/studio-state';
import { Button } from '../ui/Button';
import { AnswerForm } from './AnswerForm';
import styles from './Assessment.module.css';
import type { CriterionRow } from './rubric-view';

interface AssessmentProps {
  readonly row: CriterionRow;
  readonly question: string;
  readonly report: ArtifactReport;
}

/** A question that only a person can answer, with the answer in force, or three to choose from. */
export function Assessment({ row, question, report }: AssessmentProps) {
  const studio = useStudio();
  const [again, setAgain] = useState(false);
  /** True once an answer was chosen here: only then may the form take the focus. */
  const [chosen, setChosen] = useState(false);
  const key = useStudioState((state) => draftKey(state.kit?.kitId ?? '', report.path, row.id));
  const draft = useStudioState((state) => state.answers.get(key)) ?? null;
  const element = useRef<HTMLDivElement>(null);
  const questionId = useId();
  const { assessed } = row;
  const inForce = assessed !== null && !assessed.stale;
  const able = canAssess(studio, report);
  const choosing = able && (!inForce || again || draft !== null);
  const finding = row.findings.find((one) => one.assessed);
  const close = (kept: boolean) => {
    update(studio.store, 'answers', (answers) => withoutDraft(answers, key));
    setAgain(false);
    // The row may leave the list with its answer; the keyboard must not be left nowhere.
    if (kept) element.current?.closest<HTMLElement>('[data-region-focus]')?.focus();
  };
  return (
    <div ref={element} className={styles.assessment}>
      <p id={questionId} className={styles.question}>
        {question}
      </p>
      {assessed && <Given assessed={assessed} />}
      {inForce && (
        <div className={styles.actions}>
          {able && (
            <Button aria-expanded={choosing} onPress={() => (choosing ? close(false) : setAgain(true))}>
              Answer Again
            </Button>
          )}
          <Button look="quiet" onPress={() => void showAnswer(studio, report.path, row.id)}>
            Show in File
          </Button>
          {finding && canWaive(studio, finding) && (
            <Button
              look="quiet"
              onPress={() => studio.store.setState({ overlay: { kind: 'waive', finding } })}
            >
              Waive…
            </Button>
          )}
        </div>
      )}
      {choosing && (
        <ToggleButtonGroup
          className={styles.answers ?? ''}
          aria-labelledby={questionId}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={draft === null ? [] : [draft.answer]}
          onSelectionChange={([one]) => {
            if (one === undefined) return;
            setChosen(true);
            beginAnswer(studio, report.path, row.id, one as Answer);
          }}
        >
          {ANSWERS.map((one) => (
            <ToggleButton key={one} id={one} className={styles.answer ?? ''}>
              {ANSWER_WORD[one]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      {choosing && draft !== null && (
        <AnswerForm
          criterion={row.id}
          path={report.path}
          draft={draft}
          autoFocus={chosen}
          onChange={(now) => update(studio.store, 'answers', (answers) => withDraft(answers, key, now))}
          onClose={close}
        />
      )}
    </div>
  );
}

/** What was answered, by whom and when, and what others said. */
function Given({ assessed }: { readonly assessed: Assessed }) {
  const { answer, note, by, date, stale, others = [] } = assessed;
  return (
    <>
      {stale && (
        <p className={styles.stale}>
          Answered, text changed. The passage this answer rests on is no longer in the file, so it does not
          count.
        </p>
      )}
      <p className={styles.given}>
        <strong>{ANSWER_WORD[answer]}.</strong> {note}
      </p>
      <p className={styles.who}>
        {by}, <time dateTime={date}>{date}</time>
        {others.map((other) => ` · ${ANSWER_WORD[other.answer]}, says ${other.by}, ${other.date}`).join('')}
      </p>
      {stale && assessed.quote !== undefined && (
        <blockquote className={styles.gone}>
          <q>{assessed.quote}</q>
        </blockquote>
      )}
    </>
  );
}
