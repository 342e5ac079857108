import type { PreflightLine } from '../../shared/ipc/payloads';
import { openFile } from '../commands/files';
import { useStudio } from '../commands/studio-context';
import { Mark } from '../ui/Mark';
import styles from './portfolio.module.css';

const LOOK = {
  ok: { shape: 'check', tone: 'good', word: 'Verified' },
  warning: { shape: 'triangle', tone: 'should', word: 'Warning' },
  problem: { shape: 'disc', tone: 'must', word: 'Problem' },
} as const;

/** One line of a preflight; one with a place leads to it. */
export function PreflightItem({ line, onGo }: { readonly line: PreflightLine; readonly onGo: () => void }) {
  const studio = useStudio();
  const look = LOOK[line.level];
  const { path } = line;
  const text = (
    <>
      <Mark shape={look.shape} tone={look.tone} />
      <span>
        <span className="visually-hidden">{look.word}: </span>
        {line.message}
        {path !== undefined && (
          <span className={styles.place}>
            {' '}
            {line.line === undefined ? path : `${path}, line ${line.line}`}
          </span>
        )}
      </span>
    </>
  );
  if (path === undefined) return <li className={styles.line}>{text}</li>;
  const go = () => {
    onGo();
    void openFile(studio, path, { focus: true, ...(line.line === undefined ? {} : { line: line.line }) });
  };
  return (
    <li>
      <button type="button" className={styles.line} onClick={go}>
        {text}
      </button>
    </li>
  );
}
