import type { Fix } from '../../shared/rubric/finding';
import type { ArtifactReport } from '../../shared/rubric/report';
import { openFile } from './files';
import type { Studio } from './studio';

/**
 * Applies a repair as one undoable step. Its offsets belong to the text of the report, so it is refused (false) when that text was edited
 * since; the next report brings it anew.
 */
export function applyFix(studio: Studio, report: ArtifactReport, fix: Fix): boolean {
  const { buffers, store } = studio;
  const { path } = report;
  const { checks } = store.getState();
  const state = buffers.state(path);
  if (!state || state.readOnly) return false;
  if (checks.reports.get(path) !== report || checks.versions.get(path) !== buffers.version(path))
    return false;
  buffers.dispatch(path, {
    changes: fix.edits.map(({ from, to, insert }) => ({ from, to, insert })),
    userEvent: 'input.fix',
    scrollIntoView: true,
  });
  return true;
}

/** Opens the file of a finding and goes to its place. */
export function goToFinding(
  studio: Studio,
  finding: { readonly path: string; readonly span: { readonly from: number; readonly to: number } },
): void {
  void openFile(studio, finding.path, { span: finding.span, focus: true });
}
