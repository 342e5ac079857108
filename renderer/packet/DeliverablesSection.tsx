import { useState } from 'react';
import type { Deliverable, DeliverableFile, Gap } from '../../shared/packet/deliverables';
import { shortMinutes, spellMinutes } from '../../shared/packet/estimates';
import type { PacketView } from '../../shared/packet/packet-view';
import { goToPlace } from '../commands/packet';
import { useStudio } from '../commands/studio-context';
import { GRADE_WORD, gradeWord, SEVERITY_LOOK } from '../look/finding-look';
import { Button } from '../ui/Button';
import { Mark } from '../ui/Mark';
import { visibleName } from '../ui/visible-name';
import styles from './deliverables.module.css';
import { Section } from './Section';

/** Gaps that a card lists before somebody asks for more. */
const SHORT = 4;

/** The four things that a committee reads, each with its grade and what is behind it. */
export function DeliverablesSection({ view }: { readonly view: PacketView }) {
  return (
    <Section id="deliverables" title="Deliverables">
      <ul className={styles.cards}>
        {view.deliverables.map((one) => (
          <li key={one.part} className={styles.card}>
            <Card deliverable={one} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Card({ deliverable }: { readonly deliverable: Deliverable }) {
  const { name, grade, missing, met, judged, waivers, gaps, files, toStaff, minutes } = deliverable;
  const [all, setAll] = useState(false);
  const shown = all ? gaps : gaps.slice(0, SHORT);
  const hidden = gaps.length - shown.length;
  return (
    <>
      <h4>{name}</h4>
      <p className={styles.grade} data-grade={grade ?? 'none'}>
        {missing !== null ? 'Not begun' : grade ? gradeWord(grade, waivers) : 'Not graded'}
      </p>
      <p className={styles.facts}>{factsOf(missing, met, judged)}</p>
      {judged > 0 && (
        <div className={styles.track} aria-hidden="true">
          <span style={{ inlineSize: `${(100 * met) / judged}%` }} />
        </div>
      )}
      {minutes > 0 && <p className={styles.time}>{timeOf(grade, missing, toStaff, minutes)}</p>}
      {shown.length > 0 && (
        <ul className={styles.gaps} aria-label={`What is not met in ${name}`}>
          {shown.map((gap) => (
            <GapItem key={`${gap.path} ${gap.id}`} gap={gap} />
          ))}
        </ul>
      )}
      {(hidden > 0 || (all && gaps.length > SHORT)) && (
        <Button look="quiet" onPress={() => setAll(!all)}>
          {all ? 'Show Fewer' : `Show ${hidden} More`}
        </Button>
      )}
      {files.length > 0 && (
        <details className={styles.files}>
          <summary>
            {files.length} {files.length === 1 ? 'file' : 'files'}
          </summary>
          <ul>
            {files.map((file) => (
              <FileItem key={file.path} file={file} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function factsOf(missing: string | null, met: number, judged: number): string {
  const criteria = `${met} of ${judged} criteria met`;
  if (missing === null) return criteria;
  return judged > 0 ? `${missing}: none yet. ${criteria} in the rest` : `${missing}: none yet`;
}

function timeOf(
  grade: Deliverable['grade'],
  missing: string | null,
  toStaff: number,
  minutes: number,
): string {
  if (grade === 'staff-ready' || missing !== null) return `${spellMinutes(minutes)} for all that is open`;
  if (toStaff === minutes) return `${spellMinutes(toStaff)} to staff-ready`;
  return `${spellMinutes(toStaff)} to staff-ready, ${spellMinutes(minutes)} for all`;
}

function GapItem({ gap }: { readonly gap: Gap }) {
  const studio = useStudio();
  const { severity, title, label, id, path, span } = gap;
  return (
    <li>
      <button
        type="button"
        className={styles.gap}
        title={path}
        onClick={() => goToPlace(studio, path, span, span === null)}
      >
        <Mark shape="cross" tone={severity} />
        <span>
          {title}
          <span className={styles.where}>
            {visibleName(label)} · {id} · <span>{SEVERITY_LOOK[severity].word.toLowerCase()}</span>
          </span>
        </span>
      </button>
    </li>
  );
}

function FileItem({ file }: { readonly file: DeliverableFile }) {
  const studio = useStudio();
  const { path, label, grade, minutes } = file;
  return (
    <li>
      <button
        type="button"
        className={styles.file}
        title={path}
        onClick={() => goToPlace(studio, path, null)}
      >
        <span className={styles.name}>{visibleName(label)}</span>
        <span>{grade ? GRADE_WORD[grade] : ''}</span>
        <span className={styles.minutes}>{minutes > 0 ? shortMinutes(minutes) : ''}</span>
      </button>
    </li>
  );
}
