import type { ArtifactReport } from '../../shared/rubric/report';
import { tabOf } from '../state/tabs-slice';
import { Debounced } from './debounce';
import { saveFile } from './saving';
import type { Studio } from './studio';

/** With autosave on, a file is saved this long after the last key in it, in milliseconds. */
const AUTOSAVE_PAUSE = 1500;

/** A report as the settings want it shown: without remarks on prose when they are off. What a kit made weigh something stays. */
export function shownReport(report: ArtifactReport, remarks: boolean): ArtifactReport {
  if (remarks) return report;
  const findings = report.findings.filter(
    ({ id, severity }) => severity !== 'info' || !id.startsWith('PROSE-'),
  );
  return findings.length === report.findings.length ? report : { ...report, findings };
}

/**
 * Follows the settings that concern more than the look of the window: remarks come and go, files are saved by themselves, when typing pauses and
 * when another window is used (`page` tells that; null where there is none).
 */
export function keepPreferences(
  studio: Studio,
  page: Pick<EventTarget, 'addEventListener'> | null = typeof window === 'undefined' ? null : window,
): void {
  const { store, buffers, checker } = studio;
  const waiting = new Map<string, Debounced>();
  const autosave = (path: string): void => {
    const { app, tabs } = store.getState();
    const tab = tabOf(tabs, path);
    // What the user has to decide about is not decided by a timer.
    if (
      !app.settings.autosave ||
      !tab?.dirty ||
      tab.readOnly ||
      tab.conflict ||
      tab.saveError ||
      tab.recoveredAt !== null
    )
      return;
    void saveFile(studio, path);
  };
  const soon = (path: string): void => {
    const debounced = waiting.get(path) ?? new Debounced(() => autosave(path), AUTOSAVE_PAUSE);
    waiting.set(path, debounced);
    debounced.call();
  };
  buffers.subscribe((event) => {
    if (event.kind === 'closed') {
      waiting.get(event.path)?.cancel();
      waiting.delete(event.path);
    } else if (event.kind === 'changed' && store.getState().app.settings.autosave) soon(event.path);
  });
  page?.addEventListener('blur', () => {
    for (const debounced of waiting.values()) debounced.now();
  });
  store.subscribe((now, before) => {
    const { settings } = now.app;
    if (settings === before.app.settings) return;
    if (settings.remarks !== before.app.settings.remarks && now.kit) checker.recheck();
    if (settings.autosave && !before.app.settings.autosave)
      for (const { path, dirty } of now.tabs.order) if (dirty) soon(path);
  });
}
