import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ExplainedCell } from '../../../shared/kinds/tco-model/explain-cell';
import type { CostQuestion } from '../../../shared/kinds/tco-model/try-out';
import { useStudioState } from '../../commands/studio-context';
import { IconButton } from '../../ui/Button';
import type { ToolProps } from '../KindTools';
import { useTried } from '../use-tried';
import styles from '../views.module.css';

/** A cell is told when the cursor rests in it for so long, in milliseconds: not with every key. */
const REST = 150;

function useRested(cursor: number): number {
  const [rested, setRested] = useState(cursor);
  useEffect(() => {
    const timer = setTimeout(() => setRested(cursor), REST);
    return () => clearTimeout(timer);
  }, [cursor]);
  return rested;
}

/** How the cell comes about that the cursor stands in: its formula, with numbers. A click on a cell of the view puts the cursor there. */
export function FormulaCard({ path, onJump }: ToolProps) {
  const cursor = useStudioState((state) => (state.cursor?.path === path ? state.cursor.offset : -1));
  const offset = useRested(cursor);
  const [closed, setClosed] = useState('');
  const question: CostQuestion = { ask: 'cell', offset };
  const cell = useTried<ExplainedCell>(path, question)?.answer ?? null;
  if (!cell || cell.title === closed) return null;
  return (
    <section className={styles.card} aria-label="Formula of the cell at the cursor">
      <header>
        <strong>{cell.title}</strong>
        <IconButton label="Close" onPress={() => setClosed(cell.title)}>
          <X size={14} aria-hidden="true" />
        </IconButton>
      </header>
      <p className={styles.formula}>{cell.formula}</p>
      <p className={styles.formula}>
        = {cell.numbers}
        <br />= <b>{cell.result}</b>
        {cell.stated !== null && <span className={styles.wrong}> (the file states {cell.stated})</span>}
      </p>
      <dl className={styles.terms}>
        {cell.terms.map(({ name, meaning, value, unit, span }) => (
          <div key={name}>
            <dt>
              {span ? (
                <button type="button" title="Go to this value" onClick={() => onJump(span)}>
                  {name}
                </button>
              ) : (
                name
              )}
            </dt>
            <dd>
              {value} {unit}
              {meaning !== '' && <span> · {meaning}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
