import { useEffect, useRef, useState } from 'react';
import type { HostError } from '../../shared/ipc/contract';
import type { PreflightReceipt } from '../../shared/ipc/payloads';
import { saveAll } from '../commands/saving';
import { useStudio, useStudioState } from '../commands/studio-context';
import type { RunningTask } from '../host/host';

/** What is known of an export before it is made. */
export interface PreflightState {
  readonly receipt: PreflightReceipt | null;
  readonly running: boolean;
  readonly error: HostError | null;
  /** Looks at the files as they are now. */
  look(redact: boolean): void;
}

/** Asks for the preflight; an answer that was overtaken by another question is dropped. */
export function usePreflight(composition: string | null): PreflightState {
  const studio = useStudio();
  const kit = useStudioState((state) => state.kit);
  const [receipt, setReceipt] = useState<PreflightReceipt | null>(null);
  const [error, setError] = useState<HostError | null>(null);
  const [running, setRunning] = useState(false);
  const task = useRef<RunningTask<PreflightReceipt> | null>(null);
  const asked = useRef(0);

  useEffect(() => () => task.current?.cancel(), []);

  const run = async (redact: boolean) => {
    if (!kit) return;
    const turn = ++asked.current;
    task.current?.cancel();
    setRunning(true);
    setError(null);
    // The files on disk are looked at, as the export does.
    await saveAll(studio);
    if (turn !== asked.current) return;
    const request = { kitId: kit.kitId, redact, ...(composition === null ? {} : { composition }) };
    const started = studio.host.start('portfolio.preflight', request, () => undefined);
    task.current = started;
    const answer = await started.answer;
    if (turn !== asked.current) return;
    task.current = null;
    setRunning(false);
    if (answer.ok) setReceipt(answer.value);
    else if (answer.error.code !== 'cancelled') setError(answer.error);
  };

  return { receipt, running, error, look: (redact) => void run(redact) };
}
