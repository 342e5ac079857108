import type { ArtifactReport } from '../../shared/rubric/report';
import { applyFix } from '../commands/fixes';
import { notify } from '../commands/notify';
import type { Studio } from '../commands/studio';
import { shownFinding } from '../look/finding-look';
import { findingsOf } from './extensions/findings';

/**
 * Brings findings into the editors of open files as reports arrive. A report of an older text is dropped: marks that stand move along with
 * edits, and the next report replaces them. Returns the function that ends it.
 */
export function bindFindings(studio: Studio): () => void {
  const { store, buffers } = studio;
  const marked = new Map<string, ArtifactReport>();

  const mark = (path: string): void => {
    const { reports, versions } = store.getState().checks;
    const report = reports.get(path);
    const state = buffers.state(path);
    if (!report || !state || marked.get(path) === report || versions.get(path) !== buffers.version(path))
      return;
    marked.set(path, report);
    const spec = findingsOf(state, report.findings.map(shownFinding), (fix) => {
      if (!applyFix(studio, report, fix))
        notify(studio, 'info', 'The text changed since this was found. It is being checked again.');
    });
    buffers.dispatch(path, spec);
  };

  const stopBuffers = buffers.subscribe((event) => {
    if (event.kind === 'closed') marked.delete(event.path);
    if (event.kind !== 'doubled') return;
    // The second view comes without the marks.
    marked.delete(event.path);
    queueMicrotask(() => mark(event.path));
  });
  const stopStore = store.subscribe((now, before) => {
    if (now.checks.reports === before.checks.reports) return;
    for (const tab of now.tabs.order) mark(tab.path);
  });
  for (const tab of store.getState().tabs.order) mark(tab.path);
  return () => {
    stopBuffers();
    stopStore();
  };
}
