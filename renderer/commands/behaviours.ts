import type { CommandId } from '../../shared/commands';
import { DEFAULT_SETTINGS } from '../../shared/settings/defaults';
import { steppedFontSize, switchedTheme } from '../state/app-slice';
import { shownTab } from '../state/editor-panes';
import { type CompanionPane, type NavigatorTab, toggledPane } from '../state/layout-slice';
import type { Overlay } from '../state/overlay-slice';
import { update } from '../state/studio-state';
import { neighbour } from '../state/tabs-slice';
import { openZip } from './archives';
import { saveReport, showLog } from './diagnostics';
import { EDITING_BEHAVIOURS } from './editing';
import { copyToPacket } from './example';
import { FILE_BEHAVIOURS, focusedRow } from './file-behaviours';
import { undoFileChange } from './file-changes';
import { requestClose } from './files';
import { onFormValue } from './form-values';
import { HISTORY_BEHAVIOURS } from './history-behaviours';
import { closeKit, openExample, openFolder } from './kits';
import { notify } from './notify';
import { showOutline } from './outline';
import { PACKET_BEHAVIOURS } from './packet';
import { focusPaneSoon, PANE_BEHAVIOURS } from './panes';
import { PLACE_BEHAVIOURS } from './place-behaviours';
import { PREVIEW_BEHAVIOURS } from './previewing';
import { focusRegion } from './regions';
import { undoRename } from './rename';
import { reopenClosed } from './reopen';
import { undoReplace } from './replace';
import { saveAll, saveFile } from './saving';
import { findInKit } from './search';
import { changeSettings } from './settings';
import { addHere, addToKitWords, addToMyWords, suggestSpelling } from './spelling';
import type { Studio } from './studio';
import { findUsesHere, goToDefinitionHere, renameHere } from './symbols';
import { NO_TARGET, type Target } from './target';

export type Behaviour = (studio: Studio, target: Target) => unknown;

/** Does what the system does for a text field; the editor has its own history. */
const native = (command: string) => () => document.execCommand(command);

/** Pastes, or says which keys do where the engine lets no command do it: it may while a key or menu asks for it. */
const paste =
  (key: string): Behaviour =>
  (studio) => {
    if (key !== 'V') studio.editor?.pastePlainNext();
    if (document.execCommand('paste')) return;
    const main = studio.store.getState().app.info?.platform === 'darwin' ? 'Cmd' : 'Ctrl';
    notify(
      studio,
      'info',
      `Nothing was pasted. ${main}+${key} in the text does it, and so does the Edit menu.`,
    );
  };

const inEditor = () => document.activeElement?.closest('.cm-editor') != null;
/** What was done last was done to the text: in the editor, or by a value of its view. */
const writesHere = () => inEditor() || onFormValue(document.activeElement);

const show =
  (overlay: Overlay): Behaviour =>
  ({ store }) =>
    store.setState({ overlay });

const navigate =
  (navigator: NavigatorTab): Behaviour =>
  ({ store }) => {
    update(store, 'layout', (layout) => ({ ...layout, navigator }));
    requestAnimationFrame(() =>
      document
        .querySelector<HTMLElement>('[data-region="Navigator"] [role="tab"][aria-selected="true"]')
        ?.focus(),
    );
  };

const toggle =
  (pane: CompanionPane): Behaviour =>
  ({ store }) =>
    update(store, 'layout', (layout) => toggledPane(layout, pane));

const step =
  (by: 1 | -1): Behaviour =>
  (studio) => {
    const { store } = studio;
    const next = neighbour(store.getState().tabs, by);
    if (next === null) return;
    const inText = inEditor();
    update(store, 'tabs', (tabs) => shownTab(tabs, next, tabs.focus));
    // The pane in use shows it as it was left, whichever other pane shows it too.
    if (inText) focusPaneSoon(studio);
  };

const zoom =
  (by: 1 | -1): Behaviour =>
  (studio) =>
    changeSettings(studio, { fontSize: steppedFontSize(studio.store.getState().app.settings.fontSize, by) });

const switched =
  (setting: 'remarks' | 'wrap' | 'syncScroll'): Behaviour =>
  (studio) =>
    changeSettings(studio, { [setting]: !studio.store.getState().app.settings[setting] });

const onActive =
  (work: (studio: Studio, path: string) => unknown): Behaviour =>
  (studio, target) => {
    const path = target.path ?? studio.store.getState().tabs.active;
    return path === null ? undefined : work(studio, path);
  };

/** What each command does. The type asks for every id of the table, so a command without behaviour does not compile. */
export const BEHAVIOURS: Readonly<Record<CommandId, Behaviour>> = {
  'kit.openFolder': openFolder,
  'kit.openZip': openZip,
  'kit.newPacket': show({ kind: 'new-packet' }),
  'kit.openExample': openExample,
  'kit.standard': show({ kind: 'standard' }),
  'kit.close': closeKit,
  'file.save': onActive(saveFile),
  'file.saveAll': saveAll,
  'file.close': onActive((studio, path) => requestClose(studio, path, studio.store.getState().tabs.focus)),
  'file.reopenClosed': reopenClosed,
  'app.settings': show({ kind: 'settings' }),
  'packet.export': show({ kind: 'export' }),
  // The window asks to close; the main process then runs the close handshake.
  'app.quit': () => window.close(),
  'edit.undo': (studio) => {
    if (focusedRow() !== null) return undoFileChange(studio);
    return writesHere() ? studio.editor?.undo() : native('undo')();
  },
  'edit.redo': (studio) => (writesHere() ? studio.editor?.redo() : native('redo')()),
  'edit.cut': native('cut'),
  'edit.copy': native('copy'),
  'edit.paste': paste('V'),
  'edit.pastePlain': paste('Shift+V'),
  'edit.selectAll': (studio) => (inEditor() ? studio.editor?.selectAll() : native('selectAll')()),
  'edit.find': (studio) => (studio.preview?.hasFocus() ? studio.preview.find() : studio.editor?.find()),
  'edit.replace': (studio) => studio.editor?.replace(),
  'edit.findInKit': (studio) => findInKit(studio),
  'edit.replaceInKit': (studio) => findInKit(studio, true),
  'edit.undoReplace': undoReplace,
  'edit.complete': (studio) => studio.editor?.complete(),
  // In the file tree it is the file that gets another name, and file changes are what is undone.
  'edit.rename': (studio, target) =>
    focusedRow() === null ? renameHere(studio) : FILE_BEHAVIOURS['file.rename'](studio, target),
  'edit.undoRename': undoRename,
  'edit.spelling': suggestSpelling,
  'edit.addToKitWords': (studio) => addHere(studio, addToKitWords),
  'edit.addToMyWords': (studio) => addHere(studio, addToMyWords),
  'edit.spellAmerican': (studio) => changeSettings(studio, { spelling: 'en-US' }),
  'edit.spellBritish': (studio) => changeSettings(studio, { spelling: 'en-GB' }),
  'edit.spellOff': (studio) => changeSettings(studio, { spelling: 'off' }),
  'edit.remarks': switched('remarks'),
  ...PLACE_BEHAVIOURS,
  ...FILE_BEHAVIOURS,
  ...EDITING_BEHAVIOURS,
  ...HISTORY_BEHAVIOURS,
  ...PACKET_BEHAVIOURS,
  ...PANE_BEHAVIOURS,
  ...PREVIEW_BEHAVIOURS,
  'view.palette': show({ kind: 'palette' }),
  'view.path': navigate('path'),
  'view.files': navigate('files'),
  'view.problems': navigate('problems'),
  'view.symbols': (studio) => {
    studio.store.setState({ usesOf: null });
    navigate('symbols')(studio, NO_TARGET);
  },
  'view.outline': showOutline,
  'view.preview': toggle('preview'),
  'view.example': toggle('example'),
  'view.rubric': toggle('rubric'),
  'view.syncScroll': switched('syncScroll'),
  'view.theme': (studio) => changeSettings(studio, { theme: switchedTheme(studio.store.getState().app) }),
  'view.zoomIn': zoom(1),
  'view.zoomOut': zoom(-1),
  'view.zoomReset': (studio) => changeSettings(studio, { fontSize: DEFAULT_SETTINGS.fontSize }),
  'view.wrap': switched('wrap'),
  'view.fullScreen': ({ host }) => void host.call('window.fullScreen', { wanted: 'other' }),
  'go.file': show({ kind: 'go-file' }),
  'go.heading': show({ kind: 'go-heading' }),
  'go.line': show({ kind: 'go-line' }),
  'go.nextTab': step(1),
  'go.previousTab': step(-1),
  'go.nextFinding': (studio) => studio.editor?.finding(1),
  'go.previousFinding': (studio) => studio.editor?.finding(-1),
  'go.definition': goToDefinitionHere,
  'go.showDefinition': (studio) => studio.editor?.showDefinition(),
  'go.uses': findUsesHere,
  'go.nextRegion': () => focusRegion(document, 1),
  'go.previousRegion': () => focusRegion(document, -1),
  'packet.recheck': ({ checker }) => checker.recheck(),
  'packet.copyToPacket': copyToPacket,
  'help.shortcuts': show({ kind: 'shortcuts' }),
  'help.showLog': showLog,
  'help.saveReport': saveReport,
  'help.about': show({ kind: 'about' }),
};
