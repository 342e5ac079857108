import { useEffect, useState } from 'react';
import type { PacketView } from '../../shared/packet/packet-view';
import { Debounced } from '../commands/debounce';
import { useStudio, useStudioState } from '../commands/studio-context';

/** Reports that come one after another are looked over together, in milliseconds. */
const PAUSE = 150;

/** How the packet stands, anew whenever the kit was checked; null before the first look. The last one stays while a newer is made. */
export function usePacket(): PacketView | null {
  const studio = useStudio();
  const reports = useStudioState((state) => state.checks.reports);
  const busy = useStudioState((state) => state.checks.progress !== null);
  const [view, setView] = useState<PacketView | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: new reports are the reason to look again
  useEffect(() => {
    if (busy) return;
    let over = false;
    const later = new Debounced(() => {
      void studio.checker.packet().then((found) => {
        if (!over && found) setView(found);
      });
    }, PAUSE);
    later.call();
    return () => {
      over = true;
      later.cancel();
    };
  }, [studio, reports, busy]);
  return view;
}
