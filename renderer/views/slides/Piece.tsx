import type { ShownPiece, ShownPoint } from '../../../shared/kinds/executive-summary/shown-slides';
import type { Span } from '../../../shared/text/span';
import { keyed } from '../../ui/keyed';
import { SlideDiagram } from './SlideDiagram';
import styles from './slides.module.css';

interface Jumps {
  /** A click on words leads to them; absent while the slides are shown to an audience. */
  readonly onJump?: ((span: Span) => void) | undefined;
}

export interface PieceProps extends Jumps {
  readonly piece: ShownPiece;
  /** A drawing came, and takes its room. */
  readonly onDrawn: () => void;
}

/** One piece of a slide, set as the printed briefing sets it. */
export function Piece({ piece, onJump, onDrawn }: PieceProps) {
  switch (piece.kind) {
    case 'sentence':
      return (
        <p className={styles.sentence}>
          <Words text={piece.text} span={piece.span} onJump={onJump} />
        </p>
      );
    case 'points':
      return (
        <ul className={styles.points} data-look={piece.look} data-few={piece.points.length <= 3}>
          {keyed(piece.points, ({ text }) => text).map(({ key, item }) => (
            <Point key={key} point={item} onJump={onJump} />
          ))}
        </ul>
      );
    case 'table':
      return (
        <table className={styles.table}>
          <thead>
            <tr>
              {keyed(piece.header, (text) => text).map(({ key, item }) => (
                <th key={key} scope="col">
                  <Words text={item} span={piece.span} onJump={onJump} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {keyed(piece.rows, (row) => row.join('|')).map(({ key, item: row }) => (
              <tr key={key}>
                {keyed(row, (text) => text).map(({ key: cell, item }) => (
                  <td key={cell}>
                    <Words text={item} span={piece.span} onJump={onJump} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'code':
      return (
        <pre className={styles.code}>
          <Words text={piece.text} span={piece.span} onJump={onJump} />
        </pre>
      );
    case 'diagram':
      return <SlideDiagram source={piece.source} title={piece.title} onDrawn={onDrawn} />;
  }
}

function Point({ point, onJump }: { readonly point: ShownPoint } & Jumps) {
  const { figure } = point;
  return (
    <li data-ask={point.ask}>
      {/* The figure repeats a number of the sentence. */}
      <span className={styles.figure} aria-hidden="true">
        {figure && (
          <>
            <span className={styles.value}>{figure.value}</span>
            {figure.unit !== '' && <span className={styles.unit}>{figure.unit}</span>}
          </>
        )}
      </span>
      <span className={styles.words}>
        {point.leadIn !== '' && <strong>{point.leadIn} </strong>}
        <Words text={point.text} span={point.span} onJump={onJump} />
      </span>
    </li>
  );
}

interface WordsProps extends Jumps {
  readonly text: string;
  readonly span: Span;
}

export function Words({ text, span, onJump }: WordsProps) {
  if (!onJump) return text;
  return (
    // Reached with the pointer; the editor beside it is the keyboard's way to the same line.
    // biome-ignore lint/a11y/useKeyWithClickEvents: a tab stop for each sentence would make the slides unusable by keyboard
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <span className={styles.jump} title="Go to this line" onClick={() => onJump(span)}>
      {text}
    </span>
  );
}
