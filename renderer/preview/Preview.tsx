import type { EditorView } from '@codemirror/view';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { formatOf } from '../../shared/rubric/parse-source';
import { openFile } from '../commands/files';
import { decodeFragment, followLink, headingOffset } from '../commands/links';
import { useStudio, useStudioState } from '../commands/studio-context';
import { activeTab } from '../state/tabs-slice';
import { EmptyState } from '../ui/EmptyState';
import { ScrollArea } from '../ui/ScrollArea';
import { titleOf } from './CodeBlock';
import { DataPreview } from './DataPreview';
import { Diagram } from './Diagram';
import { MarkdownPreview } from './MarkdownPreview';
import { PlainTreeView } from './PlainTreeView';
import styles from './Preview.module.css';
import { PreviewDiagrams } from './PreviewDiagrams';
import { kitFileUrl, previewServices } from './preview-services';
import type { PreviewTargetsValue } from './preview-targets';
import type { TreeAnswer } from './render-protocol';
import { syncScroll } from './scroll-sync';
import type { Viewport } from './viewport';

/** The active file as a reader sees it. */
export function Preview() {
  const tab = useStudioState((state) => activeTab(state.tabs));
  if (!tab)
    return <EmptyState title="Nothing to preview" text="Open a file and its finished page appears here." />;
  if (tab.state !== 'ready') {
    return (
      <EmptyState
        title={tab.state === 'loading' ? 'Opening…' : 'No preview'}
        text={tab.error?.message ?? ''}
      />
    );
  }
  if (tab.plain) {
    return (
      <EmptyState
        title="Too long for a preview"
        text="Files beyond five million characters are edited as plain text, without preview and checks."
      />
    );
  }
  const format = formatOf(tab.path);
  return (
    <PreviewDiagrams>
      {format === 'md' && <ProsePreview key={tab.path} path={tab.path} />}
      {(format === 'yaml' || format === 'json') && <StructuredPreview key={tab.path} path={tab.path} />}
      {format === 'mmd' && <DiagramPreview key={tab.path} path={tab.path} />}
      {format === null && (
        <EmptyState title="No preview" text="Only Markdown, YAML, JSON and Mermaid files have one." />
      )}
    </PreviewDiagrams>
  );
}

function ProsePreview({ path }: { readonly path: string }) {
  const studio = useStudio();
  const model = previewServices(studio).models.get(path);
  const kit = useStudioState((state) => state.kit);
  const follows = useStudioState((state) => state.app.settings.syncScroll);
  const [viewport, setViewport] = useState<Viewport | null>(null);
  const view = useShownView(path);
  const holder = useRef<HTMLDivElement>(null);
  const targets = useMemo(
    (): PreviewTargetsValue => ({
      path,
      imageUrl: (target) =>
        kit?.files.get(target)?.state === 'image' ? kitFileUrl(kit.kitId, target) : null,
      follow: (href) => {
        const offset = placeInText(studio.buffers.text(path) ?? '', href);
        // Within the text the preview itself goes there; the editor follows if they scroll in step.
        if (offset !== null) viewport?.scrollTo(offset, 8);
        else void followLink(studio, path, href);
      },
    }),
    [studio, path, kit, viewport],
  );

  useEffect(() => {
    const preview = holder.current?.querySelector<HTMLElement>('[role="document"]');
    if (!follows || !viewport || !view || !preview) return;
    return syncScroll(view, viewport, preview);
  }, [follows, viewport, view]);

  const onJump = useCallback(
    (span: { from: number; to: number }) => void openFile(studio, path, { span, focus: true }),
    [studio, path],
  );
  if (!model) return null;
  return (
    <div ref={holder} className={styles.fill}>
      <MarkdownPreview
        model={model}
        targets={targets}
        label="Preview"
        onViewport={setViewport}
        onJump={onJump}
      />
    </div>
  );
}

/** Offset of what a link within the text leads to, a heading or a footnote; null for links that lead elsewhere. */
function placeInText(text: string, href: string): number | null {
  if (!href.startsWith('#')) return null;
  const footnote = /^#fn-(.+)$/.exec(href)?.[1];
  if (footnote === undefined) return headingOffset(text, decodeFragment(href.slice(1)));
  const at = text.toLowerCase().indexOf(`\n[^${footnote.toLowerCase()}]:`);
  return at < 0 ? null : at + 1;
}

function StructuredPreview({ path }: { readonly path: string }) {
  const studio = useStudio();
  const report = useStudioState((state) => state.checks.reports.get(path));
  const jump = (span: { from: number; to: number }) => void openFile(studio, path, { span, focus: true });
  // A text that does not parse right now keeps its last meaning; the findings say what is wrong.
  const blocks = useLast(report?.preview && report.preview.length > 0 ? report.preview : null);
  if (blocks) return <DataPreview blocks={blocks} label="Preview" onJump={jump} />;
  return report ? <TreePreview path={path} onJump={jump} /> : <EmptyState title="Reading…" text="" />;
}

function TreePreview({
  path,
  onJump,
}: {
  readonly path: string;
  readonly onJump: (span: { from: number; to: number }) => void;
}) {
  const studio = useStudio();
  const version = useBufferVersion(path);
  const [answer, setAnswer] = useState<TreeAnswer | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is the reason to read the text again
  useEffect(() => {
    let over = false;
    const timer = setTimeout(async () => {
      const read = await previewServices(studio).client.tree(path, studio.buffers.text(path) ?? '');
      if (!over) setAnswer(read);
    }, 120);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [studio, path, version]);
  return answer ? <PlainTreeView answer={answer} label="Preview" onJump={onJump} /> : null;
}

function DiagramPreview({ path }: { readonly path: string }) {
  const studio = useStudio();
  useBufferVersion(path);
  const text = studio.buffers.text(path) ?? '';
  return (
    <ScrollArea className={styles.diagram} role="document" label="Preview" entry>
      <p className={styles.diagramTitle}>{titleOf(text)}</p>
      {text.trim() === '' ? (
        <EmptyState title="An empty diagram" text="Start with a line such as: flowchart LR" />
      ) : (
        <Diagram source={text} title={titleOf(text)} />
      )}
    </ScrollArea>
  );
}

/** The editor view of a file while it is shown. */
function useShownView(path: string): EditorView | null {
  const { buffers } = useStudio();
  const subscribe = useCallback(
    (listener: () => void) => buffers.subscribe((event) => event.kind === 'shown' && listener()),
    [buffers],
  );
  return useSyncExternalStore(subscribe, () => buffers.view(path));
}

/** Renders again with every change of a buffer. */
function useBufferVersion(path: string): number {
  const { buffers } = useStudio();
  const subscribe = useCallback(
    (listener: () => void) =>
      buffers.subscribe((event) => event.kind === 'changed' && event.path === path && listener()),
    [buffers, path],
  );
  return useSyncExternalStore(subscribe, () => buffers.version(path));
}

function useLast<T>(value: T | null): T | null {
  const [last, setLast] = useState(value);
  if (value !== null && value !== last) setLast(value);
  return value ?? last;
}
