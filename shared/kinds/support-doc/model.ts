import type { Source } from '../../rubric/artifact';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';
import { type MarkdownDoc, parseMarkdown } from '../../text/markdown';
import type { Span } from '../../text/span';

/** A working paper in prose as far as it is written. */
export interface SupportDoc {
  readonly doc: MarkdownDoc;
  readonly front: DataReader;
  readonly subtype: string | null;
  /** Where something about the whole document is reported: its first heading. */
  readonly title: Span;
}

export function readSupportDoc(source: Source): SupportDoc {
  const doc = source.format === 'md' ? source.markdown : parseMarkdown('');
  const front = rootReader(source);
  return {
    doc,
    front,
    subtype: front.at('subtype').text?.toLowerCase() ?? null,
    title: doc.headings[0]?.span ?? { from: 0, to: Math.min(1, doc.text.length) },
  };
}
