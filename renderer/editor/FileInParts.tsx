import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, lazy, Suspense, useId } from 'react';
import { Input, NumberField } from 'react-aria-components';
import type { FilePart } from '../../shared/ipc/payloads';
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
  const told = error?.message ?? notice;
  return (
    <div className={styles.file} onKeyDownCapture={onKey}>
      <div className={styles.head}>
        <p className={styles.what}>
          <strong>{visibleName(tab.name)}</strong>{' '}
          <span>{megabytes(part.size)}, too large to edit: read-only, in parts of about 1 MB</span>
        </p>
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
        look="quiet"
        isDisabled={part === 0}
        onPress={() => go(part - 1)}
        aria-keyshortcuts="Alt+PageUp"
      >
        <ChevronLeft size={14} aria-hidden="true" />
        Previous Part
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
        look="quiet"
        isDisabled={part === parts - 1}
        onPress={() => go(part + 1)}
        aria-keyshortcuts="Alt+PageDown"
      >
        Next Part
        <ChevronRight size={14} aria-hidden="true" />
      </Button>
      <span className="visually-hidden" role="status">
        Part {part + 1} of {parts}
      </span>
    </fieldset>
  );
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
