import { useMemo, useState } from 'react';
import { Header, ListBox, ListBoxItem, ListBoxSection, type Selection } from 'react-aria-components';
import { fileName } from '../../shared/domain/kit-path';
import type { Version } from '../../shared/ipc/payloads';
import { formatOf } from '../../shared/rubric/parse-source';
import { compareWithVersion, restoreVersion } from '../commands/history';
import { useStudio, useStudioState } from '../commands/studio-context';
import { clockWords, dayWords } from '../commands/time-words';
import { tabOf } from '../state/tabs-slice';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { visibleName } from '../ui/visible-name';
import styles from './History.module.css';
import { useVersions } from './use-history';
import { changeWords, daysOf, keyOf, originWords } from './version-words';

/** The versions of one file by day, the newest first, and what can be done with the one that is chosen. */
export function FileHistory({ path }: { readonly path: string }) {
  const studio = useStudio();
  const versions = useVersions(path);
  const onDisk = useStudioState((state) => tabOf(state.tabs, path)?.baseHash ?? null);
  const [chosen, setChosen] = useState<string | null>(null);
  const days = useMemo(() => daysOf(versions ?? [], (at) => dayWords(at, Date.now())), [versions]);
  if (versions === null) return <EmptyState title="Looking…" text="" />;
  if (versions.length === 0)
    return (
      <EmptyState
        title="No older versions yet"
        text={`A version of ${fileName(path)} is kept each time it is saved, on this machine and outside the kit.`}
      />
    );
  const version = versions.find((one) => keyOf(one) === chosen) ?? null;
  // Only the newest version that is what the disk has: an older one may read the same.
  const current = versions.find(({ hash, origin }) => hash === onDisk && origin !== 'discarded');
  const choose = (selection: Selection) =>
    setChosen(selection === 'all' ? null : (([...selection][0] as string | undefined) ?? null));
  return (
    <>
      <ListBox
        aria-label={`Versions of ${fileName(path)}`}
        className={styles.list ?? ''}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={choose}
        onAction={(key) => {
          const picked = versions.find((one) => keyOf(one) === key);
          if (picked) void compareWithVersion(studio, path, picked);
        }}
        data-region-focus=""
      >
        {days.map(({ day, versions: ofDay }) => (
          <ListBoxSection key={day} id={day}>
            <Header className={styles.day ?? ''}>{day}</Header>
            {ofDay.map((one) => (
              <Row key={keyOf(one)} version={one} current={one === current} first={one === versions.at(-1)} />
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
      <div className={styles.actions} role="toolbar" aria-label="The chosen version" data-foot="">
        {version === null ? (
          <p className={styles.hint}>Choose a version; Enter compares it with the text as it is now.</p>
        ) : (
          <>
            <Button onPress={() => void compareWithVersion(studio, path, version)}>Compare</Button>
            <Button onPress={() => void restoreVersion(studio, path, version)}>Restore File</Button>
            {formatOf(path) === 'md' && (
              <Button
                onPress={() =>
                  studio.store.setState({
                    overlay: { kind: 'restore-section', path, hash: version.hash, at: version.at },
                  })
                }
              >
                Restore a Section…
              </Button>
            )}
          </>
        )}
      </div>
    </>
  );
}

interface RowProps {
  readonly version: Version;
  /** What the disk has now. */
  readonly current: boolean;
  readonly first: boolean;
}

function Row({ version, current, first }: RowProps) {
  const time = clockWords(version.at);
  const change = changeWords(version, first);
  const tags = [...version.milestones, ...(current ? ['On disk now'] : []), ...originWords(version)];
  return (
    <ListBoxItem
      id={keyOf(version)}
      className={styles.version ?? ''}
      textValue={[time, change.long, ...tags].filter(Boolean).join(', ')}
    >
      <span className={styles.time}>{time}</span>
      <span className={styles.change}>
        {change.added !== null && <span className={styles.added}>+{change.added}</span>}
        {change.removed !== null && <span className={styles.removed}>−{change.removed}</span>}
        {change.short}
      </span>
      <span className={styles.tags}>
        {version.milestones.map((name) => (
          <span key={name} className={styles.milestone}>
            {visibleName(name)}
          </span>
        ))}
        {current && <span>on disk now</span>}
        {originWords(version).map((word) => (
          <span key={word}>{word}</span>
        ))}
      </span>
    </ListBoxItem>
  );
}
