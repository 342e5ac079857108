import { createContext, useCallback, useContext } from 'react';
import { useStore } from 'zustand/react';
import type { CommandId } from '../../shared/commands';
import type { StudioState } from '../state/studio-state';
import { shortcutOf } from './accelerators';
import { runCommand } from './run-command';
import type { Studio } from './studio';

const StudioContext = createContext<Studio | null>(null);

export const StudioProvider = StudioContext.Provider;

/** The studio of this window. Throws outside of a {@link StudioProvider}: a pane without a studio is a bug. */
export function useStudio(): Studio {
  const studio = useContext(StudioContext);
  if (!studio) throw new Error('There is no studio around this component');
  return studio;
}

/** A part of the state; the component renders again when what `select` returns changes by identity. */
export function useStudioState<T>(select: (state: StudioState) => T): T {
  return useStore(useStudio().store, select);
}

/** Runs a command as menus and shortcuts do. */
export function useRun(): (id: CommandId) => void {
  const studio = useStudio();
  return (id) => void runCommand(studio, id);
}

/** Shortcuts as the user reads them, by command; empty for commands without one. */
export function useShortcutOf(): (id: CommandId) => string {
  const platform = useStudioState((state) => state.app.info?.platform ?? 'linux');
  const changed = useStudioState((state) => state.app.settings.shortcuts);
  return useCallback((id) => shortcutOf(id, platform, changed), [platform, changed]);
}
