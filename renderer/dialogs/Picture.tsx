import { Expand, Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { wholeScreen } from '../commands/full-screen';
import { useStudio } from '../commands/studio-context';
import type { Overlay } from '../state/overlay-slice';
import { IconButton } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import styles from './dialogs.module.css';
import { centred, fitted, type Lie, moved, zoomedAt } from './pan-zoom';

/** Pixels that an arrow key moves a picture. */
const STEP = 60;
const LARGER = 1.25;

/** A diagram or picture as large as the window: moved by pointer or arrow keys, scaled by wheel, keys or buttons. */
export function Picture({ picture }: { readonly picture: Extract<Overlay, { kind: 'picture' }> }) {
  const { store, host } = useStudio();
  const frame = useRef<HTMLDivElement>(null);
  const screen = useMemo(() => wholeScreen(host), [host]);
  useEffect(() => screen.giveBack, [screen]);
  const view = usePanZoom(frame, picture, screen.toggle);
  return (
    <Dialog title={picture.title} look="full" onClose={() => store.setState({ overlay: null })}>
      <div className={styles.pictureTools} role="toolbar" aria-label="Picture">
        <IconButton label="Smaller" shortcut="-" onPress={() => view.zoom(1 / LARGER)}>
          <ZoomOut size={16} aria-hidden="true" />
        </IconButton>
        <output className={styles.scale}>{Math.round(view.lie.scale * 100)} %</output>
        <IconButton label="Larger" shortcut="+" onPress={() => view.zoom(LARGER)}>
          <ZoomIn size={16} aria-hidden="true" />
        </IconButton>
        <IconButton label="Fit to the window" shortcut="0" onPress={view.fit}>
          <Maximize size={16} aria-hidden="true" />
        </IconButton>
        <IconButton label="Full screen" shortcut="F" onPress={screen.toggle}>
          <Expand size={16} aria-hidden="true" />
        </IconButton>
      </div>
      <div
        ref={frame}
        className={styles.picture}
        role="application"
        aria-label={`${picture.title}. Arrow keys move it, plus and minus scale it.`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved and scaled by the keyboard
        tabIndex={0}
        onKeyDown={view.onKeyDown}
        onPointerDown={view.onPointerDown}
        onDoubleClick={view.fit}
      >
        <img
          src={picture.src}
          alt={picture.title}
          draggable={false}
          width={picture.width}
          height={picture.height}
          style={{ transform: `translate(${view.lie.x}px, ${view.lie.y}px) scale(${view.lie.scale})` }}
        />
      </div>
    </Dialog>
  );
}

function usePanZoom(
  frame: RefObject<HTMLDivElement | null>,
  { width, height }: { width: number; height: number },
  toggleFullScreen: () => void,
) {
  const [lie, setLie] = useState<Lie>({ scale: 1, x: 0, y: 0 });
  const size = useMemo(() => ({ width, height }), [width, height]);
  const room = useCallback(
    () => ({ width: frame.current?.clientWidth ?? 0, height: frame.current?.clientHeight ?? 0 }),
    [frame],
  );
  const fit = useCallback(() => setLie(fitted(room(), size)), [room, size]);
  const zoom = useCallback(
    (factor: number, point?: { x: number; y: number }) =>
      setLie((before) => {
        const { width: w, height: h } = room();
        return zoomedAt(before, factor, point ?? { x: w / 2, y: h / 2 }, { width: w, height: h }, size);
      }),
    [room, size],
  );
  const move = useCallback(
    (dx: number, dy: number) => setLie((before) => moved(before, dx, dy, room(), size)),
    [room, size],
  );

  useLayoutEffect(fit, [fit]);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const box = element.getBoundingClientRect();
      zoom(Math.exp(-event.deltaY / 400), { x: event.clientX - box.left, y: event.clientY - box.top });
    };
    // React's own wheel listener may not keep the page from scrolling.
    element.addEventListener('wheel', onWheel, { passive: false });
    const resize = new ResizeObserver(fit);
    resize.observe(element);
    return () => {
      element.removeEventListener('wheel', onWheel);
      resize.disconnect();
    };
  }, [frame, zoom, fit]);

  const keys: Readonly<Record<string, () => void>> = {
    '+': () => zoom(LARGER),
    '=': () => zoom(LARGER),
    '-': () => zoom(1 / LARGER),
    '0': fit,
    '1': () => setLie(centred(room(), size, 1)),
    ArrowLeft: () => move(STEP, 0),
    ArrowRight: () => move(-STEP, 0),
    ArrowUp: () => move(0, STEP),
    ArrowDown: () => move(0, -STEP),
    f: toggleFullScreen,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    const element = event.currentTarget;
    element.setPointerCapture(event.pointerId);
    let { clientX, clientY } = event;
    const onMove = (next: globalThis.PointerEvent) => {
      move(next.clientX - clientX, next.clientY - clientY);
      ({ clientX, clientY } = next);
    };
    const onUp = () => {
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerup', onUp);
      element.removeEventListener('pointercancel', onUp);
    };
    element.addEventListener('pointermove', onMove);
    element.addEventListener('pointerup', onUp);
    element.addEventListener('pointercancel', onUp);
  };
  return { lie, fit, zoom, onKeyDown, onPointerDown };
}
