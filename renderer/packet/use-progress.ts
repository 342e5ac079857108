import { useEffect, useState } from 'react';
import type { Progress } from '../../shared/ipc/payloads';
import type { PacketView } from '../../shared/packet/packet-view';
import { standingOf } from '../../shared/packet/progress';
import { useStudio, useStudioState } from '../commands/studio-context';

/** The record of the days; today's standing is noted in it whenever it changed. Kits that cannot be written have none. */
export function useProgress(view: PacketView | null): Progress {
  const studio = useStudio();
  const kitId = useStudioState((state) => (state.kit && !state.kit.readOnly ? state.kit.kitId : null));
  const [progress, setProgress] = useState<Progress>([]);
  useEffect(() => {
    if (kitId === null || view === null || view.artifacts === 0) return;
    let over = false;
    const standing = standingOf(view, dayOf(new Date()));
    void studio.host.call('progress.note', { kitId, standing }).then((answer) => {
      // A disk that refuses costs a day of the record and nothing else.
      if (!over && answer.ok) setProgress(answer.value);
    });
    return () => {
      over = true;
    };
  }, [studio, kitId, view]);
  return progress;
}

/** The user's own day. */
function dayOf(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
