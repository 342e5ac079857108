import type { PacketCommandId } from '../../shared/packet-commands';
import { readWriteFirst, SETTINGS_FILE, writeFirstEdits } from '../../shared/rubric/write-first';
import type { Span } from '../../shared/text/span';
import { withSide } from '../state/layout-slice';
import { type LearningState, openedKey, type Screen, withOpened } from '../state/screen-slice';
import { update } from '../state/studio-state';
import { openFile } from './files';
import { notify } from './notify';
import { editOwnFile } from './own-file';
import type { Studio } from './studio';
import type { Target } from './target';

/** Shows a screen in place of text and companion; asked for again, the text comes back. */
export function toggleScreen(studio: Studio, screen: Screen): void {
  const now = studio.store.getState().screen;
  if (now?.kind === screen.kind) leaveScreen(studio);
  else showScreen(studio, screen);
}

export function showScreen({ store }: Studio, screen: Screen): void {
  update(store, 'layout', (layout) => withSide(layout, 'companion', true));
  store.setState({ screen });
  afterFrame(() => document.querySelector<HTMLElement>('[data-screen] [data-region-focus]')?.focus());
}

/** Back to the text, with the cursor in it. */
export function leaveScreen({ store }: Studio): void {
  if (!store.getState().screen) return;
  store.setState({ screen: null });
  afterFrame(() => document.querySelector<HTMLElement>('[data-in-use="true"] .cm-content')?.focus());
}

/** Goes to a place of the packet, else to a file, and shows what the rubric says there. */
export function goToPlace(studio: Studio, path: string, span: Span | null, rubric = false): void {
  if (rubric)
    update(studio.store, 'layout', (layout) => {
      const shown = withSide(layout, 'companion', true);
      return shown.companion.includes('rubric') ? shown : { ...shown, companion: ['preview', 'rubric'] };
    });
  void openFile(studio, path, { focus: true, ...(span ? { span } : {}) });
}

/** Opens good work of the kind of the file at hand, beside the file. */
function contrastHere(studio: Studio, target: Target): void {
  const { tabs, checks, screen } = studio.store.getState();
  if (screen?.kind === 'contrast') {
    leaveScreen(studio);
    return;
  }
  const path = target.path ?? tabs.active;
  const kind = path === null ? null : (checks.reports.get(path)?.kind ?? null);
  if (kind === null || path === null) {
    notify(studio, 'info', 'Open an artifact first: its kind says which examples are laid beside it.');
    return;
  }
  showContrast(studio, kind, path);
}

export function showContrast(
  studio: Studio,
  artifact: string,
  path: string | null,
  criterion: string | null = null,
): void {
  showScreen(studio, { kind: 'contrast', artifact, path, criterion });
}

/** Takes over what the kit says about how it is worked on. */
export async function readLearning(studio: Studio): Promise<void> {
  const { kit } = studio.store.getState();
  if (!kit) return;
  const there = kit.files.has(SETTINGS_FILE);
  const read = there
    ? await studio.host.call('artifact.read', { kitId: kit.kitId, path: SETTINGS_FILE })
    : null;
  if (studio.store.getState().kit?.kitId !== kit.kitId) return;
  const writeFirst = readWriteFirst(read?.ok ? read.value.text : null);
  update(studio.store, 'learning', (now) => (now.writeFirst === writeFirst ? now : { ...now, writeFirst }));
}

/** Turns it on or off in the kit's own settings: text like the rest, so that it goes along with the kit. */
async function toggleWriteFirst(studio: Studio): Promise<void> {
  const { kit, learning } = studio.store.getState();
  if (!kit) return;
  if (kit.readOnly) {
    notify(studio, 'info', 'This kit is read-only. Open your own packet to write first.');
    return;
  }
  const on = !learning.writeFirst;
  if (!(await editOwnFile(studio, SETTINGS_FILE, (text) => writeFirstEdits(text, on), 'input.settings')))
    return;
  update(studio.store, 'learning', (): LearningState => ({ writeFirst: on, opened: new Set() }));
  notify(
    studio,
    'good',
    on
      ? 'Sections of the example open once you have written a first attempt of your own.'
      : 'The example is open again.',
  );
}

/** Shows a section of the example although nothing of one's own is written yet. */
export function openAnyway(studio: Studio, path: string, section: string): void {
  update(studio.store, 'learning', (now) => withOpened(now, openedKey(path, section)));
}

function afterFrame(work: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(work));
}

/** What the commands of the packet do. */
export const PACKET_BEHAVIOURS: Readonly<
  Record<PacketCommandId, (studio: Studio, target: Target) => unknown>
> = {
  'packet.dashboard': (studio) => toggleScreen(studio, { kind: 'packet' }),
  'packet.contrast': contrastHere,
  'packet.writeFirst': toggleWriteFirst,
};
