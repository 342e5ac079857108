import { Play } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { ShownBriefing, ShownSlide } from '../../../shared/kinds/executive-summary/shown-slides';
import type { Span } from '../../../shared/text/span';
import { openFile } from '../../commands/files';
import { useStudio } from '../../commands/studio-context';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { ScrollArea } from '../../ui/ScrollArea';
import type { DocumentViewProps } from '../document-views';
import { useTried } from '../use-tried';
import { Show } from './Show';
import { Slide } from './Slide';
import styles from './slides.module.css';

/** An executive summary as the slides that the briefing prints: what does not fit says so, and the notes stand below. */
export function Slides({ path }: DocumentViewProps) {
  const studio = useStudio();
  const tried = useTried<ShownBriefing>(path, null);
  const [showing, setShowing] = useState(false);
  const jump = useCallback(
    (span: Span) => void openFile(studio, path, { span, focus: true }),
    [studio, path],
  );
  if (!tried) return <EmptyState title="Reading…" text="" />;
  const { slides, title, audience } = tried.answer;
  if (slides.length === 0)
    return (
      <EmptyState
        title="No slides yet"
        text='Each slide begins with a heading such as "## Slide 1 — What is so".'
      />
    );
  const deckOf = (slide: ShownSlide) =>
    slide.number === 1 && audience !== '' ? `${title} · For ${audience}` : title;
  return (
    <ScrollArea look="pane" role="document" label="Preview" entry>
      <div className={styles.page}>
        <div className={styles.actions}>
          <Button look="primary" onPress={() => setShowing(true)}>
            <Play size={14} aria-hidden="true" /> Show Full Screen
          </Button>
        </div>
        {slides.map((slide) => (
          <SlideWithNotes
            key={slide.number}
            slide={slide}
            deck={deckOf(slide)}
            of={slides.length}
            onJump={jump}
          />
        ))}
      </div>
      {showing && <Show slides={slides} deckOf={deckOf} title={title} onClose={() => setShowing(false)} />}
    </ScrollArea>
  );
}

interface SlideWithNotesProps {
  readonly slide: ShownSlide;
  readonly deck: string;
  readonly of: number;
  readonly onJump: (span: Span) => void;
}

function SlideWithNotes({ slide, deck, of, onJump }: SlideWithNotesProps) {
  const [fits, setFits] = useState(true);
  return (
    <section className={styles.withNotes} aria-label={`Slide ${slide.number}`}>
      <Slide slide={slide} deck={deck} of={of} onJump={onJump} onFit={setFits} />
      {!fits && (
        <p className={styles.overflow} role="status">
          Slide {slide.number} does not fit even in the smallest type. Say less on it, or move some of it to
          the notes.
        </p>
      )}
      <div className={styles.notes}>
        <h3>Notes</h3>
        {slide.notes.length === 0 && <p className={styles.remark}>No notes for this slide.</p>}
        {slide.notes.map(({ text, span }) => (
          // Reached with the pointer; the editor beside it is the keyboard's way to the same line.
          // biome-ignore lint/a11y/useKeyWithClickEvents: a tab stop for each note would make the slides unusable by keyboard
          <p key={span.from} className={styles.jump} title="Go to this line" onClick={() => onJump(span)}>
            {text}
          </p>
        ))}
      </div>
    </section>
  );
}
