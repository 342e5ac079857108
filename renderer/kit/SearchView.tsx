import { searchMore } from '../commands/search';
import { useStudio, useStudioState } from '../commands/studio-context';
import { countOf } from '../state/search-slice';
import { Button } from '../ui/Button';
import { visibleName } from '../ui/visible-name';
import { ReplaceBar } from './ReplaceBar';
import styles from './Search.module.css';
import { SearchForm } from './SearchForm';
import { SearchResults } from './SearchResults';

/** Looks through all texts of the kit, and replaces what was found. */
export function SearchView() {
  const studio = useStudio();
  const search = useStudioState((state) => state.search);
  const { files, more, status, replacing } = search;
  return (
    <div className={styles.view}>
      <SearchForm />
      {replacing && <ReplaceBar />}
      <p className={styles.summary} role="status">
        {summaryOf(search)}
      </p>
      <Remarks />
      {files.length > 0 && <SearchResults />}
      {more && status === 'done' && (
        <div className={styles.more}>
          <Button look="quiet" onPress={() => searchMore(studio)}>
            Show more
          </Button>
        </div>
      )}
    </div>
  );
}

interface Summed {
  readonly text: string;
  readonly status: 'idle' | 'running' | 'done';
  readonly error: string | null;
  readonly more: boolean;
  readonly files: Parameters<typeof countOf>[0];
}

function summaryOf({ text, status, error, files, more }: Summed): string {
  if (error !== null || text === '' || status === 'idle') return '';
  const count = countOf(files);
  if (count === 0) return status === 'running' ? 'Searching…' : 'Nothing found.';
  const found = count === 1 ? '1 match' : `${more ? 'The first ' : ''}${count} matches`;
  const where = files.length === 1 ? '1 file' : `${files.length} files`;
  return `${found} in ${where}${status === 'running' ? '…' : ''}`;
}

/** What could not be looked through, so that nobody takes "nothing found" for more than it says. */
function Remarks() {
  const slow = useStudioState((state) => state.search.slow);
  const unread = useStudioState((state) => state.search.unread);
  return (
    <>
      {slow.length > 0 && (
        <p className={styles.remark} title={slow.join('\n')}>
          The expression took too long in {named(slow)} and was given up there.
        </p>
      )}
      {unread.length > 0 && (
        <p className={styles.remark} title={unread.join('\n')}>
          {named(unread)} could not be read.
        </p>
      )}
    </>
  );
}

function named(paths: readonly string[]): string {
  const first = visibleName(paths[0] ?? '');
  const others = paths.length - 1;
  if (others === 0) return first;
  return `${first} and ${others === 1 ? 'one other file' : `${others} other files`}`;
}
