import { useStudio } from '../commands/studio-context';
import { FindBar } from './FindBar';
import type { MarkdownModel } from './markdown-model';
import { previewServices } from './preview-services';
import { usePreviewSearch } from './use-preview-search';
import type { Viewport } from './viewport';

export interface PreviewFindProps {
  readonly model: MarkdownModel;
  readonly viewport: Viewport | null;
  readonly asked: number;
  readonly onClose: () => void;
}

/** The search of a preview. A component of its own: while it is open it follows every change of the text, and nothing else has to. */
export function PreviewFind({ model, viewport, asked, onClose }: PreviewFindProps) {
  const search = usePreviewSearch(model, previewServices(useStudio()).client, viewport);
  return <FindBar search={search} asked={asked} onClose={onClose} />;
}
