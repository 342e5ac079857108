import { notify, notifyError } from './notify';
import type { Studio } from './studio';

/** Shows where the log lies; what is in it is for whoever looks for a bug. */
export async function showLog(studio: Studio): Promise<void> {
  const shown = await studio.host.call('diagnostics.showLog', {});
  if (!shown.ok) notifyError(studio, shown.error);
}

/** Writes a report to a place of the user's choice. Whether anybody gets it is theirs to decide. */
export async function saveReport(studio: Studio): Promise<void> {
  const saved = await studio.host.call('diagnostics.saveReport', {});
  if (!saved.ok) notifyError(studio, saved.error);
  else if (saved.value.saved)
    notify(
      studio,
      'good',
      'The crash report is saved. It was sent nowhere, and holds nothing of your texts.',
    );
}
