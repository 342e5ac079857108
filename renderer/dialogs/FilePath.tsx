import { useEffect, useState } from 'react';
import { fileName, foldedPath, kitPath } from '../../shared/domain/kit-path';
import { isTemplate } from '../../shared/rubric/registry';
import type { MovePlan } from '../../shared/symbols/assist';
import { copyName, moveFile, planMove } from '../commands/file-changes';
import { duplicateFile, newFile, newFolder } from '../commands/new-files';
import type { Studio } from '../commands/studio';
import { useStudio, useStudioState } from '../commands/studio-context';
import type { KitState } from '../state/kit-slice';
import type { FileDialog } from '../state/overlay-slice';
import { Button } from '../ui/Button';
import { Dialog, DialogActions } from '../ui/Dialog';
import { visibleName } from '../ui/visible-name';
import { MovePreview } from './MovePreview';
import { NameForm } from './NameForm';
import styles from './Rename.module.css';

const WORDS = {
  new: { title: 'New file', label: 'Path of the file in the kit', action: 'Create' },
  folder: { title: 'New folder', label: 'Path of the folder in the kit', action: 'Create' },
  rename: { title: 'Rename or move', label: 'New path in the kit', action: 'Rename' },
  duplicate: { title: 'Duplicate', label: 'Path of the copy in the kit', action: 'Duplicate' },
} as const;

/** Asks for the path of a file or folder: a new one, a copy, or another one of what is there; shows beforehand what that changes. */
export function FilePath({ mode, path, to }: FileDialog) {
  const studio = useStudio();
  const kit = useStudioState((state) => state.kit);
  const [name, setName] = useState(() => to ?? proposed(mode, path, kit));
  const [template, setTemplate] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const plan = usePlan(studio, mode, path, name);
  const close = () => studio.store.setState({ overlay: null });
  const words = WORDS[mode];
  const untouched = name === proposed(mode, path, kit) && mode !== 'duplicate';
  const refused = problem ?? (untouched ? null : (refusal(plan) ?? placeProblem(mode, name, kit)));
  const ready = !untouched && !busy && refused === null && (mode !== 'rename' || plan?.ok === true);
  const submit = async () => {
    if (!ready) return;
    setBusy(true);
    const reason = await carryOut(studio, mode, path, name, template);
    setBusy(false);
    if (reason === null) close();
    else setProblem(reason);
  };
  const templates = (kit?.listing.files ?? []).filter(
    (file) => file.state === 'text' && isTemplate(file.path),
  );
  return (
    <Dialog
      title={
        path === '' || mode === 'new' || mode === 'folder'
          ? words.title
          : `${words.title} ${visibleName(fileName(path))}`
      }
      onClose={close}
    >
      <NameForm
        label={words.label}
        name={name}
        onName={(next) => {
          setName(next);
          setProblem(null);
        }}
        refused={refused}
        maxLength={1024}
        select={selectStem}
        onSubmit={() => void submit()}
      >
        {mode === 'new' && templates.length > 0 && (
          <label className={styles.field}>
            <span className={styles.label}>Start with</span>
            <select value={template} onChange={(event) => setTemplate(event.currentTarget.value)}>
              <option value="">An empty file</option>
              {templates.map((file) => (
                <option key={file.path} value={file.path}>
                  {visibleName(fileName(file.path))}
                </option>
              ))}
            </select>
          </label>
        )}
        {mode === 'rename' && <MovePreview plan={untouched ? null : plan} />}
      </NameForm>
      <DialogActions>
        <Button look="quiet" onPress={close}>
          Cancel
        </Button>
        <Button look="primary" isDisabled={!ready} onPress={() => void submit()}>
          {words.action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function proposed(mode: FileDialog['mode'], path: string, kit: KitState | null): string {
  if (mode === 'rename') return path;
  if (mode === 'duplicate') return copyName(path, (other) => kit?.files.has(other) ?? false);
  return path === '' ? '' : `${path}/`;
}

/** The part of a path that a new name replaces, so that typing keeps folder and ending. */
function selectStem(input: HTMLInputElement): void {
  const { value } = input;
  const start = value.lastIndexOf('/') + 1;
  const dot = value.lastIndexOf('.');
  input.setSelectionRange(start, dot > start ? dot : value.length);
}

/** What another path would change; null while that is not known, or not asked. */
function usePlan(studio: Studio, mode: FileDialog['mode'], from: string, to: string): MovePlan | null {
  const [plan, setPlan] = useState<{ readonly to: string; readonly value: MovePlan } | null>(null);
  const asked = mode === 'rename' && to !== from;
  useEffect(() => {
    if (!asked) return;
    let late = false;
    void planMove(studio, from, to).then((value) => {
      if (!late) setPlan({ to, value });
    });
    return () => {
      late = true;
    };
  }, [studio, from, to, asked]);
  return asked && plan?.to === to ? plan.value : null;
}

function refusal(plan: MovePlan | null): string | null {
  return plan?.ok === false ? `${plan.reason}.` : null;
}

/** Why nothing new can have this path, as far as the list of files tells. */
function placeProblem(mode: FileDialog['mode'], name: string, kit: KitState | null): string | null {
  if (mode === 'rename') return null;
  const checked = kitPath(name);
  if (!checked.ok) return name.endsWith('/') ? 'Write a name behind the folder.' : `${checked.error}.`;
  const folded = foldedPath(name);
  const { files = [], folders = [] } = kit?.listing ?? {};
  const taken = [...files.map((file) => file.path), ...folders].some((other) => foldedPath(other) === folded);
  return taken ? `${fileName(name)} is there already.` : null;
}

function carryOut(
  studio: Studio,
  mode: FileDialog['mode'],
  path: string,
  name: string,
  template: string,
): Promise<string | null> {
  switch (mode) {
    case 'new':
      return newFile(studio, name, template === '' ? null : template);
    case 'folder':
      return newFolder(studio, name);
    case 'duplicate':
      return duplicateFile(studio, path, name);
    case 'rename':
      return moveFile(studio, path, name);
  }
}
