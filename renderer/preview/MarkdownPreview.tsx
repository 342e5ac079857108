import {
  type ClipboardEvent,
  type MouseEvent,
  memo,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { ScrollArea } from '../ui/ScrollArea';
import { BlockContent } from './BlockContent';
import type { BlockRun } from './block-heights';
import type { Block } from './block-list';
import { copiedHtml } from './copied-html';
import type { Drawn, MarkdownModel } from './markdown-model';
import { PreviewBlock } from './preview-block';
import { PreviewTargets, type PreviewTargetsValue } from './preview-targets';
import styles from './prose.module.css';
import { BLOCK_ATTRIBUTE, Viewport } from './viewport';

export interface MarkdownPreviewProps {
  readonly model: MarkdownModel;
  readonly targets: PreviewTargetsValue;
  readonly label: string;
  /** Handed the viewport while the preview is in the page. */
  readonly onViewport?: (viewport: Viewport | null) => void;
  /** Marks of blocks by their keys, for a look of their own: `data-changed` of their elements. */
  readonly marks?: ReadonlyMap<number, string>;
  /** The reader went to a place in the source. */
  readonly onJump?: (place: { readonly from: number; readonly to: number }) => void;
}

/** A Markdown text as a reader sees it. Only blocks near the screen are in the page; each is drawn again only when it changes. */
export function MarkdownPreview({ model, targets, label, marks, onViewport, onJump }: MarkdownPreviewProps) {
  const scroller = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const viewport = useRef<Viewport | null>(null);
  const snapshot = useSyncExternalStore(model.subscribe, model.getSnapshot);
  const run = useBlockRun(model, scroller, viewport);
  const observe = useMeasuring();

  useLayoutEffect(() => {
    const created = new Viewport(model, scroller.current as HTMLElement, content.current as HTMLElement);
    viewport.current = created;
    onViewport?.(created);
    return () => onViewport?.(null);
  }, [model, onViewport]);

  const shown = useMemo(
    () => snapshot.blocks.slice(run.first, run.end),
    [snapshot.blocks, run.first, run.end],
  );
  useLayoutEffect(() => model.want(shown), [model, shown]);

  const onClick = (event: MouseEvent) => {
    if (!(event.ctrlKey || event.metaKey) || !onJump) return;
    const caret = document.caretRangeFromPoint(event.clientX, event.clientY);
    const place = viewport.current?.sourceOf(event.target as Element, caret);
    if (place) {
      event.preventDefault();
      onJump(place);
    }
  };

  const onCopy = (event: ClipboardEvent) => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', selection.toString());
    event.clipboardData.setData('text/html', copiedHtml(selection.getRangeAt(0).cloneContents()));
  };

  return (
    <ScrollArea
      ref={scroller}
      look="pane"
      className={styles.scroller}
      role="document"
      label={label}
      onClick={onClick}
      entry
    >
      <div ref={content} className={styles.prose} onCopy={onCopy}>
        <PreviewTargets value={targets}>
          <div style={{ blockSize: run.before }} />
          {shown.map((block) => (
            <BlockView
              key={block.key}
              block={block}
              drawn={model.drawnOf(block)}
              model={model}
              observe={observe}
              mark={marks?.get(block.key)}
            />
          ))}
          <div style={{ blockSize: run.after }} />
        </PreviewTargets>
      </div>
    </ScrollArea>
  );
}

/** Keeps the height of a block known while an element shows it. Returns the function that ends it. */
type Observe = (element: HTMLElement, block: Block) => () => void;

interface BlockViewProps {
  readonly block: Block;
  readonly drawn: Drawn | null;
  readonly model: MarkdownModel;
  readonly observe: Observe;
  readonly mark: string | undefined;
}

const BlockView = memo(function BlockView({ block, drawn, model, observe, mark }: BlockViewProps) {
  const estimated = drawn ? undefined : { minBlockSize: 24 };
  const place = useMemo(() => ({ model, block }), [model, block]);
  const measured = useCallback(
    (element: HTMLElement | null) => (element ? observe(element, block) : undefined),
    [observe, block],
  );
  return (
    <div
      ref={measured}
      {...{ [BLOCK_ATTRIBUTE]: block.key }}
      className={styles.block}
      data-type={block.type}
      data-changed={mark}
      style={estimated}
    >
      {drawn && (
        <PreviewBlock value={place}>
          <BlockContent result={drawn.result} source={() => model.source(block)} />
        </PreviewBlock>
      )}
    </div>
  );
});

/** Which blocks to have in the page; follows scrolling, resizing and edits. */
function useBlockRun(
  model: MarkdownModel,
  scroller: RefObject<HTMLElement | null>,
  viewport: RefObject<Viewport | null>,
): BlockRun {
  const { version } = useSyncExternalStore(model.subscribe, model.getSnapshot);
  // Kept from the last scroll or resize: asking the element after each key would have the page laid out once more.
  const seen = useRef<{ readonly top: number; readonly height: number } | null>(null);
  const compute = useCallback((): BlockRun => {
    const { blocks } = model.getSnapshot();
    const element = scroller.current;
    // Before the first layout the head of the text is all there is to see.
    if (!element || !viewport.current)
      return { first: 0, end: Math.min(blocks.length, 40), before: 0, after: 0 };
    seen.current ??= { top: element.scrollTop, height: element.clientHeight };
    return viewport.current.heights.run(blocks, seen.current.top, seen.current.height);
  }, [model, scroller, viewport]);
  const [run, setRun] = useState(compute);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the blocks is the reason to compute again
  useLayoutEffect(() => {
    const now = compute();
    setRun((before) => sameRun(before, now));
  }, [compute, version]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let frame = 0;
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        seen.current = null;
        const now = compute();
        setRun((before) => sameRun(before, now));
      });
    };
    element.addEventListener('scroll', later, { passive: true });
    const resize = new ResizeObserver(later);
    resize.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('scroll', later);
      resize.disconnect();
    };
  }, [scroller, compute]);
  return run;
}

function sameRun(before: BlockRun, after: BlockRun): BlockRun {
  const same =
    before.first === after.first &&
    before.end === after.end &&
    before.before === after.before &&
    before.after === after.after;
  return same ? before : after;
}

/** Measures mounted blocks, so that the space of those that left the page is right. */
function useMeasuring(): Observe {
  const [{ observer, blocks }] = useState(() => {
    const blocks = new WeakMap<Element, Block>();
    const observer = new ResizeObserver((entries) => {
      for (const { target, borderBoxSize, contentRect } of entries) {
        const block = blocks.get(target);
        if (block && target.isConnected) block.measured = borderBoxSize[0]?.blockSize ?? contentRect.height;
      }
    });
    return { observer, blocks };
  });
  return useCallback(
    (element, block) => {
      blocks.set(element, block);
      observer.observe(element);
      return () => observer.unobserve(element);
    },
    [observer, blocks],
  );
}
