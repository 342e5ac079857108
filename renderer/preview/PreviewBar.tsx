import { BookOpen, Link2, Link2Off, Search } from 'lucide-react';
import { memo } from 'react';
import { useRun, useStudioState } from '../commands/studio-context';
import { IconButton } from '../ui/Button';
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

/** The switches of a preview. Only prose is followed and looked through. */
export const PreviewBar = memo(function PreviewBar({ prose = false }: { readonly prose?: boolean }) {
  const run = useRun();
  const follows = useStudioState((state) => state.app.settings.syncScroll);
  return (
    <div className={styles.bar} role="toolbar" aria-label="Preview">
      <PagesSwitch />
      {prose && (
        <>
          <IconButton label="Scroll with the Editor" pressed={follows} onPress={() => run('view.syncScroll')}>
            {follows ? <Link2 size={14} aria-hidden="true" /> : <Link2Off size={14} aria-hidden="true" />}
          </IconButton>
          <IconButton label="Find in Preview" onPress={() => run('view.findInPreview')}>
            <Search size={14} aria-hidden="true" />
          </IconButton>
        </>
      )}
    </div>
  );
});
