import { ArrowRight } from 'lucide-react';
import { fileName } from '../../shared/domain/kit-path';
import type { Disagreement } from '../../shared/packet/consistency-matrix';
import type { ShownPlace } from '../../shared/packet/places';
import { goToPlace } from '../commands/packet';
import { useStudio } from '../commands/studio-context';
import { SEVERITY_LOOK } from '../look/finding-look';
import { Mark } from '../ui/Mark';
import { visibleName } from '../ui/visible-name';
import { Words } from '../ui/Words';
import styles from './consistency.module.css';

/** Two places that do not agree, side by side, each with its text. */
export function DisagreementItem({ disagreement }: { readonly disagreement: Disagreement }) {
  const { rule, severity, title, message, here, there } = disagreement;
  const { word, shape } = SEVERITY_LOOK[severity];
  return (
    <li className={styles.disagreement}>
      <p className={styles.title}>
        <Mark shape={shape} tone={severity} />
        <span className="visually-hidden">{word}. </span>
        <strong>{title}</strong>
        <span className={styles.id}>{rule}</span>
      </p>
      <p className={styles.message}>
        <Words text={message} />
      </p>
      <div className={styles.sides} data-alone={there.length === 0}>
        <PlaceCard place={here} />
        {there.map((place) => (
          <PlaceCard key={`${place.path} ${place.span.from}`} place={place} says={place.says} />
        ))}
      </div>
    </li>
  );
}

function PlaceCard({ place, says }: { readonly place: ShownPlace; readonly says?: string }) {
  const studio = useStudio();
  const { path, span, line, excerpt, mark } = place;
  return (
    <div className={styles.place}>
      <button
        type="button"
        className={styles.goTo}
        title={path}
        onClick={() => goToPlace(studio, path, span)}
      >
        <span className={styles.file}>{visibleName(fileName(path))}</span>
        <span className={styles.line}>line {line}</span>
        <ArrowRight size={13} aria-hidden="true" />
      </button>
      {says !== undefined && says !== '' && (
        <p className={styles.says}>
          <Words text={says} />
        </p>
      )}
      <p className={styles.excerpt}>
        {excerpt.slice(0, mark.from)}
        {mark.to > mark.from && <mark>{excerpt.slice(mark.from, mark.to)}</mark>}
        {excerpt.slice(mark.to)}
      </p>
    </div>
  );
}
