import { Input, Label, TextField } from 'react-aria-components';
import { useStudioState } from '../commands/studio-context';
import { unsavedCount } from '../state/tabs-slice';
import { Button } from '../ui/Button';
import { DialogActions } from '../ui/Dialog';
import { Mark } from '../ui/Mark';
import type { Target } from './ExportDialog';
import type { Cover, ExportRun } from './export-run';
import { failingMusts } from './failing-musts';
import styles from './portfolio.module.css';

interface ExportFormProps {
  readonly run: Extract<ExportRun, { kind: 'form' | 'confirm' }>;
  readonly cover: Cover;
  readonly paper: 'A4' | 'Letter';
  readonly target: Target | null;
  readonly onCover: (cover: Cover) => void;
  readonly onPaper: (paper: 'A4' | 'Letter') => void;
  readonly onChooseFolder: () => void;
  readonly onStart: (overwrite: boolean) => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

const FIELDS: readonly { readonly key: keyof Cover; readonly label: string }[] = [
  { key: 'title', label: 'Title on the cover' },
  { key: 'candidate', label: 'Candidate' },
  { key: 'subtitle', label: 'Subtitle' },
];

export function ExportForm(props: ExportFormProps) {
  const { run, cover, paper, target } = props;
  return (
    <>
      <div className={styles.form}>
        <State />
        {FIELDS.map(({ key, label }) => (
          <TextField
            key={key}
            className={styles.field ?? ''}
            value={cover[key]}
            maxLength={300}
            onChange={(value) => props.onCover({ ...cover, [key]: value })}
          >
            <Label>{label}</Label>
            <Input placeholder="From the kit" />
          </TextField>
        ))}
        <fieldset className={styles.paper}>
          <legend>Paper</legend>
          {(['A4', 'Letter'] as const).map((size) => (
            <label key={size}>
              <input
                type="radio"
                name="paper"
                checked={paper === size}
                onChange={() => props.onPaper(size)}
              />{' '}
              {size}
            </label>
          ))}
        </fieldset>
        <div className={styles.target}>
          <span>Folder</span>
          <span className={styles.location}>{target?.location ?? 'Not chosen yet'}</span>
          <Button onPress={props.onChooseFolder}>{target ? 'Change…' : 'Choose…'}</Button>
        </div>
        {run.kind === 'form' && run.error && (
          <p className={styles.error} role="alert">
            {run.error.file !== undefined &&
              `${run.error.file}${run.error.line === undefined ? '' : `, line ${run.error.line}`}: `}
            {run.error.message}
          </p>
        )}
        {run.kind === 'confirm' && (
          <p className={styles.error} role="alert">
            This folder holds an earlier export. Exporting again replaces its PDF and zip; the old ones stay
            until the new ones are verified.
          </p>
        )}
      </div>
      <DialogActions>
        {run.kind === 'confirm' ? (
          <>
            <Button look="quiet" onPress={props.onBack}>
              Back
            </Button>
            <Button look="primary" onPress={() => props.onStart(true)}>
              Replace
            </Button>
          </>
        ) : (
          <>
            <Button look="quiet" onPress={props.onClose}>
              Cancel
            </Button>
            <Button look="primary" isDisabled={!target} onPress={() => props.onStart(false)}>
              Export
            </Button>
          </>
        )}
      </DialogActions>
    </>
  );
}

/** What a reader of the export would meet, said before it is made. */
function State() {
  const reports = useStudioState((state) => state.checks.reports);
  const checking = useStudioState((state) => state.checks.progress !== null);
  const unsaved = useStudioState((state) => unsavedCount(state.tabs));
  const failing = failingMusts(reports.values());
  return (
    <div className={styles.state} role="status">
      {checking && <p>The packet is still being checked; the numbers below may change.</p>}
      {failing.length === 0 ? (
        <p>
          <Mark shape="check" tone="good" /> No must criterion fails in this kit.
        </p>
      ) : (
        <p>
          <Mark shape="disc" tone="must" /> {failing.reduce((sum, file) => sum + file.count, 0)} must criteria
          fail, in {failing.map((file) => `${file.name} (${file.count})`).join(', ')}. The export works all
          the same; a committee would stop there.
        </p>
      )}
      {unsaved > 0 && (
        <p>
          {unsaved === 1 ? 'One file is unsaved; it is' : `${unsaved} files are unsaved; they are`} saved
          first.
        </p>
      )}
    </div>
  );
}
