import { useState } from 'react';
import type { ConsistencyMatrix, MatrixCell } from '../../shared/packet/consistency-matrix';
import { useStudioState } from '../commands/studio-context';
import { Button } from '../ui/Button';
import { Mark } from '../ui/Mark';
import { ConsistencyGrid, sidesOf } from './ConsistencyGrid';
import styles from './consistency.module.css';
import { DisagreementItem } from './DisagreementItem';
import { Section } from './Section';

/** Disagreements that are listed at once. */
const SHORT = 10;

/** Which artifacts agree with which; what does not is shown from both sides. */
export function ConsistencySection({ matrix }: { readonly matrix: ConsistencyMatrix }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const cell = matrix.cells.find((one) => keyOf(matrix, one) === chosen) ?? null;
  if (matrix.sides.length === 0)
    return (
      <Section
        id="consistency"
        title="Consistency"
        text="There is nothing to compare yet: rules over several artifacts need at least two of them."
      >
        {null}
      </Section>
    );
  return (
    <Section id="consistency" title="Consistency" text={textOf(matrix)}>
      <div className={styles.both}>
        <ConsistencyGrid
          matrix={matrix}
          chosen={cell}
          onChoose={(next) => {
            const key = keyOf(matrix, next);
            setChosen(key === chosen ? null : key);
          }}
        />
        {cell ? (
          <CellRules matrix={matrix} cell={cell} onAll={() => setChosen(null)} />
        ) : (
          <p className={styles.calm}>
            A row ends with its name; the names of the columns are those of the rows above. Choose a square to
            see what is compared there{matrix.disagreements.length > 0 ? ' and what disagrees' : ''}.
          </p>
        )}
      </div>
      <Disagreements
        key={chosen ?? ''}
        matrix={matrix}
        which={cell ? cell.disagreements : matrix.disagreements.map((_, index) => index)}
      />
    </Section>
  );
}

function keyOf(matrix: ConsistencyMatrix, { row, column }: MatrixCell): string {
  return `${matrix.sides[row]?.kind} ${matrix.sides[column]?.kind}`;
}

function textOf({ disagreements, more, waived, decided, open }: ConsistencyMatrix): string {
  const count = disagreements.length + more;
  const rules = `${decided} rules compare the artifacts${open > 0 ? `, ${open} had nothing to compare` : ''}.`;
  const silent = waived > 0 ? ` ${waived} ${waived === 1 ? 'is' : 'are'} waived.` : '';
  if (count === 0) return `Nothing disagrees. ${rules}${silent}`;
  return `${count} ${count === 1 ? 'disagreement' : 'disagreements'}. ${rules}${silent}`;
}

/** The rules that read both sides of a cell, and what became of each. */
function CellRules({
  matrix,
  cell,
  onAll,
}: {
  readonly matrix: ConsistencyMatrix;
  readonly cell: MatrixCell;
  readonly onAll: () => void;
}) {
  const rules = useStudioState((state) => state.checks.rules);
  const failing = new Map(
    cell.disagreements.flatMap((at) => {
      const one = matrix.disagreements[at];
      return one ? [[one.rule, one.severity] as const] : [];
    }),
  );
  const all = [...new Set([...failing.keys(), ...cell.rules])];
  return (
    <div className={styles.details}>
      <div className={styles.pair}>
        <h4>{sidesOf(matrix, cell)}</h4>
        <Button look="quiet" onPress={onAll}>
          Show All
        </Button>
      </div>
      <ul className={styles.rules} aria-label="Rules that read both">
        {all.map((id) => {
          const severity = failing.get(id);
          const info = rules.get(id);
          return (
            <li key={id}>
              <Mark shape={severity ? 'cross' : 'check'} tone={severity ?? 'good'} />
              <span>{(severity ? info?.failTitle : info?.title) ?? id}</span>
              <span className={styles.id}>{id}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Disagreements({
  matrix,
  which,
}: {
  readonly matrix: ConsistencyMatrix;
  readonly which: readonly number[];
}) {
  const [most, setMost] = useState(SHORT);
  const shown = which.slice(0, most);
  return (
    <>
      <ul className={styles.disagreements}>
        {shown.map((at) => {
          const one = matrix.disagreements[at];
          return one && <DisagreementItem key={at} disagreement={one} />;
        })}
      </ul>
      {which.length > shown.length && (
        <Button look="quiet" onPress={() => setMost(most + 40)}>
          Show {Math.min(40, which.length - shown.length)} More
        </Button>
      )}
    </>
  );
}
