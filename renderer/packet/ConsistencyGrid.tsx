import { type KeyboardEvent, useRef, useState } from 'react';
import type { ConsistencyMatrix, MatrixCell } from '../../shared/packet/consistency-matrix';
import styles from './consistency.module.css';

interface ConsistencyGridProps {
  readonly matrix: ConsistencyMatrix;
  readonly chosen: MatrixCell | null;
  readonly onChoose: (cell: MatrixCell) => void;
}

/** The names of a cell's two sides. */
export function sidesOf({ sides }: ConsistencyMatrix, { row, column }: MatrixCell): string {
  const [one, other] = [sides[row], sides[column]];
  return row === column ? `Within ${one?.title}` : `${one?.title} and ${other?.title}`;
}

/** What a cell says, in words. */
export function cellWords(matrix: ConsistencyMatrix, cell: MatrixCell): string {
  const count = cell.disagreements.length;
  const read = `${cell.rules.length} ${cell.rules.length === 1 ? 'rule reads' : 'rules read'} both`;
  const state =
    count === 0 ? `no disagreement, ${read}` : `${count} ${count === 1 ? 'disagreement' : 'disagreements'}`;
  return `${sidesOf(matrix, cell)}: ${state}`;
}

/**
 * Kinds of artifacts against each other, as a staircase: a row ends with its name, and the names of the columns are those of the rows above
 * them. One tab stop; arrows go to the next cell that compares something.
 */
export function ConsistencyGrid({ matrix, chosen, onChoose }: ConsistencyGridProps) {
  const { sides, cells } = matrix;
  const grid = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState({ row: -1, column: -1 });
  const [pointed, setPointed] = useState<MatrixCell | null>(null);
  // The lower triangle: the later kind gives the row.
  const byPlace = new Map(cells.map((cell) => [`${cell.column} ${cell.row}`, cell]));
  const first = cells.find(({ disagreements }) => disagreements.length > 0) ?? cells[0];
  const stop = byPlace.get(`${at.row} ${at.column}`) ?? first;

  const move = (event: KeyboardEvent, cell: MatrixCell) => {
    const [row, column] = [cell.column, cell.row];
    const [down, right] = STEPS[event.key] ?? [0, 0];
    if (down === 0 && right === 0) return;
    event.preventDefault();
    for (
      let r = row + down, c = column + right;
      r >= 0 && c >= 0 && r < sides.length && c <= r;
      r += down, c += right
    ) {
      if (!byPlace.has(`${r} ${c}`)) continue;
      setAt({ row: r, column: c });
      grid.current?.querySelector<HTMLElement>(`[data-at="${r} ${c}"]`)?.focus();
      return;
    }
  };
  const told = pointed ?? chosen;
  return (
    <div className={styles.holder}>
      <table
        ref={grid}
        className={styles.grid}
        aria-label="Artifacts against each other"
        onPointerLeave={() => setPointed(null)}
      >
        <colgroup>
          {sides.map(({ kind }) => (
            <col key={kind} className={styles.narrow} />
          ))}
          <col className={styles.wide} />
        </colgroup>
        <tbody>
          {sides.map((side, row) => (
            <tr key={side.kind}>
              {sides.slice(0, row + 1).map((other, column) => {
                const cell = byPlace.get(`${row} ${column}`);
                if (!cell) return <td key={other.kind} className={styles.empty} />;
                const count = cell.disagreements.length;
                return (
                  <td key={other.kind}>
                    <button
                      type="button"
                      className={styles.cell}
                      data-at={`${row} ${column}`}
                      data-state={count > 0 ? 'apart' : 'together'}
                      aria-pressed={cell === chosen}
                      aria-label={cellWords(matrix, cell)}
                      tabIndex={cell === stop ? 0 : -1}
                      onPointerEnter={() => setPointed(cell)}
                      onFocus={() => setPointed(cell)}
                      onBlur={() => setPointed(null)}
                      onKeyDown={(event) => move(event, cell)}
                      onClick={() => {
                        setAt({ row, column });
                        onChoose(cell);
                      }}
                    >
                      {count > 0 ? count : ''}
                    </button>
                  </td>
                );
              })}
              <th
                scope="row"
                className={styles.side}
                colSpan={sides.length - row}
                data-told={told !== null && (told.row === row || told.column === row)}
              >
                {side.title}
                {side.files > 1 && <span className={styles.files}> {side.files}</span>}
              </th>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.told} aria-hidden="true">
        {told ? cellWords(matrix, told) : 'Number: disagreements. Light square: compared, and agreed.'}
      </p>
    </div>
  );
}

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};
