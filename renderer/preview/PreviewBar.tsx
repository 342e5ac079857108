import { BookOpen, Link2, Link2Off, Search } from 'lucide-react';
import { memo } from 'react';
import { useRun, useStudioState } from '../commands/studio-context';
import { IconButton } from '../ui/Button';
import type { DocumentView } from '../views/document-views';
import styles from './PreviewBar.module.css';

/** Switches between the running preview and the pages of the export. */
export function PagesSwitch() {
  const run = useRun();
  const pages = useStudioState((state) => state.layout.switches.has('preview-pages'));
  return (
    <IconButton label="Pages of the Export" pressed={pages} onPress={() => run('view.pages')}>
      <BookOpen size={14} aria-hidden="true" />
    </IconButton>
  );
}

export interface PreviewBarProps {
  readonly prose?: boolean;
  /** The page goes where the cursor is, if the settings want that. */
  readonly followed?: boolean;
  /** The view that the document has beside its text; null or absent where it has none. */
  readonly view?: DocumentView | null;
}

/** The switches of a preview. Only prose is looked through. */
export const PreviewBar = memo(function PreviewBar({
  prose = false,
  followed = prose,
  view = null,
}: PreviewBarProps) {
  const run = useRun();
  const follows = useStudioState((state) => state.app.settings.syncScroll);
  return (
    <div className={styles.bar} role="toolbar" aria-label="Preview">
      {view && (
        <button type="button" className={styles.view} aria-pressed={view.shown} onClick={view.toggle}>
          {view.title}
        </button>
      )}
      <PagesSwitch />
      {followed && (
        <IconButton label="Scroll with the Editor" pressed={follows} onPress={() => run('view.syncScroll')}>
          {follows ? <Link2 size={14} aria-hidden="true" /> : <Link2Off size={14} aria-hidden="true" />}
        </IconButton>
      )}
      {prose && (
        <IconButton label="Find in Preview" onPress={() => run('view.findInPreview')}>
          <Search size={14} aria-hidden="true" />
        </IconButton>
      )}
    </div>
  );
});
