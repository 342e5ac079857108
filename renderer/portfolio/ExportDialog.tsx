import { useEffect, useRef, useState } from 'react';
import type { ExportRequest } from '../../shared/ipc/payloads';
import { outputsOf } from '../../shared/portfolio/composition';
import { OUTPUTS, type Output } from '../../shared/portfolio/outputs';
import { notifyError } from '../commands/notify';
import { saveAll } from '../commands/saving';
import { useStudio, useStudioState } from '../commands/studio-context';
import type { RunningTask } from '../host/host';
import { Dialog } from '../ui/Dialog';
import { ExportDone } from './ExportDone';
import { ExportForm } from './ExportForm';
import { ExportProgressView } from './ExportProgressView';
import { afterAnswer, type ExportRun, FORM } from './export-run';
import { useComposition } from './use-composition';

export interface Target {
  readonly targetId: string;
  readonly location: string;
}

/** From the choice of paper and folder to the finished, verified files. */
export function ExportDialog() {
  const studio = useStudio();
  const kit = useStudioState((state) => state.kit);
  const { paper, math } = useStudioState((state) => state.app.settings);
  const composed = useComposition();
  // No file at all is no choice that could be kept.
  const [none, setNone] = useState(false);
  const { composition } = composed;
  const outputs: readonly Output[] = none ? [] : outputsOf(composition);
  const { redact } = composition;
  const [target, setTarget] = useState<Target | null>(null);
  const [run, setRun] = useState<ExportRun>(FORM);
  const task = useRef<RunningTask<unknown> | null>(null);
  const running = run.kind === 'running';
  const close = () => studio.store.setState({ overlay: null });

  // A dialog that goes away, whatever the reason, does not leave a job behind that nobody sees.
  useEffect(() => () => task.current?.cancel(), []);

  const chooseFolder = async () => {
    const answer = await studio.host.call('portfolio.chooseFolder', {});
    if (!answer.ok) notifyError(studio, answer.error);
    else if (answer.value) setTarget(answer.value);
  };

  const start = async (overwrite: boolean) => {
    if (!kit || !target) return;
    setRun({ kind: 'running', progress: null, cancelling: false });
    // What was chosen last is what is exported, or nothing is.
    if (!(await composed.flush()) || !(await saveAll(studio))) {
      setRun({
        kind: 'form',
        error: {
          code: 'io',
          message: 'Some files could not be saved, so nothing was exported. See their tabs.',
        },
      });
      return;
    }
    const request: ExportRequest = {
      kitId: kit.kitId,
      targetId: target.targetId,
      paper: composition.paper ?? paper,
      formulas: math,
      ...(composed.kept === 'session' && composed.text !== null ? { composition: composed.text } : {}),
      outputs: [...outputs],
      overwrite,
      redact,
    };
    const started = studio.host.start('portfolio.export', request, (progress) =>
      setRun((now) => (now.kind === 'running' ? { ...now, progress } : now)),
    );
    task.current = started;
    const answer = await started.answer;
    task.current = null;
    setRun(afterAnswer(answer));
  };

  const cancel = () => {
    task.current?.cancel();
    setRun((now) => (now.kind === 'running' ? { ...now, cancelling: true } : now));
  };

  return (
    <Dialog
      title="Export portfolio"
      look={run.kind === 'form' || run.kind === 'confirm' ? 'full' : 'wide'}
      dismissable={!running}
      onClose={close}
    >
      {(run.kind === 'form' || run.kind === 'confirm') && (
        <ExportForm
          run={run}
          composed={composed}
          outputs={outputs}
          redact={redact}
          target={target}
          onOutputs={(chosen) => {
            setNone(chosen.length === 0);
            // All of them is what a kit has that says nothing.
            if (chosen.length > 0)
              composed.change({ outputs: chosen.length === OUTPUTS.length ? [] : chosen });
          }}
          onRedact={(wanted) => composed.change({ redact: wanted })}
          onChooseFolder={() => void chooseFolder()}
          onStart={(overwrite) => void start(overwrite)}
          onBack={() => setRun(FORM)}
          onClose={close}
        />
      )}
      {run.kind === 'running' && (
        <ExportProgressView progress={run.progress} cancelling={run.cancelling} onCancel={cancel} />
      )}
      {run.kind === 'done' && <ExportDone receipt={run.receipt} onClose={close} />}
    </Dialog>
  );
}
