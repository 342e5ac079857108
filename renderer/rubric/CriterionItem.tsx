import { useMemo, useState } from 'react';
import type { ArtifactReport } from '../../shared/rubric/report';
import type { Span } from '../../shared/text/span';
import { goToFinding } from '../commands/fixes';
import { useStudio } from '../commands/studio-context';
import { VERDICT_LOOK } from '../look/finding-look';
import { Mark } from '../ui/Mark';
import { Examples } from './Examples';
import { FindingItem } from './FindingItem';
import styles from './Rubric.module.css';
import { type CriterionRow, quoteOf } from './rubric-view';

/** Passages that are quoted at most; one is proof, many are noise. */
const QUOTES = 3;

/** One criterion: whether it is met, where, why it matters and what to do. */
export function CriterionItem({
  row,
  report,
}: {
  readonly row: CriterionRow;
  readonly report: ArtifactReport;
}) {
  const look = VERDICT_LOOK[row.verdict];
  const tone =
    row.waived !== null ? 'quiet' : row.verdict === 'fail' ? row.severity : VERDICT_LOOK[row.verdict].tone;
  const [open, setOpen] = useState(
    (row.verdict === 'fail' && row.waived === null) || row.verdict === 'error',
  );
  return (
    <li className={styles.criterion} data-verdict={row.verdict}>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <Mark shape={look.shape} tone={tone} />
          <span className={styles.criterionTitle}>{row.title}</span>
          <span className={styles.verdict}>{row.waived === null ? look.word : 'Waived'}</span>
          <span className={styles.id}>{row.id}</span>
        </summary>
        {open && (
          <div className={styles.detail}>
            {row.findings.map((finding) => (
              <FindingItem
                key={`${finding.span.from}-${finding.message}`}
                finding={finding}
                report={report}
              />
            ))}
            {row.waived !== null && <p className={styles.reason}>Waived: {row.waived}</p>}
            {row.because !== null && <p className={styles.reason}>The finding of {row.because} says why.</p>}
            {row.reason !== null && <p className={styles.reason}>{row.reason}</p>}
            <Evidence spans={row.evidence} report={report} />
            {row.verdict === 'fail' && row.findings.length === 0 && row.hint !== '' && <p>{row.hint}</p>}
            {row.why !== '' && (
              <p className={styles.why}>
                <strong>Why committees look for this.</strong> {row.why}
              </p>
            )}
            <Examples meets={row.meets} misses={row.misses} />
          </div>
        )}
      </details>
    </li>
  );
}

function Evidence({ spans, report }: { readonly spans: readonly Span[]; readonly report: ArtifactReport }) {
  const studio = useStudio();
  const { path } = report;
  const quotes = useMemo(() => {
    const doc = studio.buffers.doc(path);
    // Offsets belong to the text of the report: a text edited since would be quoted at the wrong place.
    if (!doc || studio.store.getState().checks.versions.get(path) !== studio.buffers.version(path)) return [];
    return spans
      .filter((span) => span.to > span.from && span.to <= doc.length)
      .slice(0, QUOTES)
      .map((span) => ({
        span,
        line: doc.lineAt(span.from).number,
        text: quoteOf(doc.sliceString(span.from, Math.min(span.to, span.from + 400))),
      }));
  }, [studio, path, spans]);
  return quotes.map(({ span, line, text }) => (
    <button
      key={span.from}
      type="button"
      className={styles.quote}
      onClick={() => goToFinding(studio, { path, span })}
    >
      <q>{text}</q>
      <span className={styles.line}>line {line}</span>
    </button>
  ));
}
