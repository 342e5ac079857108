import type { Finding } from '../../shared/rubric/finding';
import { useStudioState } from '../commands/studio-context';
import styles from './Rubric.module.css';

/** Why a reader is disturbed by what the remarks above are about: each reason once, however often there is one. */
export function RemarkReasons({ findings }: { readonly findings: readonly Finding[] }) {
  const remarks = useStudioState((state) => state.checks.remarks);
  const ids = [...new Set(findings.map(({ id }) => id))].sort();
  return ids.map((id) => {
    const remark = remarks.get(id);
    return (
      remark && (
        <p key={id} className={styles.remarkWhy}>
          <strong>{remark.failTitle}.</strong> {remark.why}
        </p>
      )
    );
  });
}
