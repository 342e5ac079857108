import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { fileName } from '../../shared/domain/kit-path';
import { formatOf } from '../../shared/rubric/parse-source';
import { type OtherText, otherText } from '../commands/compare';
import { useStudio, useStudioState } from '../commands/studio-context';
import type { ComparedWith } from '../state/overlay-slice';
import { tabOf } from '../state/tabs-slice';
import { Button, IconButton } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import differences from '../ui/Differences.module.css';
import { EmptyState } from '../ui/EmptyState';
import { Toggle } from '../ui/Toggle';
import styles from './Comparison.module.css';
import { RenderedComparison } from './RenderedComparison';
import { RenderedData } from './RenderedData';
import { type ChangeSteps, type Look, Sides } from './Sides';
import { type ComparedText, TextCompare } from './text-compare';

const LOOKS: readonly (readonly [Look, string])[] = [
  ['beside', 'Side by Side'],
  ['unified', 'In One Text'],
  ['rendered', 'Rendered'],
];

export interface ComparisonProps {
  readonly path: string;
  readonly other: ComparedWith;
  /** What stands in place of the text in the editor. */
  readonly mine?: ComparedWith;
}

/** An open file beside another text, as texts or as a reader sees them. */
export function Comparison({ path, other, mine }: ComparisonProps) {
  const studio = useStudio();
  const theirs = useOtherText(path, other);
  const own = useOtherText(path, mine ?? null);
  const [look, setLook] = useState<Look>('beside');
  const [place, setPlace] = useState({ at: 0, of: 0 });
  const steps = useRef<ChangeSteps | null>(null);
  const readOnly = useStudioState((state) => tabOf(state.tabs, path)?.readOnly ?? true);
  const close = () => studio.store.setState({ overlay: null });

  useEffect(() => {
    // The keys of the window's commands wait while a dialog is open; here they go through the changes.
    const onKey = (event: KeyboardEvent) => {
      const take = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
      if (event.key !== 'F8' && !take) return;
      event.preventDefault();
      if (take) steps.current?.take?.();
      else if (event.shiftKey) steps.current?.previous();
      else steps.current?.next();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);

  const shown = theirs?.ok ? theirs : null;
  const prose = formatOf(path) === 'md';
  // Prose goes with prose, and what is drawn from data with what is drawn from data.
  const viewed = shown !== null && formatOf(path) !== null && prose === (formatOf(shown.path) === 'md');
  const moved = (at: number, of: number) => setPlace({ at, of });
  return (
    <Dialog title={`Comparing ${fileName(path)}`} look="full" onClose={close}>
      <div className={styles.tools} role="toolbar" aria-label="Comparison">
        {LOOKS.map(([id, name]) => (
          <Toggle
            key={id}
            pressed={look === id}
            disabled={id === 'rendered' && !viewed}
            title={id === 'rendered' && !viewed ? 'These two files have no common look' : undefined}
            onPress={() => setLook(id)}
          >
            {name}
          </Toggle>
        ))}
        <span className={styles.count} role="status">
          {shown ? countWords(place, look) : ''}
        </span>
        <IconButton label="Previous Change" shortcut="Shift+F8" onPress={() => steps.current?.previous()}>
          <ArrowUp size={16} aria-hidden="true" />
        </IconButton>
        <IconButton label="Next Change" shortcut="F8" onPress={() => steps.current?.next()}>
          <ArrowDown size={16} aria-hidden="true" />
        </IconButton>
        {look !== 'rendered' && !readOnly && !mine && (
          <>
            <Button isDisabled={place.of === 0} onPress={() => steps.current?.take?.()}>
              Take This Change Over
            </Button>
            <Button look="quiet" onPress={() => steps.current?.undo?.()}>
              Undo
            </Button>
          </>
        )}
      </div>
      {theirs === null || (mine && own === null) ? (
        <EmptyState title="Reading…" text="" />
      ) : !theirs.ok || own?.ok === false ? (
        <EmptyState title="There is nothing to compare with" text={problemOf(theirs) || problemOf(own)} />
      ) : look === 'rendered' && !prose ? (
        <RenderedData path={path} theirs={theirs} mine={own} steps={steps} onMoved={moved} />
      ) : look === 'rendered' ? (
        <RenderedComparison path={path} theirs={theirs} mine={own} steps={steps} onMoved={moved} />
      ) : (
        <Sides look={look} name={theirs.name} mine={own?.name}>
          <Texts
            key={look}
            path={path}
            theirs={theirs}
            mine={own}
            unified={look === 'unified'}
            steps={steps}
            onMoved={moved}
          />
        </Sides>
      )}
    </Dialog>
  );
}

/** Reads a text to compare; null until it is there, and where none is asked for. */
function useOtherText(path: string, wanted: ComparedWith | null): OtherText | null {
  const studio = useStudio();
  const [text, setText] = useState<OtherText | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let over = false;
    void otherText(studio, path, wanted).then((found) => {
      if (!over) setText(found);
    });
    return () => {
      over = true;
    };
  }, [studio, path, wanted]);
  return text;
}

function problemOf(text: OtherText | null): string {
  return text?.ok === false ? text.message : '';
}

function countWords({ at, of }: { readonly at: number; readonly of: number }, look: Look): string {
  if (of === 0) return 'No differences';
  const what = `${look === 'rendered' ? 'changed passage' : 'change'}${of === 1 ? '' : 's'}`;
  return at > 0 ? `${at} of ${of.toLocaleString('en')} ${what}` : `${of.toLocaleString('en')} ${what}`;
}

interface TextsProps {
  readonly path: string;
  readonly theirs: ComparedText;
  readonly mine: ComparedText | null;
  readonly unified: boolean;
  readonly steps: { current: ChangeSteps | null };
  readonly onMoved: (at: number, of: number) => void;
}

function Texts({ path, theirs, mine, unified, steps, onMoved }: TextsProps) {
  const { buffers } = useStudio();
  const holder = useRef<HTMLDivElement>(null);
  const tell = useRef(onMoved);
  tell.current = onMoved;
  useEffect(() => {
    if (!holder.current) return;
    const compare = new TextCompare(holder.current, {
      buffers,
      path,
      theirs,
      mine,
      unified,
      onMoved: (at, of) => tell.current(at, of),
    });
    steps.current = compare;
    compare.focus();
    return () => {
      steps.current = null;
      compare.destroy();
    };
  }, [buffers, path, theirs, mine, unified, steps]);
  return <div ref={holder} className={`${differences.texts} ${styles.texts}`} data-unified={unified} />;
}
