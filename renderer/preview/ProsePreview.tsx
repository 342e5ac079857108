import { isolateHistory } from '@codemirror/commands';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { openFile } from '../commands/files';
import { followLink, placeInText } from '../commands/links';
import { notify } from '../commands/notify';
import { copySectionLink } from '../commands/previewing';
import { useStudio, useStudioState } from '../commands/studio-context';
import type { DocumentView } from '../views/document-views';
import { MarkdownPreview } from './MarkdownPreview';
import type { MarkdownModel } from './markdown-model';
import styles from './Preview.module.css';
import { PreviewBar } from './PreviewBar';
import { PreviewFind } from './PreviewFind';
import { kitFileUrl, previewServices } from './preview-services';
import type { PreviewTargetsValue } from './preview-targets';
import { syncScroll } from './scroll-sync';
import { taskChange } from './task-change';
import { useShownView } from './use-buffer';
import type { Viewport } from './viewport';

/** A Markdown file as its reader sees it, in step with the editor. */
export function ProsePreview({ path, view }: { readonly path: string; readonly view: DocumentView | null }) {
  const math = useStudioState((state) => state.app.settings.math);
  const model = previewServices(useStudio()).models.get(path);
  return model && <OpenPreview key={String(math)} path={path} model={model} documentView={view} />;
}

interface OpenPreviewProps {
  readonly path: string;
  readonly model: MarkdownModel;
  readonly documentView: DocumentView | null;
}

function OpenPreview({ path, model, documentView }: OpenPreviewProps) {
  const studio = useStudio();
  const follows = useStudioState((state) => state.app.settings.syncScroll);
  const [viewport, setViewport] = useState<Viewport | null>(null);
  const [asked, setAsked] = useState(0);
  const view = useShownView(path);
  const holder = useRef<HTMLDivElement>(null);
  const targets = useTargets(path, viewport);
  const page = () => holder.current?.querySelector<HTMLElement>('[role="document"]') ?? null;

  useEffect(() => {
    const preview = holder.current?.querySelector<HTMLElement>('[role="document"]');
    if (!follows || !viewport || !view || !preview) return;
    return syncScroll(view, viewport, preview);
  }, [follows, viewport, view]);

  // A preview that goes its own way comes back where it was left.
  useEffect(() => {
    if (follows || !viewport) return;
    const left = studio.previewPlaces.get(path);
    if (left !== undefined) viewport.scrollTo(left);
    return viewport.onScroll(() => studio.previewPlaces.set(path, viewport.firstVisible()));
  }, [studio, path, viewport, follows]);

  const onJump = useCallback(
    (span: { from: number; to: number }) => void openFile(studio, path, { span, focus: true }),
    [studio, path],
  );

  useEffect(() => {
    const actions = {
      hasFocus: () => holder.current?.contains(document.activeElement) === true,
      find: () => setAsked((before) => before + 1),
      goToSource: () => {
        const from = viewport?.firstVisible() ?? 0;
        onJump(viewport?.sourceOfFocus() ?? { from, to: from });
      },
      place: () => ({ path, offset: viewport?.firstVisible() ?? 0 }),
    };
    studio.preview = actions;
    return () => {
      if (studio.preview === actions) studio.preview = null;
    };
  }, [studio, path, viewport, onJump]);

  return (
    <div ref={holder} className={styles.fill}>
      <div className={styles.head}>
        <PreviewBar prose view={documentView} />
        {asked > 0 && (
          <PreviewFind
            model={model}
            viewport={viewport}
            asked={asked}
            onClose={() => {
              setAsked(0);
              page()?.focus();
            }}
          />
        )}
      </div>
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

function useTargets(path: string, viewport: Viewport | null): PreviewTargetsValue {
  const studio = useStudio();
  const kit = useStudioState((state) => state.kit);
  const readOnly = useStudioState(
    (state) => state.kit?.readOnly || state.tabs.order.some((tab) => tab.path === path && tab.readOnly),
  );
  return useMemo(
    () => ({
      path,
      imageUrl: (target) =>
        kit?.files.get(target)?.state === 'image' ? kitFileUrl(kit.kitId, target) : null,
      follow: (href) => {
        const offset = placeInText(studio.buffers.text(path) ?? '', href);
        // Within the text the preview itself goes there; the editor follows if they scroll in step.
        if (offset !== null) viewport?.scrollTo(offset, 8);
        else void followLink(studio, path, href);
      },
      enlarge: (picture) => studio.store.setState({ overlay: { kind: 'picture', ...picture } }),
      jump: (offset) => void openFile(studio, path, { span: { from: offset, to: offset }, focus: true }),
      copyLink: (offset) => copySectionLink(studio, path, offset),
      toggleTask: (offset) => {
        if (readOnly) {
          notify(
            studio,
            'info',
            'This file is read-only. Copy it into a packet of your own to tick its tasks.',
          );
          return;
        }
        const doc = studio.buffers.doc(path);
        const change = doc ? taskChange(doc, offset) : null;
        if (change)
          studio.buffers.dispatch(path, {
            changes: change,
            annotations: isolateHistory.of('full'),
            userEvent: 'input.task',
          });
      },
    }),
    [studio, path, kit, viewport, readOnly],
  );
}
