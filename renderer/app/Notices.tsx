import { X } from 'lucide-react';
import { useEffect } from 'react';
import { openFile } from '../commands/files';
import { useStudio, useStudioState } from '../commands/studio-context';
import { type Notice, withoutNotice } from '../state/notices-slice';
import { update } from '../state/studio-state';
import { IconButton } from '../ui/Button';
import { Mark } from '../ui/Mark';
import { visibleName, visibleText } from '../ui/visible-name';
import styles from './Notices.module.css';

/** Good news goes by itself after this time, in milliseconds; problems stay. */
const STAY = 6000;

/** What just happened, in a corner, read aloud. */
export function Notices() {
  const list = useStudioState((state) => state.notices.list);
  return (
    <div
      className={styles.notices}
      role="log"
      aria-label="Notices"
      aria-live="polite"
      // F6 leads here while there is something to follow or dismiss.
      {...(list.length > 0 ? { 'data-region': 'Notices' } : {})}
    >
      {list.map((notice) => (
        <NoticeItem key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function NoticeItem({ notice }: { readonly notice: Notice }) {
  const studio = useStudio();
  const { id, tone, place } = notice;
  useEffect(() => {
    if (tone === 'problem') return;
    const timer = setTimeout(
      () => update(studio.store, 'notices', (notices) => withoutNotice(notices, id)),
      STAY,
    );
    return () => clearTimeout(timer);
  }, [studio, id, tone]);
  const dismiss = () => update(studio.store, 'notices', (notices) => withoutNotice(notices, id));
  const inKit = useStudioState((state) => place !== null && (state.kit?.files.has(place.path) ?? false));
  const where = place && visibleName(place.line === null ? place.path : `${place.path}, line ${place.line}`);
  return (
    <div className={styles.notice} data-tone={tone}>
      <Mark
        shape={tone === 'problem' ? 'disc' : tone === 'good' ? 'check' : 'ring'}
        tone={tone === 'problem' ? 'must' : tone === 'good' ? 'good' : 'quiet'}
      />
      <p>
        {visibleText(notice.text)}{' '}
        {place &&
          (inKit ? (
            <button
              type="button"
              className={styles.place}
              onClick={() =>
                void openFile(studio, place.path, {
                  focus: true,
                  ...(place.line === null ? {} : { line: place.line }),
                })
              }
            >
              {where}
            </button>
          ) : (
            <span className={styles.soft}>{where}</span>
          ))}
      </p>
      <IconButton label="Dismiss" onPress={dismiss}>
        <X size={14} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
