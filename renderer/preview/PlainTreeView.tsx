import type { Span } from '../../shared/text/span';
import { ScrollArea } from '../ui/ScrollArea';
import styles from './PlainTreeView.module.css';
import type { PlainNode, TreeAnswer } from './render-protocol';

export interface PlainTreeViewProps {
  readonly answer: TreeAnswer;
  readonly label: string;
  readonly onJump: (span: Span) => void;
}

/** A data file of no known meaning: its names and values, folded where they nest. */
export function PlainTreeView({ answer, label, onJump }: PlainTreeViewProps) {
  return (
    <ScrollArea look="pane" className={styles.tree} role="document" label={label} entry>
      {answer.problem && (
        <p className={styles.problem}>
          This file does not parse: {answer.problem.message}.{' '}
          <button
            type="button"
            onClick={() => answer.problem && onJump({ from: answer.problem.from, to: answer.problem.from })}
          >
            Show the place
          </button>
        </p>
      )}
      {answer.root && <Node node={answer.root} depth={0} onJump={onJump} />}
    </ScrollArea>
  );
}

interface NodeProps {
  readonly node: PlainNode;
  readonly depth: number;
  readonly onJump: (span: Span) => void;
}

function Node({ node, depth, onJump }: NodeProps) {
  if (node.kind === 'scalar') {
    return (
      <button
        type="button"
        className={styles.leaf}
        onClick={() => onJump({ from: node.from, to: node.from })}
      >
        <span className={styles.name}>{node.name}</span>
        <span>{node.value}</span>
      </button>
    );
  }
  const children = (
    <div className={styles.children}>
      {node.children.map((child) => (
        <Node key={`${child.name}-${child.from}`} node={child} depth={depth + 1} onJump={onJump} />
      ))}
      {node.omitted > 0 && (
        <p className={styles.omitted}>{node.omitted.toLocaleString('en')} more are not shown</p>
      )}
    </div>
  );
  if (depth === 0) return children;
  const count = node.children.length + node.omitted;
  return (
    <details open={depth < 3}>
      <summary>
        <span className={styles.name}>{node.name}</span>
        <span className={styles.count}>
          {node.kind === 'list' ? `${count} ${count === 1 ? 'entry' : 'entries'}` : ''}
        </span>
      </summary>
      {children}
    </details>
  );
}
