import { useEffect, useState } from 'react';
import type { ContrastView } from '../../shared/packet/contrast/contrast';
import { type GoodWork, goodWork } from '../commands/contrast';
import { useStudio, useStudioState } from '../commands/studio-context';
import type { KindInfo } from '../state/kind-info';

/** What is laid beside each other; null while it is looked for. */
export type Contrast =
  | { readonly ok: true; readonly work: Extract<GoodWork, { ok: true }>; readonly view: ContrastView }
  | { readonly ok: false; readonly message: string };

/** Good work of a kind beside one's own file, laid out anew when that was checked again. */
export function useContrast(kind: KindInfo | undefined, path: string | null): Contrast | null {
  const studio = useStudio();
  const [work, setWork] = useState<{ readonly key: string; readonly found: GoodWork } | null>(null);
  const [contrast, setContrast] = useState<{ readonly key: string; readonly found: Contrast } | null>(null);
  const key = `${kind?.id} ${path}`;

  useEffect(() => {
    if (!kind) return;
    let over = false;
    void goodWork(studio, kind, path).then((found) => {
      if (!over) setWork({ key, found });
    });
    return () => {
      over = true;
    };
  }, [studio, kind, path, key]);

  const found = work?.key === key ? work.found : null;
  const own = found?.ok ? found.own : null;
  const report = useStudioState((state) => (own === null ? undefined : state.checks.reports.get(own)));

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new report of one's own file is a reason to look again
  useEffect(() => {
    if (!found) return;
    if (!found.ok) {
      setContrast({ key, found });
      return;
    }
    let over = false;
    void studio.checker.contrast(found.own, found.files).then((view) => {
      if (over) return;
      setContrast({
        key,
        found: view
          ? { ok: true, work: found, view }
          : { ok: false, message: 'These files could not be laid beside each other.' },
      });
    });
    return () => {
      over = true;
    };
  }, [studio, found, report, key]);
  return contrast?.key === key ? contrast.found : null;
}
