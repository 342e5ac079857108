import { type ReactNode, useEffect, useState } from 'react';
import { planRestore, type RestorePlan, restoreKit } from '../commands/restore-kit';
import { useStudio } from '../commands/studio-context';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { ScrollArea } from '../ui/ScrollArea';
import { visibleName } from '../ui/visible-name';
import styles from './History.module.css';

/** Shows what the whole kit would become, and makes it so. */
export function RestoreKit({ id, name }: { readonly id: string; readonly name: string }) {
  const studio = useStudio();
  const [plan, setPlan] = useState<RestorePlan | string | null>(null);
  const [busy, setBusy] = useState(false);
  const close = () => studio.store.setState({ overlay: null });
  useEffect(() => {
    let over = false;
    void planRestore(studio, id).then((found) => {
      if (!over) setPlan(found);
    });
    return () => {
      over = true;
    };
  }, [studio, id]);
  const ready = plan !== null && typeof plan !== 'string' ? plan : null;
  const nothing = ready !== null && ready.changed.length + ready.missing.length === 0;
  const apply = async () => {
    if (!ready || busy) return;
    setBusy(true);
    const problem = await restoreKit(studio, name, ready);
    setBusy(false);
    if (problem === null) close();
    else setPlan(problem);
  };
  return (
    <Dialog
      title={`Restore the Kit as of “${visibleName(name)}”`}
      look="wide"
      dismissable={!busy}
      onClose={close}
    >
      <div className={styles.plan} role="status">
        {plan === null && <p>Comparing…</p>}
        {typeof plan === 'string' && <p>{plan}</p>}
        {nothing && <p>Every file of the milestone reads as it did then.</p>}
        {ready && !nothing && (
          <>
            <p>
              Open files change in their tabs and stay unsaved; the others are written at once. “Undo Restore
              of the Kit” takes all of it back.
            </p>
            <Files title="Will read as they did" paths={ready.changed.map(({ path }) => path)} />
            <Files title="Will be brought back" paths={ready.missing.map(({ path }) => path)} />
            <Files title="Came later and stay as they are" paths={ready.kept} />
          </>
        )}
      </div>
      <DialogActions>
        <Button look="quiet" onPress={close} isDisabled={busy}>
          {nothing || typeof plan === 'string' ? 'Close' : 'Cancel'}
        </Button>
        {ready && !nothing && (
          <Button look="primary" isDisabled={busy} onPress={() => void apply()}>
            Restore
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function Files({ title, paths }: { readonly title: string; readonly paths: readonly string[] }): ReactNode {
  if (paths.length === 0) return null;
  return (
    <section>
      <h3>
        {title} ({paths.length})
      </h3>
      <ScrollArea label={title} className={styles.files} whenNeeded>
        <ul>
          {paths.map((path) => (
            <li key={path}>{visibleName(path)}</li>
          ))}
        </ul>
      </ScrollArea>
    </section>
  );
}
