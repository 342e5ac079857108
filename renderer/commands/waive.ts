import { comparePaths } from '../../shared/domain/kit-path';
import type { Finding } from '../../shared/rubric/finding';
import type { ArtifactReport } from '../../shared/rubric/report';
import { UNWAIVABLE, WAIVERS_FILE } from '../../shared/rubric/waivers/waiver';
import { waiveEdits } from '../../shared/rubric/waivers/write-waiver';
import { openFile } from './files';
import { notify } from './notify';
import { editOwnFile } from './own-file';
import type { Studio } from './studio';

/** Why a finding is accepted, and who answers for it. */
export interface WaiveWords {
  readonly reason: string;
  readonly by: string;
}

/** Whether a finding can be silenced here: an alarm about waivers themselves cannot, and a read-only kit keeps its findings. */
export function canWaive(studio: Studio, finding: Finding): boolean {
  const { kit } = studio.store.getState();
  return kit !== null && !kit.readOnly && !finding.waived && !UNWAIVABLE.includes(finding.id);
}

/**
 * Writes a waiver of a finding into the kit. False when nothing was written, which was then said: the text moved on since the finding was
 * made, or the file could not be written. `date` is the day, as the window has the clock.
 */
export async function waive(
  studio: Studio,
  finding: Finding,
  words: WaiveWords & { readonly date: string },
): Promise<boolean> {
  if (!studio.store.getState().kit) return false;
  const text = await judgedText(studio, finding);
  if (text === null) {
    notify(studio, 'info', 'The text changed since this was found. It is being checked again.');
    return false;
  }
  return editOwnFile(studio, WAIVERS_FILE, (file) => waiveEdits(file, finding, text, words), 'input.waive');
}

/** Opens the waivers file at the entry that silences a finding. */
export async function showWaiver(studio: Studio, finding: Finding): Promise<void> {
  await openFile(studio, WAIVERS_FILE, { focus: true });
  const text = studio.buffers.text(WAIVERS_FILE);
  const reason = finding.waived ? JSON.stringify(finding.waived.reason) : '';
  const at = text === null || reason === '' ? -1 : text.indexOf(reason);
  if (at >= 0) studio.buffers.reveal(WAIVERS_FILE, { from: at, to: at + reason.length }, true);
}

/** Who answered for the last waiver of the kit: most likely the same person again. */
export function lastWaivedBy(studio: Studio): string {
  const { kit, checks } = studio.store.getState();
  if (!kit) return '';
  const dated = [...checks.reports.values()]
    .flatMap((report: ArtifactReport) => report.findings.flatMap((finding) => finding.waived ?? []))
    .sort((a, b) => comparePaths(a.date, b.date));
  return dated.at(-1)?.by ?? '';
}

/** The text a finding's place belongs to, or null when it was edited since. */
async function judgedText(studio: Studio, finding: Finding): Promise<string | null> {
  const { kit, checks } = studio.store.getState();
  const { path } = finding;
  if (!kit) return null;
  if (!checks.reports.get(path)?.findings.includes(finding)) return null;
  if (studio.buffers.has(path))
    return checks.versions.get(path) === studio.buffers.version(path) ? studio.buffers.text(path) : null;
  const read = await studio.host.call('artifact.read', { kitId: kit.kitId, path });
  return read.ok ? read.value.text : null;
}
