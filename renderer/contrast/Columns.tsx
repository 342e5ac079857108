import { useState } from 'react';
import { fileName } from '../../shared/domain/kit-path';
import type { ContrastFile, ContrastPart, ContrastRow } from '../../shared/packet/contrast/contrast';
import { goToPlace, openAnyway } from '../commands/packet';
import { useStudio, useStudioState } from '../commands/studio-context';
import { PreviewDiagrams } from '../preview/PreviewDiagrams';
import { openedKey } from '../state/screen-slice';
import { Button } from '../ui/Button';
import { visibleName } from '../ui/visible-name';
import styles from './contrast.module.css';
import { PartText } from './PartText';
import type { Contrast } from './use-contrast';

interface ColumnsProps {
  readonly contrast: Extract<Contrast, { ok: true }>;
  readonly row: ContrastRow;
}

type Side = 'senior' | 'staff' | 'own';

const NAMES: Readonly<Record<Side, string>> = {
  senior: 'Senior-grade',
  staff: 'Worked example',
  own: 'Yours',
};

/** The same part of each file; in a narrow window one of them at a time. */
export function Columns({ contrast, row }: ColumnsProps) {
  const { work, view } = contrast;
  const { files, own, kitId } = work;
  const ownKit = useStudioState((state) => state.kit?.kitId ?? '');
  const sides: readonly Side[] = [
    ...(files.senior ? (['senior'] as const) : []),
    'staff',
    ...(own === null ? [] : (['own'] as const)),
  ];
  const [chosen, setChosen] = useState<Side>('staff');
  const shown = sides.includes(chosen) ? chosen : 'staff';
  const covered = useCovered(own, row);
  const quotes = row.differences.flatMap((index) => view.differences[index] ?? []);
  return (
    <PreviewDiagrams>
      <div className={styles.sides}>
        <div className={styles.tabs} role="toolbar" aria-label="Which version to show">
          {sides.map((side) => (
            <button key={side} type="button" aria-pressed={side === shown} onClick={() => setChosen(side)}>
              {NAMES[side]}
            </button>
          ))}
        </div>
        <div
          className={styles.columns}
          data-shown={shown}
          style={{ '--columns': sides.length } as React.CSSProperties}
        >
          {files.senior && (
            <Column
              side="senior"
              file={files.senior}
              kitId={kitId}
              part={row.senior}
              quotes={quotes.map(({ quote }) => quote)}
            />
          )}
          {covered ? (
            <CoveredColumn path={own ?? ''} row={row} />
          ) : (
            <Column
              side="staff"
              file={files.staff}
              kitId={kitId}
              part={row.staff}
              quotes={quotes.map(({ staffQuote }) => staffQuote)}
            />
          )}
          {own !== null && <OwnColumn path={own} kitId={ownKit} row={row} />}
        </div>
      </div>
    </PreviewDiagrams>
  );
}

/** In write-first mode the example's part stays closed until one's own was tried. */
function useCovered(own: string | null, row: ContrastRow): boolean {
  const learning = useStudioState((state) => state.learning);
  if (!learning.writeFirst || own === null || row.attempted || row.key === '' || !row.staff) return false;
  return !learning.opened.has(openedKey(own, row.key));
}

function Column({
  side,
  file,
  kitId,
  part,
  quotes,
}: {
  readonly side: Side;
  readonly file: ContrastFile;
  readonly kitId: string;
  readonly part: ContrastPart | null;
  readonly quotes: readonly string[];
}) {
  return (
    <section className={styles.column} data-side={side} aria-label={NAMES[side]}>
      <header>
        <p className={styles.name}>{NAMES[side]}</p>
        <span title={file.path}>{visibleName(fileName(file.path))}</span>
      </header>
      {part ? (
        <PartText
          path={file.path}
          kitId={kitId}
          text={part.text}
          label={NAMES[side]}
          quotes={quotes}
          side={side}
        />
      ) : (
        <p className={styles.nothing}>This version has no such part.</p>
      )}
    </section>
  );
}

function OwnColumn({
  path,
  kitId,
  row,
}: {
  readonly path: string;
  readonly kitId: string;
  readonly row: ContrastRow;
}) {
  const studio = useStudio();
  const { own } = row;
  return (
    <section className={styles.column} data-side="own" aria-label={NAMES.own}>
      <header>
        <p className={styles.name}>{NAMES.own}</p>
        <button
          type="button"
          className={styles.goTo}
          title={path}
          onClick={() => goToPlace(studio, path, own ? { from: own.span.from, to: own.span.from } : null)}
        >
          {visibleName(fileName(path))}
        </button>
      </header>
      {own ? (
        <PartText path={path} kitId={kitId} text={own.text} label={NAMES.own} quotes={[]} side="own" />
      ) : (
        <div className={styles.nothing}>
          <p>Your file has no such part yet.</p>
        </div>
      )}
    </section>
  );
}

function CoveredColumn({ path, row }: { readonly path: string; readonly row: ContrastRow }) {
  const studio = useStudio();
  return (
    <section className={styles.column} data-side="staff" aria-label={NAMES.staff}>
      <header>
        <p className={styles.name}>{NAMES.staff}</p>
      </header>
      <div className={styles.nothing}>
        <p>Write a sentence or two of your own first; then this part opens by itself.</p>
        <Button onPress={() => openAnyway(studio, path, row.key)}>Show Anyway</Button>
      </div>
    </section>
  );
}
