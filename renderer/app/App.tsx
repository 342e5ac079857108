import { lazy, Suspense, useEffect, useLayoutEffect } from 'react';
import { type CommandId, commandById, type MenuName } from '../../shared/commands';
import type { Settings } from '../../shared/ipc/payloads';
import { commandForKey } from '../commands/accelerators';
import { watchContextMenus } from '../commands/context-menus';
import { onFormValue } from '../commands/form-values';
import { notify } from '../commands/notify';
import { watchRegions } from '../commands/regions';
import { runCommand } from '../commands/run-command';
import type { Studio } from '../commands/studio';
import { StudioProvider, useStudio, useStudioState } from '../commands/studio-context';
import { themeOf } from '../state/app-slice';
import { EmptyState } from '../ui/EmptyState';
import { visibleName } from '../ui/visible-name';
import { Welcome } from '../welcome/Welcome';
import { Notices } from './Notices';
import { Overlays } from './Overlays';
import { PaneBoundary } from './PaneBoundary';

const Workspace = lazy(async () => ({ default: (await import('./Workspace')).Workspace }));

export function App({ studio }: { readonly studio: Studio }) {
  return (
    <StudioProvider value={studio}>
      <PaneBoundary name="The window">
        <Window />
      </PaneBoundary>
    </StudioProvider>
  );
}

function Window() {
  const open = useStudioState((state) => state.kit !== null);
  const name = useStudioState((state) => state.kit?.name);
  useAppearance();
  useShortcuts();
  useEffect(() => {
    document.title = name === undefined ? 'Staffwright' : `${visibleName(name)} – Staffwright`;
  }, [name]);
  return (
    <>
      {open ? (
        <Suspense fallback={<EmptyState title="Opening…" text="" />}>
          <Workspace />
        </Suspense>
      ) : (
        <Welcome />
      )}
      <Notices />
      <DialogHolder />
    </>
  );
}

/** A dialog that breaks is closed: left open, it would block every command. */
function DialogHolder() {
  const studio = useStudio();
  const kind = useStudioState((state) => state.overlay?.kind ?? null);
  const giveUp = (error: Error) => {
    studio.store.setState({ overlay: null });
    notify(studio, 'problem', `This dialog could not be shown: ${error.message}`);
  };
  return (
    <PaneBoundary name="The dialog" resetKey={kind} onBreak={giveUp}>
      <Overlays />
    </PaneBoundary>
  );
}

const FACES: Readonly<Record<Settings['font'], string>> = {
  mono: 'var(--font-mono)',
  serif: 'var(--font-read)',
  sans: 'var(--font-sans)',
};

function useAppearance(): void {
  const theme = useStudioState((state) => themeOf(state.app));
  const { font, fontSize, lineWidth, lineHeight } = useStudioState((state) => state.app.settings);
  const known = useStudioState((state) => state.app.info !== null);
  useLayoutEffect(() => {
    const { style, dataset } = document.documentElement;
    // Until the settings are known the page follows the system by itself.
    if (known) dataset['theme'] = theme;
    style.setProperty('--text-size', `${fontSize}px`);
    style.setProperty('--text-leading', `${lineHeight}`);
    style.setProperty('--font-write', FACES[font]);
    style.setProperty('--mono-scale', font === 'mono' ? '1' : '0.93');
    style.setProperty('--measure', `${lineWidth}ch`);
  }, [theme, font, fontSize, lineWidth, lineHeight, known]);
}

function useShortcuts(): void {
  const studio = useStudio();
  const platform = useStudioState((state) => state.app.info?.platform ?? 'linux');
  const changed = useStudioState((state) => state.app.settings.shortcuts);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || recordsKeys(event.target)) return;
      // What AltGr types is a character, whatever modifiers the system reports with it.
      if (event.key.length === 1 && event.getModifierState('AltGraph')) return;
      const id = commandForKey(event, platform, changed);
      // A list whose rows move takes the keys that move lines in a text.
      if (id === null || (actsOnText(id) && movesRows(event.target))) return;
      // The key that renames opens the field of a value.
      if (id === 'edit.rename' && onFormValue(event.target)) return;
      // Ours before the editor's, and never twice: a prevented key does not reach the native menu.
      event.preventDefault();
      event.stopPropagation();
      // Commands on the text at the cursor are for whoever writes there, not for someone in a list or a field.
      if (!actsOnText(id) || inText(event.target)) void runCommand(studio, id);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    const stop = watchRegions(document);
    const stopMenus = watchContextMenus(studio);
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
      stop();
      stopMenus();
    };
  }, [studio, platform, changed]);
}

const TEXT_MENUS: readonly (MenuName | undefined)[] = ['format', 'table', 'selection'];

function movesRows(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-moves-rows]') !== null;
}

function actsOnText(id: CommandId): boolean {
  return TEXT_MENUS.includes(commandById(id)?.menu);
}

function inText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.cm-content') !== null;
}

/** True in a field that takes whatever keys are pressed. */
function recordsKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-records-keys]') !== null;
}
