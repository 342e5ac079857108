import { EditorState } from '@codemirror/state';
import { type RefObject, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { differences } from '../../shared/text/differences';
import type { OtherText } from '../commands/compare';
import { useStudio, useStudioState } from '../commands/studio-context';
import type { Block } from '../preview/block-list';
import { MarkdownPreview } from '../preview/MarkdownPreview';
import { MarkdownModel } from '../preview/markdown-model';
import { PreviewDiagrams } from '../preview/PreviewDiagrams';
import { kitFileUrl, previewServices } from '../preview/preview-services';
import type { PreviewTargetsValue } from '../preview/preview-targets';
import type { Viewport } from '../preview/viewport';
import { type BlockPairs, followScroll, pairsOf } from './block-pairs';
import styles from './Comparison.module.css';
import { type ChangeSteps, Sides } from './Sides';

export interface RenderedComparisonProps {
  readonly path: string;
  readonly theirs: Extract<OtherText, { ok: true }>;
  /** What is compared in place of the text in the editor. */
  readonly mine: Extract<OtherText, { ok: true }> | null;
  readonly steps: RefObject<ChangeSteps | null>;
  readonly onMoved: (at: number, of: number) => void;
}

/** Two finished pages beside each other: passages that differ are marked, and both scroll by what is the same. */
export function RenderedComparison({ path, theirs, mine, steps, onMoved }: RenderedComparisonProps) {
  const studio = useStudio();
  const { client } = previewServices(studio);
  const left = useMemo(
    () => new MarkdownModel(EditorState.create({ doc: theirs.text }).doc, client),
    [client, theirs.text],
  );
  // A model of its own: the preview beside the text wants other blocks of the file drawn.
  const right = useMemo(
    () =>
      new MarkdownModel(
        (mine ? null : studio.buffers.doc(path)) ?? EditorState.create({ doc: mine?.text ?? '' }).doc,
        client,
      ),
    [studio, client, path, mine],
  );
  useEffect(() => () => left.close(), [left]);
  useEffect(() => {
    const stop = studio.buffers.subscribe((event) => {
      const doc = studio.buffers.doc(path);
      if (event.kind === 'changed' && event.path === path && doc && !mine) right.update(doc, event.changes);
    });
    return () => {
      stop();
      right.close();
    };
  }, [studio, path, mine, right]);
  return (
    <Sides look="rendered" name={theirs.name} mine={mine?.name}>
      <PreviewDiagrams>
        <Pages {...{ path, theirs, mine, left, right, steps, onMoved }} />
      </PreviewDiagrams>
    </Sides>
  );
}

interface PagesProps extends RenderedComparisonProps {
  readonly left: MarkdownModel;
  readonly right: MarkdownModel;
}

function Pages({ path, theirs, mine, left, right, steps, onMoved }: PagesProps) {
  const kitId = useStudioState((state) => state.kit?.kitId ?? '');
  const [views, setViews] = useState<{ left: Viewport | null; right: Viewport | null }>({
    left: null,
    right: null,
  });
  const holder = useRef<HTMLDivElement>(null);
  const pairs = useBlockPairs(left, right);
  const marks = useMemo(() => ({ left: marksOf(pairs, 'a'), right: marksOf(pairs, 'b') }), [pairs]);
  const at = useRef(-1);
  const tell = useRef(onMoved);
  tell.current = onMoved;

  useEffect(() => {
    if (at.current >= pairs.changes.length) at.current = -1;
    tell.current(at.current + 1, pairs.changes.length);
    const go = (step: 1 | -1) => {
      const { changes } = pairs;
      if (changes.length === 0) return;
      at.current =
        at.current < 0
          ? step === 1
            ? 0
            : changes.length - 1
          : (at.current + step + changes.length) % changes.length;
      const change = changes[at.current];
      if (!change) return;
      views.left?.scrollTo(change.placeA, 60);
      views.right?.scrollTo(change.placeB, 60);
      tell.current(at.current + 1, changes.length);
    };
    steps.current = { next: () => go(1), previous: () => go(-1) };
    return () => {
      steps.current = null;
    };
  }, [pairs, views, steps]);

  useEffect(() => {
    if (!views.left || !views.right || !holder.current) return;
    const pages = holder.current.querySelectorAll<HTMLElement>('[role="document"]');
    const [one, other] = [pages[0], pages[1]];
    if (!one || !other) return;
    return followScroll({ viewport: views.left, page: one }, { viewport: views.right, page: other }, pairs);
  }, [views, pairs]);

  const onLeft = useMemo(
    () => (viewport: Viewport | null) => setViews((now) => ({ ...now, left: viewport })),
    [],
  );
  const onRight = useMemo(
    () => (viewport: Viewport | null) => setViews((now) => ({ ...now, right: viewport })),
    [],
  );
  const targetsLeft = useMemo(() => targetsOf(theirs.kitId, theirs.path), [theirs.kitId, theirs.path]);
  const targetsRight = useMemo(() => targetsOf(kitId, path), [kitId, path]);
  return (
    <div ref={holder} className={styles.pages}>
      <section className={styles.page} aria-label={theirs.name}>
        <MarkdownPreview
          model={left}
          targets={targetsLeft}
          label={theirs.name}
          onViewport={onLeft}
          marks={marks.left}
        />
      </section>
      <section className={styles.page} aria-label={mine?.name ?? 'In the editor'}>
        <MarkdownPreview
          model={right}
          targets={targetsRight}
          label={mine?.name ?? 'In the editor'}
          onViewport={onRight}
          marks={marks.right}
        />
      </section>
    </div>
  );
}

/** Pictures of a page are shown; its links lead nowhere while it is compared. */
function targetsOf(kitId: string, path: string): PreviewTargetsValue {
  return { path, imageUrl: (target) => kitFileUrl(kitId, target), follow: () => undefined };
}

/** Which blocks of both pages go together; found anew when either text was read further. */
function useBlockPairs(left: MarkdownModel, right: MarkdownModel): BlockPairs {
  const a = useSyncExternalStore(left.subscribe, left.getSnapshot).blocks;
  const b = useSyncExternalStore(right.subscribe, right.getSnapshot).blocks;
  return useMemo(() => {
    const source = (model: MarkdownModel) => (block: Block) =>
      model.source(block).replace(/\s+/g, ' ').trim();
    return pairsOf(a, b, differences(a.map(source(left)), b.map(source(right))));
  }, [left, right, a, b]);
}

function marksOf({ changes }: BlockPairs, side: 'a' | 'b'): ReadonlyMap<number, string> {
  const marks = new Map<number, string>();
  for (const { blocksA, blocksB } of changes) {
    const alone = blocksA.length === 0 || blocksB.length === 0;
    for (const block of side === 'a' ? blocksA : blocksB) marks.set(block.key, alone ? 'alone' : 'both');
  }
  return marks;
}
