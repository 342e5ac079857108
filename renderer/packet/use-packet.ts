import { useEffect, useState } from 'react';
import type { PacketView } from '../../shared/packet/packet-view';
import { Debounced } from '../commands/debounce';
import type { Studio } from '../commands/studio';
import { useStudio, useStudioState } from '../commands/studio-context';

/** The last look at the open kit: whoever comes back sees it at once, and a newer one when that is made. */
const latest = new WeakMap<Studio, { readonly kitId: string; readonly view: PacketView }>();

/** Reports that come one after another are looked over together, in milliseconds. */
const PAUSE = 150;

/** How the packet stands, anew whenever the kit was checked; null before the first look. The last one stays while a newer is made. */
export function usePacket(): PacketView | null {
  const studio = useStudio();
  const reports = useStudioState((state) => state.checks.reports);
  const busy = useStudioState((state) => state.checks.progress !== null);
  const kitId = useStudioState((state) => state.kit?.kitId ?? '');
  const [view, setView] = useState<PacketView | null>(() => {
    const known = latest.get(studio);
    return known?.kitId === kitId ? known.view : null;
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: new reports are the reason to look again
  useEffect(() => {
    if (busy) return;
    let over = false;
    const later = new Debounced(() => {
      void studio.checker.packet().then((found) => {
        if (over || !found) return;
        latest.set(studio, { kitId, view: found });
        setView(found);
      });
    }, PAUSE);
    later.call();
    return () => {
      over = true;
      later.cancel();
    };
  }, [studio, kitId, reports, busy]);
  return view;
}
