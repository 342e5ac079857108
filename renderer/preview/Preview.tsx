import { Suspense, useCallback, useEffect, useState } from 'react';
import { formatOf } from '../../shared/rubric/parse-source';
import type { ArtifactReport } from '../../shared/rubric/report';
import { openFile } from '../commands/files';
import { useStudio, useStudioState } from '../commands/studio-context';
import { activeTab } from '../state/tabs-slice';
import { EmptyState } from '../ui/EmptyState';
import { ScrollArea } from '../ui/ScrollArea';
import { useDocumentView } from '../views/document-views';
import { KindFrame } from '../views/KindFrame';
import { KindTools } from '../views/KindTools';
import type { Drawn } from '../workers/checker';
import { titleOf } from './CodeBlock';
import { ChartFile } from './chart/use-cursor-marks';
import { DataPreview } from './DataPreview';
import { Diagram } from './Diagram';
import { CellFormsContext } from './forms/cell-forms';
import { useCellForms } from './forms/use-cell-forms';
import { NotWhole } from './NotWhole';
import { PlainTreeView } from './PlainTreeView';
import styles from './Preview.module.css';
import { PreviewBar } from './PreviewBar';
import { PreviewDiagrams } from './PreviewDiagrams';
import { ProsePreview } from './ProsePreview';
import { PagedPreview } from './pages/PagedPreview';
import { previewServices } from './preview-services';
import type { TreeAnswer } from './render-protocol';
import { useBufferVersion } from './use-buffer';

/** The active file as a reader sees it. */
export function Preview() {
  const tab = useStudioState((state) => activeTab(state.tabs));
  const pages = useStudioState((state) => state.layout.switches.has('preview-pages'));
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
  if (format === null)
    return <EmptyState title="No preview" text="Only Markdown, YAML, JSON and Mermaid files have one." />;
  if (pages) return <PagedPreview key={tab.path} path={tab.path} />;
  return (
    <PreviewDiagrams>
      <FilePreview key={tab.path} path={tab.path} format={format} />
    </PreviewDiagrams>
  );
}

/** Documents and diagrams are shown as they are read, and as their view when that is switched on; data only has its view. */
function FilePreview({ path, format }: { readonly path: string; readonly format: string }) {
  const kind = useStudioState((state) => state.checks.reports.get(path)?.kind ?? null);
  const view = useDocumentView(kind);
  const View = view?.View ?? StructuredPreview;
  if (format === 'md' && !view?.shown) return <ProsePreview path={path} view={view} />;
  return (
    <div className={styles.fill}>
      <PreviewBar view={view} followed={format !== 'mmd' && !view?.shown} />
      {format === 'mmd' && !view?.shown ? (
        <DiagramPreview path={path} />
      ) : (
        <Suspense fallback={<EmptyState title="Reading…" text="" />}>
          <View path={path} />
        </Suspense>
      )}
    </div>
  );
}

function StructuredPreview({ path }: { readonly path: string }) {
  const studio = useStudio();
  const report = useStudioState((state) => state.checks.reports.get(path));
  const jump = useCallback(
    (span: { from: number; to: number }) => void openFile(studio, path, { span, focus: true }),
    [studio, path],
  );
  const meaning = useMeaning(path, report);
  const blocks = meaning?.blocks ?? null;
  const forms = useCellForms(path, blocks);
  if (blocks && blocks.length > 0)
    return (
      <ChartFile value={path}>
        <KindFrame kind={report?.kind ?? null} path={path} onJump={jump}>
          <CellFormsContext value={forms}>
            <DataPreview
              blocks={blocks}
              label="Preview"
              onJump={jump}
              head={
                <>
                  {meaning?.problem && (
                    <NotWhole path={path} before={meaning.before} problem={meaning.problem} onJump={jump} />
                  )}
                  <KindTools kind={report?.kind ?? null} path={path} onJump={jump} />
                </>
              }
            />
          </CellFormsContext>
        </KindFrame>
      </ChartFile>
    );
  return blocks ? <TreePreview path={path} onJump={jump} /> : <EmptyState title="Reading…" text="" />;
}

interface Meaning extends Drawn {
  /** The blocks are of a text before the problem came into it. */
  readonly before: boolean;
}

const NOTHING: Meaning = { blocks: [], problem: null, before: false };

/**
 * What the file means, asked for whenever there is a new report of it: the findings come first. Null before the first answer. A text that does not
 * parse right now keeps its last meaning; where there is none yet, what can be read of it is shown.
 */
function useMeaning(path: string, report: ArtifactReport | undefined): Meaning | null {
  const studio = useStudio();
  const [meaning, setMeaning] = useState<Meaning | null>(null);
  useEffect(() => {
    if (!report) return;
    // Answers come in the order of the questions: the latest is shown last.
    void studio.checker.drawn(path).then((drawn) =>
      // JSON is read past a problem; of YAML only what stands before it would be left.
      setMeaning((last) => nextMeaning(last, drawn, formatOf(path) !== 'json')),
    );
  }, [studio, path, report]);
  return meaning;
}

function nextMeaning(last: Meaning | null, drawn: Drawn | null, keeps: boolean): Meaning {
  if (!drawn || (drawn.blocks.length === 0 && !drawn.problem)) return last ?? NOTHING;
  const whole = last !== null && last.blocks.length > 0 && (last.before || last.problem === null);
  return drawn.problem && whole && (keeps || drawn.blocks.length === 0)
    ? { blocks: last.blocks, problem: drawn.problem, before: true }
    : { ...drawn, before: false };
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
