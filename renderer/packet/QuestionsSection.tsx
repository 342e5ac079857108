import { useState } from 'react';
import { shortMinutes, spellMinutes } from '../../shared/packet/estimates';
import type { Question } from '../../shared/packet/questions';
import { goToPlace } from '../commands/packet';
import { useStudio } from '../commands/studio-context';
import { SEVERITY_LOOK } from '../look/finding-look';
import { Button } from '../ui/Button';
import { Mark } from '../ui/Mark';
import { visibleName } from '../ui/visible-name';
import styles from './next.module.css';
import { Section } from './Section';

const SHORT = 5;

/** What only a person can judge, and nobody has, or whose passage changed since. */
export function QuestionsSection({ questions }: { readonly questions: readonly Question[] }) {
  const studio = useStudio();
  const [all, setAll] = useState(false);
  const shown = all ? questions : questions.slice(0, SHORT);
  const hidden = questions.length - shown.length;
  return (
    <Section id="questions" title="Self-assessments due" text={textOf(questions)}>
      {shown.length > 0 && (
        <ul className={styles.list}>
          {shown.map(({ path, id, label, question, severity, stale, minutes }) => (
            <li key={`${path} ${id}`}>
              <button
                type="button"
                className={styles.row}
                title={path}
                onClick={() => goToPlace(studio, path, null, true)}
              >
                <span className={styles.severity}>
                  <Mark shape="question" tone={severity} />
                  <span className="visually-hidden">{SEVERITY_LOOK[severity].word}. </span>
                </span>
                <span className={styles.what}>
                  <strong>{visibleName(label)}:</strong> {question}
                  {stale && <span className={styles.lift}> answered, the text changed</span>}
                </span>
                <span className={styles.id}>{id}</span>
                <span className={styles.minutes}>{shortMinutes(minutes)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {(hidden > 0 || (all && questions.length > SHORT)) && (
        <Button look="quiet" onPress={() => setAll(!all)}>
          {all ? 'Show Fewer' : `Show ${hidden} More`}
        </Button>
      )}
    </Section>
  );
}

function textOf(questions: readonly Question[]): string {
  if (questions.length === 0) return 'Every question that only a person can judge is answered.';
  const stale = questions.filter((question) => question.stale).length;
  const minutes = questions.reduce((sum, question) => sum + question.minutes, 0);
  const first = `${questions.length} ${questions.length === 1 ? 'question waits' : 'questions wait'} for you, about ${spellMinutes(minutes)}.`;
  if (stale === 0) return first;
  return `${first} ${stale} of them ${stale === 1 ? 'was' : 'were'} answered before the text changed.`;
}
