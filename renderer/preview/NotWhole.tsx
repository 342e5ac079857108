import type { SyntaxProblem } from '../../shared/text/data-tree';
import type { Span } from '../../shared/text/span';
import { useStudio } from '../commands/studio-context';
import { Mark } from '../ui/Mark';
import styles from './NotWhole.module.css';

interface NotWholeProps {
  readonly path: string;
  readonly problem: SyntaxProblem;
  /** What is shown is of the text before the problem came into it. */
  readonly before: boolean;
  readonly onJump: (span: Span) => void;
}

/** Says over a view that not all of its file could be read, why, and what is seen instead. */
export function NotWhole({ path, problem, before, onJump }: NotWholeProps) {
  const { buffers } = useStudio();
  const { message, span } = problem;
  const doc = buffers.doc(path);
  const line = doc && span.from <= doc.length ? doc.lineAt(span.from).number : null;
  return (
    <div className={styles.notice} role="status">
      <Mark shape="triangle" tone="should" />
      <span>
        {message}.{' '}
        {before ? 'Shown is what the file said before.' : 'Shown is what could be read of the file.'}{' '}
        <button type="button" onClick={() => onJump({ from: span.from, to: span.from })}>
          {line === null ? 'Show the Place' : `Go to Line ${line}`}
        </button>
      </span>
    </div>
  );
}
