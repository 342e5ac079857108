import { type KeyboardEvent, useEffect, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { ShownSlide } from '../../../shared/kinds/executive-summary/shown-slides';
import { wholeScreen } from '../../commands/full-screen';
import { useStudio } from '../../commands/studio-context';
import { Slide } from './Slide';
import styles from './slides.module.css';

export interface ShowProps {
  readonly slides: readonly ShownSlide[];
  readonly deckOf: (slide: ShownSlide) => string;
  readonly title: string;
  readonly onClose: () => void;
}

/**
 * The slides one at a time over the whole screen; over the whole window where the system gives no more. Arrows, blanks and page keys turn the
 * pages, N shows the notes of the speaker, Escape ends it.
 */
export function Show({ slides, deckOf, title, onClose }: ShowProps) {
  const [index, setIndex] = useState(0);
  const [notes, setNotes] = useState(false);
  useWholeScreen();
  const last = slides.length - 1;
  const slide = slides[Math.min(index, last)];
  const go = (key: string) => {
    const turned = turnedTo(key, Math.min(index, last), last);
    if (turned !== null) setIndex(turned);
    else if (key === 'n' || key === 'N') setNotes((before) => !before);
    return turned !== null || key === 'n' || key === 'N';
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (go(event.key)) event.preventDefault();
  };
  if (!slide) return null;
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className={styles.overlay ?? ''}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.show ?? ''} aria-label={`${title}, as slides`}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
          <div
            ref={focused}
            className={styles.stage}
            data-notes={notes}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
            tabIndex={0}
            onKeyDown={onKeyDown}
            onClick={() => go('ArrowRight')}
          >
            <div className={styles.frame} aria-live="polite">
              <Slide slide={slide} deck={deckOf(slide)} of={slides.length} />
            </div>
            {notes && (
              <aside className={styles.shownNotes} aria-label="Notes">
                {slide.notes.length === 0
                  ? 'No notes for this slide.'
                  : slide.notes.map(({ text }) => text).join('\n\n')}
              </aside>
            )}
          </div>
          <p className={styles.keys}>← → turn · N notes · Esc ends</p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The page that a key turns to; null for a key that turns none. */
function turnedTo(key: string, index: number, last: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
    case 'PageDown':
    case ' ':
      return Math.min(last, index + 1);
    case 'ArrowLeft':
    case 'ArrowUp':
    case 'PageUp':
      return Math.max(0, index - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

function focused(element: HTMLElement | null): void {
  element?.focus();
}

/** Asks for the whole screen while it is mounted. */
function useWholeScreen(): void {
  const { host } = useStudio();
  useEffect(() => {
    const screen = wholeScreen(host);
    screen.take();
    return screen.giveBack;
  }, [host]);
}
