import { useEffect, useMemo, useRef, useState } from 'react';
import type { Block } from '../../shared/preview/block';
import { unmoved } from '../../shared/preview/block-changes';
import { isForReaders } from '../../shared/preview/for-readers';
import { formatOf } from '../../shared/rubric/parse-source';
import { openFile } from '../commands/files';
import type { Studio } from '../commands/studio';
import { useStudio } from '../commands/studio-context';
import { titleOf } from '../preview/CodeBlock';
import { DataPreview } from '../preview/DataPreview';
import { DataMarks } from '../preview/data-marks';
import { DataPlaces } from '../preview/data-places';
import { PreviewDiagrams } from '../preview/PreviewDiagrams';
import { useBufferVersion } from '../preview/use-buffer';
import { EmptyState } from '../ui/EmptyState';
import { followScroll } from './block-pairs';
import styles from './Comparison.module.css';
import { dataPairs } from './data-pairs';
import type { RenderedComparisonProps } from './RenderedComparison';
import { Sides } from './Sides';

/** What two structured files or diagrams mean, beside each other: parts that differ are marked, and both scroll by what is the same. */
export function RenderedData(props: RenderedComparisonProps) {
  const { path, theirs, mine } = props;
  const { buffers } = useStudio();
  useBufferVersion(path);
  const meant = useMeaningOf(theirs.path, theirs.text);
  const left = useMemo(() => meant && placeless(meant).filter(isForReaders), [meant]);
  const meantHere = useMeaningOf(path, mine?.text ?? buffers.text(path) ?? '');
  const right = useMemo(() => {
    const read = meantHere?.filter(isForReaders) ?? null;
    return mine && read ? placeless(read) : read;
  }, [mine, meantHere]);
  if (left === null || right === null) return <EmptyState title="Reading…" text="" />;
  if (left.length === 0 || right.length === 0)
    return (
      <EmptyState
        title="Nothing to show beside each other"
        text={`The studio has no view of ${left.length === 0 ? theirs.name : (mine?.name ?? 'the text in the editor')}: it knows no such kind of data, or it cannot be read as it stands. Compare the texts instead.`}
      />
    );
  return (
    <Sides look="rendered" name={theirs.name} mine={mine?.name}>
      <PreviewDiagrams>
        <Pages {...props} left={left} right={right} />
      </PreviewDiagrams>
    </Sides>
  );
}

interface PagesProps extends RenderedComparisonProps {
  readonly left: readonly Block[];
  readonly right: readonly Block[];
}

function Pages({ path, theirs, mine, left, right, steps, onMoved }: PagesProps) {
  const studio = useStudio();
  const holder = useRef<HTMLDivElement>(null);
  const pairs = useMemo(() => dataPairs(left, right), [left, right]);
  const at = useRef(-1);
  const tell = useRef(onMoved);
  tell.current = onMoved;

  useEffect(() => {
    const [one, other] = holder.current?.querySelectorAll<HTMLElement>('[role="document"]') ?? [];
    if (!one || !other) return;
    const [a, b] = [new DataPlaces(one, pairs.a.parts), new DataPlaces(other, pairs.b.parts)];
    const { changes } = pairs;
    at.current = Math.min(at.current, changes.length - 1);
    tell.current(at.current + 1, changes.length);
    const go = (step: 1 | -1) => {
      if (changes.length === 0) return;
      const from = at.current < 0 && step === -1 ? 0 : at.current;
      at.current = (from + step + changes.length) % changes.length;
      const change = changes[at.current];
      if (!change) return;
      a.show(change.placeA);
      b.show(change.placeB);
      tell.current(at.current + 1, changes.length);
    };
    steps.current = { next: () => go(1), previous: () => go(-1) };
    const stopFollowing = followScroll({ viewport: a, page: one }, { viewport: b, page: other }, pairs);
    return () => {
      stopFollowing();
      a.stop();
      b.stop();
      steps.current = null;
    };
  }, [pairs, steps]);

  const placed = useMemo(() => ({ left: unmoved(left), right: unmoved(right) }), [left, right]);
  const toLine = (span: { readonly from: number; readonly to: number }) => {
    studio.store.setState({ overlay: null });
    void openFile(studio, path, { span, focus: true });
  };
  return (
    <div ref={holder} className={styles.pages}>
      <section className={styles.page} aria-label={theirs.name}>
        <DataMarks value={pairs.a.marks}>
          <DataPreview blocks={placed.left} label={theirs.name} onJump={nowhere} />
        </DataMarks>
      </section>
      <section className={styles.page} aria-label={mine?.name ?? 'In the editor'}>
        <DataMarks value={pairs.b.marks}>
          <DataPreview
            blocks={placed.right}
            label={mine?.name ?? 'In the editor'}
            onJump={mine ? nowhere : toLine}
          />
        </DataMarks>
      </section>
    </div>
  );
}

const nowhere = () => undefined;

/** The other text is in no tab: its values lead nowhere, and do not look as if they did. */
function placeless(blocks: readonly Block[]): readonly Block[] {
  const copy = JSON.stringify(blocks, (key, value: unknown) => (key === 'span' ? null : value));
  return JSON.parse(copy) as readonly Block[];
}

/** What a text means, for reading only; null until that is known, nothing where it has no meaning. */
function useMeaningOf(path: string, text: string): readonly Block[] | null {
  const studio = useStudio();
  const [blocks, setBlocks] = useState<readonly Block[] | null>(null);
  useEffect(() => {
    let over = false;
    void meaningOf(studio, path, text).then((found) => {
      if (!over) setBlocks(found);
    });
    return () => {
      over = true;
    };
  }, [studio, path, text]);
  return blocks;
}

async function meaningOf({ checker }: Studio, path: string, text: string): Promise<readonly Block[]> {
  if (formatOf(path) === 'mmd')
    return text.trim() === '' ? [] : [{ kind: 'diagram', source: text, title: titleOf(text), span: null }];
  return (await checker.meaning(path, text)).blocks ?? [];
}
