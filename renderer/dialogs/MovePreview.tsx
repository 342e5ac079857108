import type { MovePlan } from '../../shared/symbols/assist';
import { useStudioState } from '../commands/studio-context';
import { ScrollArea } from '../ui/ScrollArea';
import { visibleName } from '../ui/visible-name';
import styles from './Rename.module.css';

/** What a move would change: the files whose links and paths are mended, each with how many. */
export function MovePreview({ plan }: { readonly plan: MovePlan | null }) {
  const tabs = useStudioState((state) => state.tabs.order);
  if (!plan?.ok)
    return (
      <div className={styles.preview} role="status">
        <p>
          {plan === null ? 'Links and paths that lead here are mended wherever they stand in the kit.' : ''}
        </p>
      </div>
    );
  const places = plan.files.reduce((sum, { edits }) => sum + edits.length, 0);
  const open = (path: string) => tabs.some((tab) => tab.path === path);
  return (
    <div className={styles.preview} role="status">
      {plan.moves.length > 1 && <p>{plan.moves.length} files move.</p>}
      {places === 0 ? (
        <p>Nothing in the kit leads here, so nothing else changes.</p>
      ) : (
        <>
          <p>
            {places} {places === 1 ? 'link or path is' : 'links and paths are'} mended in {plan.files.length}{' '}
            {plan.files.length === 1 ? 'file' : 'files'}. Open files stay unsaved; the others are written at
            once.
          </p>
          <ScrollArea label="Files that change" className={styles.files} whenNeeded>
            <ul>
              {plan.files.map(({ path, edits }) => (
                <li key={path}>
                  <span className={styles.path}>{visibleName(path)}</span>
                  <span className={styles.count}>
                    {edits.length}
                    {open(path) ? ' · open' : ''}
                  </span>
                </li>
              ))}
            </ul>
          </ScrollArea>
        </>
      )}
    </div>
  );
}
