import { gradeWord } from '../look/finding-look';
import type { KindInfo } from '../state/kind-info';
import { Mark } from '../ui/Mark';
import styles from './Rubric.module.css';
import { gradeSentence, type RubricView } from './rubric-view';

interface GradeHeadProps {
  readonly view: RubricView;
  readonly kind: KindInfo;
  readonly template: boolean;
}

/** The grade with what is behind it; never a bare figure. */
export function GradeHead({ view, kind, template }: GradeHeadProps) {
  return (
    <header className={styles.head}>
      <p className={styles.kind}>{kind.title}</p>
      <p className={styles.grade} data-grade={view.grade ?? 'none'}>
        {template ? 'Template' : view.grade ? gradeWord(view.grade, view.waivers) : 'Not graded'}
        <span className={styles.count}>
          {view.met} of {view.judged} criteria met
          {view.assessed > 0 && `, ${view.assessed} judged by you`}
        </span>
      </p>
      <p className={styles.sentence}>
        {template ? 'Blanks are expected here; only the structure is checked.' : gradeSentence(view)}
      </p>
      {view.failing.length > 0 && (
        <ul className={styles.failing} aria-label="Criteria that are not met">
          {view.failing.map((row) => (
            <li key={row.id} title={row.title}>
              <Mark shape="cross" tone={row.severity} />
              {row.id}
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}
