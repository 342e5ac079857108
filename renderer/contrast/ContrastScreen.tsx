import { useEffect, useMemo, useState } from 'react';
import { leaveScreen, showContrast } from '../commands/packet';
import { useShortcutOf, useStudio, useStudioState } from '../commands/studio-context';
import type { Screen as ScreenState } from '../state/screen-slice';
import { EmptyState } from '../ui/EmptyState';
import { Screen } from '../ui/Screen';
import { ScrollArea } from '../ui/ScrollArea';
import { Columns } from './Columns';
import styles from './contrast.module.css';
import { Differences } from './Differences';
import { type Contrast, useContrast } from './use-contrast';

type ContrastOf = Extract<ScreenState, { kind: 'contrast' }>;

/** Senior-grade, staff-grade and one's own of a kind, part by part, with what is different and why it matters. */
export function ContrastScreen({ screen }: { readonly screen: ContrastOf }) {
  const studio = useStudio();
  const shortcutOf = useShortcutOf();
  const kind = useStudioState((state) => state.checks.kinds.get(screen.artifact));
  const contrast = useContrast(kind, screen.path);
  return (
    <Screen
      name="contrast"
      title="Senior against staff"
      shortcut={shortcutOf('packet.contrast')}
      onLeave={() => leaveScreen(studio)}
      head={<KindChoice artifact={screen.artifact} />}
    >
      {!kind ? (
        <EmptyState
          title="Nothing to lay side by side"
          text="The studio does not know this kind of artifact."
        />
      ) : !contrast ? (
        <EmptyState title="Looking for good work…" text="" />
      ) : !contrast.ok ? (
        <EmptyState title="Nothing to lay side by side" text={contrast.message} />
      ) : (
        <Laid key={`${screen.artifact} ${screen.path}`} contrast={contrast} screen={screen} />
      )}
    </Screen>
  );
}

/** Any kind can be looked at, whether one has a file of it or not. */
function KindChoice({ artifact }: { readonly artifact: string }) {
  const studio = useStudio();
  const kinds = useStudioState((state) => state.checks.kinds);
  const sorted = useMemo(
    () => [...kinds.values()].sort((a, b) => partRank(a.part) - partRank(b.part) || a.order - b.order),
    [kinds],
  );
  return (
    <select
      className={styles.choice}
      aria-label="Kind of artifact"
      value={artifact}
      onChange={(event) => showContrast(studio, event.currentTarget.value, null)}
    >
      {sorted.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </select>
  );
}

function partRank(part: number | 'X'): number {
  return part === 'X' ? 5 : part;
}

interface LaidProps {
  readonly contrast: Extract<Contrast, { ok: true }>;
  readonly screen: ContrastOf;
}

function Laid({ contrast, screen }: LaidProps) {
  const { view } = contrast;
  const wanted = view.differences.findIndex(({ criterion }) => criterion === screen.criterion);
  const begin = view.rows.findIndex(({ differences }) =>
    wanted >= 0 ? differences.includes(wanted) : differences.length > 0,
  );
  const [at, setAt] = useState(Math.max(0, begin));
  useEffect(() => setAt(Math.max(0, begin)), [begin]);
  const row = view.rows[Math.min(at, view.rows.length - 1)];
  if (!row)
    return (
      <EmptyState title="Nothing to lay side by side" text="The worked example of this kind is empty." />
    );
  return (
    <div className={styles.body}>
      <nav className={styles.parts} aria-label="Parts of the files">
        <ol>
          {view.rows.map(({ key, title, differences, own, attempted }, index) => (
            <li key={`${key} ${title}`}>
              <button type="button" aria-current={index === at} onClick={() => setAt(index)}>
                <span className={styles.partName}>{title}</span>
                {differences.length > 0 && (
                  <span className={styles.count}>
                    {differences.length}
                    <span className="visually-hidden">
                      {differences.length === 1 ? ' difference' : ' differences'}
                    </span>
                  </span>
                )}
                {contrast.work.own !== null && !attempted && key !== '' && (
                  <span className={styles.missing}>{own ? 'begun' : 'not yours yet'}</span>
                )}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <ScrollArea className={styles.page} label={`Part: ${row.title}`} entry>
        <Differences contrast={contrast} row={row} artifact={screen.artifact} />
        <Columns contrast={contrast} row={row} />
      </ScrollArea>
    </div>
  );
}
