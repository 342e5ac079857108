import { useEffect, useState } from 'react';
import type { RenamePlan, SymbolCard } from '../../shared/symbols/assist';
import { planRename, rename } from '../commands/rename';
import { useStudio, useStudioState } from '../commands/studio-context';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { ScrollArea } from '../ui/ScrollArea';
import { NameForm } from './NameForm';
import styles from './Rename.module.css';

/** Asks for a new name of a symbol and shows beforehand what it would change. */
export function Rename({ card }: { readonly card: SymbolCard }) {
  const studio = useStudio();
  const [name, setName] = useState(card.name);
  const [plan, setPlan] = useState<{ readonly name: string; readonly value: RenamePlan } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const close = () => studio.store.setState({ overlay: null });
  const changed = name.trim() !== card.name;

  useEffect(() => {
    if (!changed) return;
    let late = false;
    void planRename(studio, card.key, name).then((value) => {
      if (!late) setPlan({ name, value });
    });
    return () => {
      late = true;
    };
  }, [studio, card.key, name, changed]);

  const current = changed && plan?.name === name ? plan.value : null;
  const refused = problem ?? (current?.ok === false ? `${current.reason}.` : null);
  const submit = async () => {
    if (!current?.ok) return;
    const reason = await rename(studio, card.key, name);
    if (reason === null) close();
    else setProblem(reason);
  };
  return (
    <Dialog title={`Rename ${card.name}`} onClose={close}>
      <NameForm
        label={`New name${card.title === card.name ? '' : ` of “${card.title}”`}`}
        name={name}
        onName={(next) => {
          setName(next);
          setProblem(null);
        }}
        refused={refused}
        maxLength={100}
        select={(input) => input.select()}
        onSubmit={() => void submit()}
      >
        <div className={styles.preview} role="status">
          {current?.ok ? (
            <Preview plan={current} />
          ) : (
            <p>{refused === null ? 'Write the name it shall have.' : ''}</p>
          )}
        </div>
      </NameForm>
      <DialogActions>
        <Button look="quiet" onPress={close}>
          Cancel
        </Button>
        <Button look="primary" isDisabled={!current?.ok} onPress={() => void submit()}>
          Rename
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Preview({ plan }: { readonly plan: Extract<RenamePlan, { ok: true }> }) {
  const tabs = useStudioState((state) => state.tabs.order);
  const places = plan.files.reduce((sum, { edits }) => sum + edits.length, 0);
  return (
    <>
      <p>
        {places} {places === 1 ? 'place' : 'places'} in {plan.files.length}{' '}
        {plan.files.length === 1 ? 'file' : 'files'}. Open files stay unsaved; the others are written at once.
      </p>
      <ScrollArea label="Files that change" className={styles.files} whenNeeded>
        <ul>
          {plan.files.map(({ path, edits }) => (
            <li key={path}>
              <span className={styles.path}>{path}</span>
              <span className={styles.count}>
                {edits.length}
                {tabs.some((tab) => tab.path === path) ? ' · open' : ''}
              </span>
            </li>
          ))}
        </ul>
      </ScrollArea>
      {plan.named.length > 0 && (
        <p className={styles.soft}>
          {plan.named.length === 1 ? 'This file keeps its own name: ' : 'These files keep their own names: '}
          {plan.named.join(', ')}
        </p>
      )}
    </>
  );
}
