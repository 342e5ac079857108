import { BookOpen, FileArchive, FilePlus2, FolderOpen, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CommandId } from '../../shared/commands';
import type { RecentKit } from '../../shared/ipc/payloads';
import { forgetRecent, openRecent } from '../commands/kits';
import { useRun, useShortcutOf, useStudio, useStudioState } from '../commands/studio-context';
import { IconButton } from '../ui/Button';
import { visibleName } from '../ui/visible-name';
import styles from './Welcome.module.css';

/** The first screen: what this is, and the ways in. */
export function Welcome() {
  const recents = useStudioState((state) => state.app.recents);
  const opening = useStudioState((state) => state.opening);
  return (
    <main className={styles.welcome} aria-label="Welcome" data-region="Welcome" aria-busy={opening}>
      <div className={styles.page}>
        <header>
          <h1>Staffwright</h1>
          <p className={styles.what}>
            Staffwright is a writing studio for the four documents that show staff-level work: a design doc,
            an ADR catalog, an architecture review and a postmortem. It checks what you write against what
            promotion committees look for, line by line, and never sends a word off this machine.
          </p>
        </header>
        <section className={styles.ways} aria-label="Start">
          <Way
            command="kit.openFolder"
            icon={<FolderOpen size={18} />}
            title="Open a kit folder"
            text="Any folder of Markdown, YAML, JSON and Mermaid files."
          />
          <Way
            command="kit.openZip"
            icon={<FileArchive size={18} />}
            title="Open a kit zip"
            text="Looked through first, then unpacked into a folder of its own."
          />
          <Way
            command="kit.newPacket"
            icon={<FilePlus2 size={18} />}
            title="New packet from the kit"
            text="Start from blank templates, or rewrite the worked example."
          />
          <Way
            command="kit.openExample"
            icon={<BookOpen size={18} />}
            title="Look around the worked example"
            text="A finished packet to read, graded by the same rubric."
          />
        </section>
        <section aria-label="Recent kits">
          <h2>Recent kits</h2>
          {recents && recents.length > 0 ? (
            <ul className={styles.recents}>
              {recents.map((kit) => (
                <Recent key={kit.id} kit={kit} />
              ))}
            </ul>
          ) : (
            <p className={styles.none}>
              {recents
                ? 'Kits you open appear here. If this is your first time, the worked example is a good start.'
                : ''}
            </p>
          )}
        </section>
      </div>
    </main>
  );
}

interface WayProps {
  readonly command: CommandId;
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
}

function Way({ command, icon, title, text }: WayProps) {
  const run = useRun();
  const opening = useStudioState((state) => state.opening);
  const shortcut = useShortcutOf()(command);
  return (
    <button type="button" className={styles.way} disabled={opening} onClick={() => run(command)}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <span className={styles.wayTitle}>{title}</span>
      {shortcut !== '' && <kbd className={styles.shortcut}>{shortcut}</kbd>}
      <span className={styles.wayText}>{text}</span>
    </button>
  );
}

function Recent({ kit }: { readonly kit: RecentKit }) {
  const studio = useStudio();
  const opening = useStudioState((state) => state.opening);
  return (
    <li className={styles.recent}>
      <button
        type="button"
        disabled={!kit.available || opening}
        onClick={() => void openRecent(studio, kit.id)}
      >
        <span className={styles.recentName}>{visibleName(kit.name)}</span>
        <span className={styles.location}>{visibleName(kit.location)}</span>
        {!kit.available && <span className={styles.gone}>Not there now</span>}
      </button>
      <IconButton label={`Forget ${kit.name}`} onPress={() => void forgetRecent(studio, kit.id)}>
        <X size={14} aria-hidden="true" />
      </IconButton>
    </li>
  );
}
