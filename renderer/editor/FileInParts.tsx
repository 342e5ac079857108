import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, lazy, Suspense, useId } from 'react';
import { Input, NumberField } from 'react-aria-components';
import { type FilePart, MAX_TEXT_BYTES } from '../../shared/ipc/payloads';
import { openFile } from '../commands/files';
import { listAgain } from '../commands/list-again';
import type { Studio } from '../commands/studio';
import { useStudio } from '../commands/studio-context';
import type { PaneId, Tab } from '../state/tabs-slice';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { visibleName, visibleText } from '../ui/visible-name';
import { FailedFile } from './FailedFile';
import styles from './FileInParts.module.css';
import { useFilePart } from './use-file-part';

const PartView = lazy(() => import('./PartView').then((module) => ({ default: module.PartView })));

/** A text that is too large to edit: one part of it at a time, to be read only. */
export function FileInParts({ tab, pane }: { readonly tab: Tab; readonly pane: PaneId }) {
  const studio = useStudio();
  const { part, error, notice, go } = useFilePart(tab.path);
  if (!part) return error ? <FailedFile tab={tab} error={error} /> : <EmptyState title="Opening…" text="" />;
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0;
    if (step === 0 || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    const next = part.part + step;
    if (next >= 0 && next < part.parts) go(next);
  };
  const large = part.size > MAX_TEXT_BYTES;
  const told = error?.message ?? notice;
  return (
    <div className={styles.file} onKeyDownCapture={onKey}>
      <div className={styles.head}>
        <p className={styles.what}>
          <strong>{visibleName(tab.name)}</strong>{' '}
          <span>
            {megabytes(part.size)}, {large ? 'too large to edit: read-only' : 'read-only'}, in parts of about
            1 MB
          </span>
        </p>
        {!large && <Button onPress={() => void openAgain(studio, tab.path)}>Open to Edit</Button>}
        <PartSteps shown={part} go={go} />
      </div>
      {/* There before it has words, so that they are read aloud. */}
      <p className={styles.notice} role="status">
        {visibleText(told)}
      </p>
      <div className={styles.text}>
        <Suspense fallback={<EmptyState title="Opening…" text="" />}>
          <PartView path={tab.path} pane={pane} part={part} />
        </Suspense>
      </div>
    </div>
  );
}

function PartSteps({ shown, go }: { readonly shown: FilePart; readonly go: (part: number) => void }) {
  const { part, parts } = shown;
  const of = useId();
  return (
    <fieldset className={styles.steps} aria-label="Parts of the file">
      <Button
        aria-label="Previous Part"
        isDisabled={part === 0}
        onPress={() => go(part - 1)}
        aria-keyshortcuts="Alt+PageUp"
      >
        <ChevronLeft size={14} aria-hidden="true" />
        Previous
      </Button>
      <span className={styles.place}>
        Part
        <NumberField
          aria-label={`Part of the file, 1 to ${parts}`}
          aria-describedby={of}
          value={part + 1}
          minValue={1}
          maxValue={parts}
          formatOptions={{ useGrouping: false }}
          onChange={(number) => {
            if (!Number.isNaN(number) && number !== part + 1) go(number - 1);
          }}
        >
          <Input className={styles.number ?? ''} />
        </NumberField>
        <span id={of}>of {parts}</span>
      </span>
      <Button
        aria-label="Next Part"
        isDisabled={part === parts - 1}
        onPress={() => go(part + 1)}
        aria-keyshortcuts="Alt+PageDown"
      >
        Next
        <ChevronRight size={14} aria-hidden="true" />
      </Button>
      <span className="visually-hidden" role="status">
        Part {part + 1} of {parts}
      </span>
    </fieldset>
  );
}

/** Opens a file that became small enough as any other. */
async function openAgain(studio: Studio, path: string): Promise<void> {
  await listAgain(studio);
  await openFile(studio, path, { focus: true });
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
