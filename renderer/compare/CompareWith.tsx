import { useEffect, useMemo, useState } from 'react';
import { fileName, folderOf } from '../../shared/domain/kit-path';
import type { Version } from '../../shared/ipc/payloads';
import { kindOf } from '../commands/compare';
import { versionsOf } from '../commands/history';
import { useStudio, useStudioState } from '../commands/studio-context';
import { momentWords } from '../commands/time-words';
import { changeWords } from '../history/version-words';
import { Chooser, type ChooserEntry } from '../palette/Chooser';
import chooser from '../palette/Chooser.module.css';
import type { ComparedWith } from '../state/overlay-slice';
import { tabOf } from '../state/tabs-slice';
import { visibleName } from '../ui/visible-name';

/** What it is, its label and what stands beside it. */
type Choice = readonly [ComparedWith, string, string];

/** What to compare a file with: other versions of it first, older ones by time, then the files of the kit, those of the same kind before the others. */
export function CompareWith({ path }: { readonly path: string }) {
  const studio = useStudio();
  const kit = useStudioState((state) => state.kit);
  const [older, setOlder] = useState<readonly Version[]>([]);
  useEffect(() => {
    let over = false;
    void versionsOf(studio, path).then((found) => {
      if (!over && found) setOlder(found);
    });
    return () => {
      over = true;
    };
  }, [studio, path]);
  const choices = useMemo(() => {
    const { tabs, checks } = studio.store.getState();
    const kind = kindOf(studio, path);
    const versions: readonly Choice[] = [
      [
        { kind: 'disk' },
        'The file on disk',
        tabOf(tabs, path)?.dirty === true ? 'what is not saved yet' : 'the same, all is saved',
      ],
      ...(kind ? ([[{ kind: 'example' }, 'The worked example', kind.title]] as const) : []),
      ...(kind && kind.template !== null
        ? ([[{ kind: 'template' }, 'The template', kind.template]] as const)
        : []),
    ];
    const past = older.map((version): Choice => {
      const { hash, at, milestones } = version;
      const when = `As it was ${momentWords(at, Date.now())}`;
      const side = milestones[0] ?? changeWords(version, version === older.at(-1)).long;
      return [{ kind: 'version', hash, at }, when, side];
    });
    const sameKind = (other: string) => kind !== null && checks.reports.get(other)?.kind === kind.id;
    const files = (kit?.listing.files ?? [])
      .filter((file) => file.state === 'text' && file.path !== path)
      .map((file): Choice => [{ kind: 'file', path: file.path }, fileName(file.path), folderOf(file.path)]);
    const alike = files.filter(([other]) => other.kind === 'file' && sameKind(other.path));
    return [...versions, ...past, ...alike, ...files.filter((file) => !alike.includes(file))];
  }, [studio, kit, path, older]);
  const entries = useMemo(
    () =>
      choices.map(
        ([, label, side], index): ChooserEntry => ({
          id: String(index),
          text: `${label} ${side}`,
          name: side === '' ? label : `${label}, ${side}`,
          row: (
            <>
              <span className={chooser.label}>{visibleName(label)}</span>
              <span className={chooser.side}>{visibleName(side)}</span>
            </>
          ),
        }),
      ),
    [choices],
  );
  return (
    <Chooser
      title={`Compare ${fileName(path)} with`}
      placeholder="A version or a file"
      entries={entries}
      none="Nothing has these letters"
      onChoose={(id) => {
        const chosen = choices[Number(id)];
        if (chosen) studio.store.setState({ overlay: { kind: 'comparison', path, other: chosen[0] } });
      }}
      onClose={() => studio.store.setState({ overlay: null })}
    />
  );
}
