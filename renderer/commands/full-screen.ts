import type { Host } from '../host/host';

/** The whole screen for as long as something is shown: the window is given back as it was. */
export interface WholeScreen {
  readonly take: () => void;
  readonly toggle: () => void;
  readonly giveBack: () => void;
}

/** Asks the window for the whole screen: the page itself has no permission to take it. A refusal is no fault, the window is filled all the same. */
export function wholeScreen(host: Pick<Host, 'call'>): WholeScreen {
  /** Whether the window had it before it was asked for here; null while it was not. */
  let had: Promise<boolean> | null = null;
  const ask = async (wanted: 'on' | 'off' | 'other') => {
    const answer = await host.call('window.fullScreen', { wanted });
    return !answer.ok || answer.value.was;
  };
  return {
    take: () => {
      had ??= ask('on');
    },
    toggle: () => {
      if (had) void ask('other');
      else had = ask('other');
    },
    giveBack: () => {
      void had?.then((before) => {
        if (!before) void ask('off');
      });
      had = null;
    },
  };
}
