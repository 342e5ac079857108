import type { Studio } from '../commands/studio';
import { previewServices } from './preview-services';

/** Markdown as HTML for the clipboard; null when that takes too long. */
export async function richText(studio: Studio, source: string): Promise<string | null> {
  const answer = await previewServices(studio).client.rich(source);
  return answer?.html ?? null;
}
