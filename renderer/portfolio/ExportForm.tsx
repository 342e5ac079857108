import { PORTFOLIO_FILE } from '../../shared/portfolio/composition';
import type { Output } from '../../shared/portfolio/outputs';
import { openFile } from '../commands/files';
import { useStudio, useStudioState } from '../commands/studio-context';
import { unsavedCount } from '../state/tabs-slice';
import { Button } from '../ui/Button';
import { DialogActions } from '../ui/Dialog';
import { keyed } from '../ui/keyed';
import { Mark } from '../ui/Mark';
import { CompositionList } from './CompositionList';
import { BookOptions, CoverOptions } from './CompositionOptions';
import composition from './composition.module.css';
import type { Target } from './ExportDialog';
import type { ExportRun } from './export-run';
import { failingMusts } from './failing-musts';
import { MemoOptions } from './MemoOptions';
import { OutputChoice } from './OutputChoice';
import { PreflightPanel } from './PreflightPanel';
import styles from './portfolio.module.css';
import type { ComposedPortfolio } from './use-composition';

interface ExportFormProps {
  readonly run: Extract<ExportRun, { kind: 'form' | 'confirm' }>;
  readonly composed: ComposedPortfolio;
  readonly outputs: readonly Output[];
  readonly redact: boolean;
  readonly target: Target | null;
  readonly onOutputs: (outputs: readonly Output[]) => void;
  readonly onRedact: (redact: boolean) => void;
  readonly onChooseFolder: () => void;
  readonly onStart: (overwrite: boolean) => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** What is exported and how: the composition on the left, everything else on the right. */
export function ExportForm(props: ExportFormProps) {
  const { run, composed, outputs, target } = props;
  const { outline } = composed;
  return (
    <>
      <div className={composition.screen}>
        <div className={composition.column}>
          <Kept composed={composed} onClose={props.onClose} />
          {outline ? (
            <CompositionList outline={outline} change={composed.change} />
          ) : (
            <p className={composition.hint} role="status">
              Reading the kit…
            </p>
          )}
        </div>
        <div className={composition.column}>
          <State />
          {outline && (
            <>
              <CoverOptions outline={outline} change={composed.change} />
              <MemoOptions outline={outline} composed={composed} onClose={props.onClose} />
              <BookOptions outline={outline} change={composed.change} />
            </>
          )}
          <OutputChoice chosen={props.outputs} onChange={props.onOutputs} />
          <PreflightPanel
            redact={props.redact}
            composition={composed.kept === 'session' ? composed.text : null}
            onRedact={props.onRedact}
            onGo={props.onClose}
          />
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
              This folder holds an earlier export. Exporting again replaces what is made again; the old files
              stay until the new ones are verified.
            </p>
          )}
        </div>
      </div>
      <DialogActions>
        {outline && (
          <span className={composition.total} role="status">
            {outline.artifacts === 1 ? '1 artifact' : `${outline.artifacts} artifacts`}, about {outline.pages}{' '}
            pages
          </span>
        )}
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
            <Button
              look="primary"
              isDisabled={!target || outputs.length === 0 || outline?.artifacts === 0}
              onPress={() => props.onStart(false)}
            >
              Export
            </Button>
          </>
        )}
      </DialogActions>
    </>
  );
}

/** Where the choices are kept, and what in their file does not hold. */
function Kept({
  composed: { outline, kept },
  onClose,
}: {
  readonly composed: ComposedPortfolio;
  readonly onClose: () => void;
}) {
  const studio = useStudio();
  const readOnly = useStudioState((state) => state.kit?.readOnly ?? true);
  const reports = useStudioState((state) => state.checks.reports);
  if (!outline) return null;
  const go = (line: number) => {
    onClose();
    void openFile(studio, PORTFOLIO_FILE, { focus: true, line });
  };
  const inFile = reports.has(PORTFOLIO_FILE);
  return (
    <>
      {kept === 'session' && (
        <p className={composition.note}>
          {readOnly
            ? 'This kit is read-only: what is chosen here holds until the window closes.'
            : `${PORTFOLIO_FILE} cannot be changed from here: what is chosen holds until the window closes.`}
        </p>
      )}
      {outline.problems.length > 0 && (
        <ul className={composition.told} aria-label={`Problems in ${PORTFOLIO_FILE}`}>
          {keyed(outline.problems, (problem) => `${problem.line} ${problem.message}`).map(({ key, item }) => (
            <li key={key}>
              {inFile ? (
                <button type="button" onClick={() => go(item.line)}>
                  {PORTFOLIO_FILE}, line {item.line}
                </button>
              ) : (
                `${PORTFOLIO_FILE}, line ${item.line}`
              )}
              : {item.message}
            </li>
          ))}
        </ul>
      )}
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
