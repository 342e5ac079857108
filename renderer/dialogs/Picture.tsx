import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useState } from 'react';
import { useStudio } from '../commands/studio-context';
import type { Overlay } from '../state/overlay-slice';
import { IconButton } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { ScrollArea } from '../ui/ScrollArea';
import styles from './dialogs.module.css';

const STEPS = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4] as const;

/** A diagram as large as the window, or larger and scrolled. */
export function Picture({ picture }: { readonly picture: Extract<Overlay, { kind: 'picture' }> }) {
  const { store } = useStudio();
  const [scale, setScale] = useState<number | null>(null);
  const step = (by: 1 | -1) => {
    const now = scale ?? 1;
    const next =
      by === 1 ? STEPS.find((value) => value > now) : [...STEPS].reverse().find((value) => value < now);
    if (next !== undefined) setScale(next);
  };
  const size =
    scale === null ? {} : { inlineSize: picture.width * scale, maxInlineSize: 'none', maxBlockSize: 'none' };
  return (
    <Dialog title={picture.title} look="full" onClose={() => store.setState({ overlay: null })}>
      <div className={styles.pictureTools}>
        <IconButton label="Smaller" onPress={() => step(-1)}>
          <ZoomOut size={16} aria-hidden="true" />
        </IconButton>
        <IconButton label="Larger" onPress={() => step(1)}>
          <ZoomIn size={16} aria-hidden="true" />
        </IconButton>
        <IconButton label="Fit to the window" onPress={() => setScale(null)}>
          <Maximize size={16} aria-hidden="true" />
        </IconButton>
      </div>
      <ScrollArea className={styles.picture} label={picture.title}>
        <img src={picture.src} alt={picture.title} style={size} />
      </ScrollArea>
    </Dialog>
  );
}
