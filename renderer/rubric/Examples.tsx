import { useState } from 'react';
import type { ExampleInfo } from '../state/kind-info';
import { markedPieces } from './marked-pieces';
import styles from './Rubric.module.css';

/** A passage that meets a criterion beside one that does not, folded: seeing both says more than the rule. */
export function Examples({
  meets,
  misses,
}: {
  readonly meets: ExampleInfo | null;
  readonly misses: ExampleInfo | null;
}) {
  const [open, setOpen] = useState(false);
  if (!meets && !misses) return null;
  return (
    <details className={styles.examples} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Examples</summary>
      {open && meets && <Passage label="Meets it" example={meets} tone="good" />}
      {open && misses && <Passage label="Does not" example={misses} tone="must" />}
    </details>
  );
}

function Passage({
  label,
  example,
  tone,
}: {
  readonly label: string;
  readonly example: ExampleInfo;
  readonly tone: 'good' | 'must';
}) {
  return (
    <figure className={styles.passage} data-tone={tone}>
      <figcaption>{label}</figcaption>
      <pre>
        <code>
          {markedPieces(example.source, example.marked).map(({ text, marked, from }) =>
            marked ? <mark key={from}>{text}</mark> : text,
          )}
        </code>
      </pre>
    </figure>
  );
}
