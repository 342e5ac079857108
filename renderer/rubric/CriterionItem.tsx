import { useMemo, useState } from 'react';
import type { ArtifactReport } from '../../shared/rubric/report';
import type { Span } from '../../shared/text/span';
import { canAssess } from '../commands/assess';
import { goToFinding } from '../commands/fixes';
import { useStudio } from '../commands/studio-context';
import { ANSWER_LOOK, VERDICT_LOOK } from '../look/finding-look';
import { Mark, type MarkShape, type MarkTone } from '../ui/Mark';
import { Assessment } from './Assessment';
import { Examples } from './Examples';
import { FindingList } from './FindingList';
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
  const studio = useStudio();
  const { word, shape, tone } = lookOf(row);
  const asks = row.verdict === 'manual' && row.counts === null && canAssess(studio, report);
  const [open, setOpen] = useState(
    row.counts === 'unmet' || row.verdict === 'error' || (asks && row.waived === null),
  );
  return (
    <li className={styles.criterion} data-verdict={row.verdict}>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <Mark shape={shape} tone={tone} />
          <span className={styles.criterionTitle}>{row.title}</span>
          <span className={styles.verdict}>{word}</span>
          <span className={styles.id}>{row.id}</span>
        </summary>
        {open && (
          <div className={styles.detail}>
            {row.question !== null && <Assessment row={row} question={row.question} report={report} />}
            <FindingList findings={row.findings.filter((finding) => !finding.assessed)} report={report} />
            {row.waived !== null && <p className={styles.reason}>Waived: {row.waived}</p>}
            {row.because !== null && <p className={styles.reason}>The finding of {row.because} says why.</p>}
            {row.reason !== null && <p className={styles.reason}>{row.reason}</p>}
            <Evidence spans={row.evidence} report={report} tone={tone} />
            {saysHint(row) && <p>{row.hint}</p>}
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

/** What to do is said with a gap that has no finding of the program to say it. */
function saysHint(row: CriterionRow): boolean {
  if (row.hint === '' || row.waived !== null) return false;
  return row.counts === 'partly' || (row.counts === 'unmet' && row.findings.every((f) => f.assessed));
}

function lookOf(row: CriterionRow): { word: string; shape: MarkShape; tone: MarkTone } {
  const { verdict, severity, counts, assessed } = row;
  if (assessed && verdict === 'manual') {
    if (assessed.stale) return { ...VERDICT_LOOK.manual, word: 'Answered, text changed' };
    const { word, shape } = ANSWER_LOOK[assessed.answer];
    if (row.waived !== null) return { word: 'Waived', shape, tone: 'quiet' };
    return { word, shape, tone: counts === 'met' ? 'good' : severity };
  }
  const look = VERDICT_LOOK[verdict];
  if (row.waived !== null) return { word: 'Waived', shape: look.shape, tone: 'quiet' };
  return {
    word: look.word,
    shape: look.shape,
    tone: verdict === 'fail' ? severity : VERDICT_LOOK[verdict].tone,
  };
}

interface EvidenceProps {
  readonly spans: readonly Span[];
  readonly report: ArtifactReport;
  readonly tone: MarkTone;
}

function Evidence({ spans, report, tone }: EvidenceProps) {
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
      data-tone={tone}
      onClick={() => goToFinding(studio, { path, span })}
    >
      <q>{text}</q>
      <span className={styles.line}>line {line}</span>
    </button>
  ));
}
