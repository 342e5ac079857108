import { EditorState } from '@codemirror/state';
import { useEffect, useMemo, useRef } from 'react';
import { formatOf } from '../../shared/rubric/parse-source';
import { linkTarget } from '../commands/links';
import { useStudio } from '../commands/studio-context';
import { titleOf } from '../preview/CodeBlock';
import { Diagram } from '../preview/Diagram';
import { MarkdownPreview } from '../preview/MarkdownPreview';
import { MarkdownModel } from '../preview/markdown-model';
import { kitFileUrl, previewServices } from '../preview/preview-services';
import type { PreviewTargetsValue } from '../preview/preview-targets';
import { markedPieces } from '../rubric/marked-pieces';
import { ScrollArea } from '../ui/ScrollArea';
import styles from './contrast.module.css';
import { markQuotes } from './mark-quotes';

interface PartTextProps {
  readonly path: string;
  readonly kitId: string;
  readonly text: string;
  readonly label: string;
  /** Passages that the differences are about. */
  readonly quotes: readonly string[];
  /** Whose text it is: its marks are kept apart from those of the others. */
  readonly side: string;
}

/** A part of a file: prose as a reader sees it, data as it is written, each with the passages that matter marked. */
export function PartText(props: PartTextProps) {
  const { path, text, label, quotes } = props;
  const format = formatOf(path);
  if (format === 'md') return <Prose {...props} />;
  if (format === 'mmd')
    return (
      <ScrollArea className={styles.drawing} label={label} role="document" whenNeeded>
        <Diagram source={text} title={titleOf(text)} />
      </ScrollArea>
    );
  return (
    <ScrollArea as="pre" className={styles.data} label={label} role="document" whenNeeded>
      {markedPieces(text, inOrder(text, quotes)).map((piece) =>
        piece.marked ? (
          <mark key={piece.from}>{piece.text}</mark>
        ) : (
          <span key={piece.from}>{piece.text}</span>
        ),
      )}
    </ScrollArea>
  );
}

/** As they stand in the text, which is the order they are looked for in. */
function inOrder(text: string, quotes: readonly string[]): readonly string[] {
  return [...quotes].sort((a, b) => text.indexOf(a) - text.indexOf(b));
}

function Prose({ path, kitId, text, label, quotes, side }: PartTextProps) {
  const studio = useStudio();
  const holder = useRef<HTMLDivElement>(null);
  const model = useMemo(
    () => new MarkdownModel(EditorState.create({ doc: text }).doc, previewServices(studio).client),
    [studio, text],
  );
  useEffect(() => () => model.close(), [model]);
  useEffect(
    () => (holder.current ? markQuotes(holder.current, model, quotes, side) : undefined),
    [model, quotes, side],
  );
  const targets = useMemo(
    (): PreviewTargetsValue => ({
      path,
      imageUrl: (target) => kitFileUrl(kitId, target),
      follow: (href) => {
        const target = linkTarget(path, href);
        if (target.kind === 'outside') void studio.host.call('link.open', { url: target.url });
      },
    }),
    [studio, path, kitId],
  );
  return (
    <div ref={holder} className={styles.prose}>
      <MarkdownPreview model={model} targets={targets} label={label} />
    </div>
  );
}
