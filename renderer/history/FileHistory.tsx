import { useMemo, useState } from 'react';
import { Header, ListBox, ListBoxItem, ListBoxSection, type Selection } from 'react-aria-components';
import { fileName } from '../../shared/domain/kit-path';
import type { Version } from '../../shared/ipc/payloads';
import { formatOf } from '../../shared/rubric/parse-source';
import { compareVersions, compareWithVersion, restoreVersion } from '../commands/history';
import { useStudio, useStudioState } from '../commands/studio-context';
import { clockWords, dayWords } from '../commands/time-words';
import { tabOf } from '../state/tabs-slice';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import rows from '../ui/Rows.module.css';
import { visibleName } from '../ui/visible-name';
import styles from './History.module.css';
import { useVersions } from './use-history';
import { changeWords, daysOf, keyOf, originWords } from './version-words';

const NONE: ReadonlySet<string> = new Set();

/** The versions of one file by day, the newest first, and what can be done with the one that is chosen, or with two. */
export function FileHistory({ path }: { readonly path: string }) {
  const studio = useStudio();
  const versions = useVersions(path);
  const onDisk = useStudioState((state) => tabOf(state.tabs, path)?.baseHash ?? null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(NONE);
  const days = useMemo(() => daysOf(versions ?? [], (at) => dayWords(at, Date.now())), [versions]);
  if (versions === null) return <EmptyState title="Looking…" text="" />;
  if (versions.length === 0)
    return (
      <EmptyState
        title="No older versions yet"
        text={`A version of ${fileName(path)} is kept each time it is saved, on this machine and outside the kit.`}
      />
    );
  const picked = versions.filter((one) => chosen.has(keyOf(one)));
  // Only the newest version that is what the disk has: an older one may read the same.
  const current = versions.find(({ hash, origin }) => hash === onDisk && origin !== 'discarded');
  const choose = (selection: Selection) =>
    setChosen(new Set(selection === 'all' ? versions.map(keyOf) : [...selection].map(String)));
  return (
    <>
      <ListBox
        aria-label={`Versions of ${fileName(path)}`}
        className={`${rows.rows} ${styles.list}`}
        selectionMode="multiple"
        selectionBehavior="replace"
        selectedKeys={chosen}
        onSelectionChange={choose}
        onAction={(key) => {
          const one = versions.find((each) => keyOf(each) === key);
          if (one) void compareWithVersion(studio, path, one);
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
        <Actions path={path} versions={picked} />
      </div>
    </>
  );
}

/** What can be done with the chosen versions. */
function Actions({ path, versions }: { readonly path: string; readonly versions: readonly Version[] }) {
  const studio = useStudio();
  const [version, other, third] = versions;
  if (!version)
    return (
      <p className={styles.hint}>
        Choose a version; Enter compares it with the text as it is now. Choose two to compare them with each
        other.
      </p>
    );
  if (third) return <p className={styles.hint}>Two versions can be compared with each other.</p>;
  if (other)
    return (
      <Button onPress={() => void compareVersions(studio, path, [version, other])}>Compare the Two</Button>
    );
  const { hash, at } = version;
  return (
    <>
      <Button onPress={() => void compareWithVersion(studio, path, version)}>Compare</Button>
      <Button onPress={() => void restoreVersion(studio, path, version)}>Restore File</Button>
      {formatOf(path) === 'md' && (
        <Button
          onPress={() => studio.store.setState({ overlay: { kind: 'restore-section', path, hash, at } })}
        >
          Restore a Section…
        </Button>
      )}
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
      className={`${rows.row} ${styles.version}`}
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
