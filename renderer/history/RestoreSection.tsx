import { useEffect, useMemo, useState } from 'react';
import { fileName } from '../../shared/domain/kit-path';
import type { OldSection } from '../../shared/history/restore-section';
import { restoreSectionOf, versionText } from '../commands/history';
import { useStudio } from '../commands/studio-context';
import { momentWords } from '../commands/time-words';
import { Chooser, type ChooserEntry } from '../palette/Chooser';
import chooser from '../palette/Chooser.module.css';
import { visibleName } from '../ui/visible-name';

const NOW = { same: 'reads the same now', changed: 'reads otherwise now', gone: 'is not there now' } as const;

interface RestoreSectionProps {
  readonly path: string;
  readonly hash: string;
  readonly at: number;
}

/** Which section of an older version comes back; those that read otherwise, or are gone, stand first. */
export function RestoreSection({ path, hash, at }: RestoreSectionProps) {
  const studio = useStudio();
  const [older, setOlder] = useState<{ text: string; sections: readonly OldSection[] } | null>(null);
  const close = () => studio.store.setState({ overlay: null });
  useEffect(() => {
    let over = false;
    void (async () => {
      const [text, { oldSections }] = await Promise.all([
        versionText(studio, path, hash),
        import('../../shared/history/restore-section'),
      ]);
      if (over) return;
      if (text === null) studio.store.setState({ overlay: null });
      else setOlder({ text, sections: oldSections(text, studio.buffers.text(path) ?? '') });
    })();
    return () => {
      over = true;
    };
  }, [studio, path, hash]);
  const entries = useMemo(() => {
    const sections = older?.sections ?? [];
    const first = sections.filter(({ now }) => now !== 'same');
    return [...first, ...sections.filter(({ now }) => now === 'same')].map(
      ({ index, title, level, now }): ChooserEntry => ({
        id: String(index),
        text: title,
        name: `${title}, ${NOW[now]}`,
        disabled: now === 'same',
        row: (
          <>
            <span className={chooser.label} style={{ paddingInlineStart: `${(level - 1) * 12}px` }}>
              {visibleName(title === '' ? '(without a title)' : title)}
            </span>
            <span className={chooser.side}>{NOW[now]}</span>
          </>
        ),
      }),
    );
  }, [older]);
  return (
    <Chooser
      title={`Restore a section of ${fileName(path)} as it was ${momentWords(at, Date.now())}`}
      placeholder="A section of that version"
      entries={entries}
      none={older === null ? 'Reading…' : 'No section is called so'}
      onChoose={(id) => {
        const section = older?.sections.find(({ index }) => String(index) === id);
        close();
        if (older && section) void restoreSectionOf(studio, path, older.text, section.index, section.title);
      }}
      onClose={close}
    />
  );
}
