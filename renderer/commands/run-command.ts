import { type Command, type CommandId, commandById } from '../../shared/commands';
import type { Settings } from '../../shared/ipc/payloads';
import { themeOf } from '../state/app-slice';
import { isCompanionPane, isShown, type Side, type Switch } from '../state/layout-slice';
import { type StudioState, update } from '../state/studio-state';
import { BEHAVIOURS } from './behaviours';
import { notify } from './notify';
import type { Studio } from './studio';
import { NO_TARGET, type Target } from './target';

/** Recently used commands that the palette shows first. */
const REMEMBERED = 20;

/** True when what the command needs is there. */
export function isEnabled(command: Command, state: StudioState, target: Target = NO_TARGET): boolean {
  return whyDisabled(command, state, target) === null;
}

/** Why a command cannot be carried out now, in words; null when it can. */
export function whyDisabled(command: Command, state: StudioState, target: Target = NO_TARGET): string | null {
  if (command.needs === 'nothing') return null;
  const { kit } = state;
  if (kit === null) return 'Open a kit first';
  if (command.id === 'packet.export' && kit.listing.files.length === 0) return 'The kit has no files';
  if (command.needs === 'kit') return null;
  if (target.path === undefined && state.tabs.active === null) return 'Open a file first';
  if (kit.readOnly && WRITES.has(command.id)) return 'This kit is read-only';
  return null;
}

/** Commands on a file that only write; those that read too say for themselves what cannot be written. */
const WRITES: ReadonlySet<string> = new Set(['file.save', 'finding.fix', 'finding.waive']);

const SPELLING: Readonly<Record<string, Settings['spelling']>> = {
  'edit.spellAmerican': 'en-US',
  'edit.spellBritish': 'en-GB',
  'edit.spellOff': 'off',
};

const SIDES: Readonly<Record<string, Side>> = {
  'view.navigator': 'navigator',
  'view.editor': 'editor',
  'view.companion': 'companion',
};

const SWITCHED: Readonly<Record<string, Switch>> = {
  'view.companionBelow': 'companion-below',
  'view.panesBeside': 'companion-beside',
  'view.editorsStacked': 'editors-stacked',
  'view.focusMode': 'focus',
  'view.typewriter': 'typewriter',
  'view.dim': 'dim',
  'view.dimSentences': 'dim-sentences',
  'view.pages': 'preview-pages',
};

/** For commands that switch something: whether it is on; null for all others. */
export function isOn(id: string, state: StudioState): boolean | null {
  if (id === 'view.syncScroll') return state.app.settings.syncScroll;
  if (id === 'packet.dashboard') return state.screen?.kind === 'packet';
  if (id === 'packet.contrast') return state.screen?.kind === 'contrast';
  if (id === 'packet.writeFirst') return state.learning.writeFirst;
  if (id === 'view.wrap') return state.app.settings.wrap;
  if (id === 'edit.remarks') return state.app.settings.remarks;
  if (id === 'view.theme') return themeOf(state.app) === 'dark';
  const language = SPELLING[id];
  if (language !== undefined) return state.app.settings.spelling === language;
  const side = SIDES[id];
  if (side !== undefined) return isShown(state.layout, side);
  const name = SWITCHED[id];
  if (name !== undefined) return state.layout.switches.has(name);
  const pane = id.replace(/^view\./, '');
  if (isCompanionPane(pane))
    return isShown(state.layout, 'companion') && state.layout.companion.includes(pane);
  return null;
}

/** Runs a command by its id, whoever asked: menu, palette, shortcut or button. Does nothing when it is not enabled. */
export async function runCommand(studio: Studio, id: CommandId, target: Target = NO_TARGET): Promise<void> {
  const command = commandById(id);
  const state = studio.store.getState();
  if (!command || !isEnabled(command, state, target)) return;
  // While a dialog is open, commands wait for it; another dialog may take its place.
  if (state.overlay && !opensDialog(id)) return;
  if (id !== 'view.palette') {
    update(studio.store, 'recentCommands', (recent) =>
      [id, ...recent.filter((other) => other !== id)].slice(0, REMEMBERED),
    );
  }
  try {
    await BEHAVIOURS[id](studio, target);
  } catch (error) {
    notify(
      studio,
      'problem',
      `${command.label} failed: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function opensDialog(id: string): boolean {
  return [
    'view.palette',
    'go.file',
    'go.heading',
    'go.line',
    'app.settings',
    'help.shortcuts',
    'help.showLog',
    'help.saveReport',
    'help.about',
    'view.theme',
    'view.zoomIn',
    'view.zoomOut',
    'view.zoomReset',
    'app.quit',
  ].includes(id);
}
