import { EditorState } from '@codemirror/state';
import { useEffect, useMemo, useState } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import { type PlacedBlock, unmoved } from '../../shared/preview/block-changes';
import { lowered } from '../../shared/preview/labels';
import { formatOf } from '../../shared/rubric/parse-source';
import { copySectionAsStart } from '../commands/copy-section';
import { copyToPacket, type ExampleFile, exampleOf } from '../commands/example';
import { openFile } from '../commands/files';
import { linkTarget, placeInText } from '../commands/links';
import { notify } from '../commands/notify';
import { openAnyway } from '../commands/packet';
import { useRun, useStudio, useStudioState } from '../commands/studio-context';
import { titleOf } from '../preview/CodeBlock';
import { DataPreview } from '../preview/DataPreview';
import { Diagram } from '../preview/Diagram';
import { MarkdownPreview } from '../preview/MarkdownPreview';
import { MarkdownModel } from '../preview/markdown-model';
import { PreviewDiagrams } from '../preview/PreviewDiagrams';
import { kitFileUrl, previewServices } from '../preview/preview-services';
import type { PreviewTargetsValue } from '../preview/preview-targets';
import type { Viewport } from '../preview/viewport';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { ScrollArea } from '../ui/ScrollArea';
import styles from './Example.module.css';
import { useCover, WHOLE } from './use-cover';
import { useExampleScroll, useSectionInSight } from './use-example-scroll';

/** The worked example of the same kind as the active file, at the same section. */
export function Example() {
  const studio = useStudio();
  const path = useStudioState((state) => state.tabs.active);
  const kitId = useStudioState((state) => state.kit?.kitId);
  const kind = useStudioState((state) => {
    const id = path === null ? undefined : state.checks.reports.get(path)?.kind;
    return id ? state.checks.kinds.get(id) : undefined;
  });
  const [found, setFound] = useState<{ readonly for: string; readonly example: ExampleFile } | null>(null);
  const key = path === null || !kind ? null : `${kitId} ${kind.id} ${path}`;

  useEffect(() => {
    if (path === null || !kind || key === null) return;
    let over = false;
    void exampleOf(studio, kind, path).then((example) => {
      if (!over) setFound({ for: key, example });
    });
    return () => {
      over = true;
    };
  }, [studio, kind, path, key]);

  if (path === null)
    return (
      <EmptyState title="No example" text="Open an artifact to see the worked example of the same kind." />
    );
  if (!kind)
    return (
      <EmptyState
        title="No example"
        text="The studio has worked examples only for kinds of artifact that it knows."
      />
    );
  if (!found || found.for !== key) return <EmptyState title="Looking for the example…" text="" />;
  const { example } = found;
  switch (example.kind) {
    case 'same':
      return (
        <EmptyState
          title="You are looking at it"
          text={`This file is the worked example of a ${lowered(kind.title)}.`}
        />
      );
    case 'none':
      return (
        <EmptyState
          title="No example yet"
          text={`The worked example holds no ${kind.title.toLowerCase()}.`}
        />
      );
    case 'failed':
      return <EmptyState title="The example cannot be read" text={example.message} />;
    case 'found':
      return <Found key={`${example.kitId} ${example.path}`} example={example} draft={path} />;
  }
}

interface FoundProps {
  readonly example: Extract<ExampleFile, { kind: 'found' }>;
  readonly draft: string;
}

function Found({ example, draft }: FoundProps) {
  const studio = useStudio();
  const readOnly = useStudioState((state) => state.kit?.readOnly ?? true);
  const format = formatOf(example.path);
  const [section, setSection] = useState<SectionInSight | null>(null);
  const run = useRun();
  const cover = useCover(example, draft);
  const covered = cover?.kind === 'sections' ? cover.covered : null;
  const shown = useMemo(() => (covered ? { ...example, text: covered.text } : example), [covered, example]);
  const closed = covered?.closed.find(({ from }) => from === section?.from) ?? null;
  return (
    <PreviewDiagrams>
      <div className={styles.pane}>
        <div className={styles.bar}>
          <span className={styles.name} title={example.path}>
            {example.path}
          </span>
          <Button look="quiet" onPress={() => run('packet.contrast')}>
            Senior against Staff
          </Button>
          {!readOnly && !closed && cover?.kind !== 'whole' && (format === 'md' || format === 'yaml') && (
            <TooltipTrigger delay={500}>
              <Button
                look="quiet"
                onPress={() => {
                  const place = section?.from ?? null;
                  void copySectionAsStart(
                    studio,
                    place === null ? null : (covered?.originalOf(place) ?? place),
                  );
                }}
              >
                Copy Section
              </Button>
              <Tooltip className={styles.tooltip ?? ''} offset={6}>
                {section ? `Copy “${section.title}” as a start` : 'Copy the part the cursor is in as a start'}
              </Tooltip>
            </TooltipTrigger>
          )}
          {!readOnly && (
            <Button look="quiet" onPress={() => void copyToPacket(studio)}>
              Copy to My Packet
            </Button>
          )}
        </div>
        {closed && <Waits title={closed.title} onOpen={() => openAnyway(studio, draft, closed.key)} />}
        {cover?.kind === 'unknown' ? (
          <EmptyState title="Looking at what you have written…" text="" />
        ) : cover?.kind === 'whole' ? (
          <EmptyState
            title="Yours first"
            text="The example opens when you have written a first attempt of your own."
          >
            <Button onPress={() => openAnyway(studio, draft, WHOLE)}>Show Anyway</Button>
          </EmptyState>
        ) : (
          <div className={styles.body}>
            {format === 'md' && <ProseExample example={shown} draft={draft} onSection={setSection} />}
            {(format === 'yaml' || format === 'json') && <DataExample example={example} />}
            {format === 'mmd' && (
              <div className={styles.diagram}>
                <Diagram source={example.text} title={titleOf(example.text)} />
              </div>
            )}
          </div>
        )}
      </div>
    </PreviewDiagrams>
  );
}

/** A section that is closed until one's own was tried, and the way round. */
function Waits({ title, onOpen }: { readonly title: string; readonly onOpen: () => void }) {
  return (
    <div className={styles.waits} role="note">
      <p>“{title}” opens when you have written a first attempt of your own.</p>
      <Button onPress={onOpen}>Show Anyway</Button>
    </div>
  );
}

/** The section of the example that one sees at its upper edge. */
interface SectionInSight {
  readonly title: string;
  /** Offset in the example. */
  readonly from: number;
}

interface ProseExampleProps extends FoundProps {
  readonly onSection: (section: SectionInSight | null) => void;
}

function ProseExample({ example, draft, onSection }: ProseExampleProps) {
  const studio = useStudio();
  const [viewport, setViewport] = useState<Viewport | null>(null);
  const math = useStudioState((state) => state.app.settings.math);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another setting is another way to read the text
  const model = useMemo(
    () => new MarkdownModel(EditorState.create({ doc: example.text }).doc, previewServices(studio).client),
    [studio, example.text, math],
  );
  useExampleScroll(viewport, draft, example.text);
  useSectionInSight(viewport, example.text, onSection);

  const targets = useMemo(
    (): PreviewTargetsValue => ({
      path: example.path,
      imageUrl: (target) => kitFileUrl(example.kitId, target),
      follow: (href) => {
        const offset = placeInText(example.text, href);
        const target = linkTarget(example.path, href);
        if (offset !== null) viewport?.scrollTo(offset, 8);
        else if (target.kind === 'outside') void studio.host.call('link.open', { url: target.url });
        else if (target.kind === 'file' && example.own) void openFile(studio, target.path);
        else
          notify(
            studio,
            'info',
            'This link leads to another file of the worked example. Open the worked example to follow it.',
          );
      },
    }),
    [studio, example, viewport],
  );
  return <MarkdownPreview model={model} targets={targets} label="Worked example" onViewport={setViewport} />;
}

function DataExample({ example }: Pick<FoundProps, 'example'>) {
  const studio = useStudio();
  const [blocks, setBlocks] = useState<readonly PlacedBlock[] | null>(null);
  useEffect(() => {
    let over = false;
    void studio.checker.meaning(example.path, example.text).then(({ blocks: read }) => {
      if (!over) setBlocks(unmoved(read ?? []));
    });
    return () => {
      over = true;
    };
  }, [studio, example]);
  if (!blocks) return <EmptyState title="Reading…" text="" />;
  if (blocks.length === 0) {
    return (
      <ScrollArea as="pre" className={styles.source} label="Worked example" role="document" entry>
        {example.text}
      </ScrollArea>
    );
  }
  const noPlace = () => notify(studio, 'info', 'This is the worked example. Open it to go to a line.');
  return (
    <DataPreview
      blocks={blocks}
      label="Worked example"
      onJump={example.own ? (span) => void openFile(studio, example.path, { span }) : noPlace}
    />
  );
}
