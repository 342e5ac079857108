import { useEffect, useRef, useState } from 'react';
import type { ArchiveSummary, UnpackProgress } from '../../shared/ipc/archive-payloads';
import type { OpenedKit } from '../../shared/ipc/payloads';
import { openZip } from '../commands/archives';
import { enterOpened } from '../commands/kits';
import { notifyError } from '../commands/notify';
import { useStudio } from '../commands/studio-context';
import type { RunningTask } from '../host/host';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { visibleText } from '../ui/visible-name';
import styles from './OpenZip.module.css';
import { UnpackForm } from './UnpackForm';
import { UnpackProgressView } from './UnpackProgressView';

/** How far opening a zip is. `error` tells what stood against the last try. */
type Stage =
  | { readonly kind: 'looking' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'form'; readonly error: string | null }
  | { readonly kind: 'unpacking'; readonly progress: UnpackProgress | null; readonly cancelling: boolean };

interface OpenZipProps {
  readonly archiveId: string;
  readonly zipName: string;
}

/** A kit that comes as a zip: what is in it and where it goes, then the unpacking, then the kit itself. */
export function OpenZip({ archiveId, zipName }: OpenZipProps) {
  const studio = useStudio();
  const [stage, setStage] = useState<Stage>({ kind: 'looking' });
  const [summary, setSummary] = useState<ArchiveSummary | null>(null);
  const [name, setName] = useState('');
  const task = useRef<RunningTask<OpenedKit> | null>(null);
  const close = () => studio.store.setState({ overlay: null });

  // A dialog that goes away, whatever the reason, does not leave a job behind that nobody sees.
  useEffect(() => () => task.current?.cancel(), []);

  useEffect(() => {
    let late = false;
    void studio.host.call('archive.inspect', { archiveId }).then((answer) => {
      if (late) return;
      if (!answer.ok) return setStage({ kind: 'refused', message: answer.error.message });
      setSummary(answer.value);
      setName(answer.value.target.name);
      setStage({ kind: 'form', error: null });
    });
    return () => {
      late = true;
    };
  }, [studio, archiveId]);

  const chooseFolder = async () => {
    const answer = await studio.host.call('archive.chooseFolder', { archiveId });
    if (!answer.ok) return notifyError(studio, answer.error);
    const target = answer.value;
    if (!target) return;
    setSummary((now) => now && { ...now, target });
    // A name of one's own is kept; the suggested one is made free in the new place.
    if (name === summary?.target.name) setName(target.name);
    setStage({ kind: 'form', error: null });
  };

  const unpack = async () => {
    if (!summary) return;
    setStage({ kind: 'unpacking', progress: null, cancelling: false });
    const request = { archiveId, targetId: summary.target.targetId, name };
    task.current = studio.host.start('archive.unpack', request, (progress) =>
      setStage((now) => (now.kind === 'unpacking' ? { ...now, progress } : now)),
    );
    const answer = await task.current.answer;
    task.current = null;
    if (answer.ok) return enterOpened(studio, answer.value);
    setStage({ kind: 'form', error: answer.error.code === 'cancelled' ? null : answer.error.message });
  };

  const cancel = () => {
    task.current?.cancel();
    setStage((now) => (now.kind === 'unpacking' ? { ...now, cancelling: true } : now));
  };

  return (
    <Dialog title={`Open ${zipName}`} dismissable={stage.kind !== 'unpacking'} onClose={close}>
      {stage.kind === 'looking' && (
        <p className={styles.looking} role="status">
          Looking through the zip…
        </p>
      )}
      {stage.kind === 'refused' && (
        <>
          <div className={styles.refused}>
            <p className={styles.error} role="alert">
              {visibleText(stage.message)}
            </p>
          </div>
          <DialogActions>
            <Button look="quiet" onPress={close}>
              Close
            </Button>
            <Button look="primary" autoFocus onPress={() => void openZip(studio)}>
              Choose Another Zip…
            </Button>
          </DialogActions>
        </>
      )}
      {stage.kind === 'form' && summary && (
        <UnpackForm
          summary={summary}
          name={name}
          error={stage.error}
          onName={(next) => {
            setName(next);
            setStage({ kind: 'form', error: null });
          }}
          onChooseFolder={() => void chooseFolder()}
          onUnpack={() => void unpack()}
          onClose={close}
        />
      )}
      {stage.kind === 'unpacking' && (
        <UnpackProgressView progress={stage.progress} cancelling={stage.cancelling} onCancel={cancel} />
      )}
    </Dialog>
  );
}
