import {
  type CSSProperties,
  type MouseEventHandler,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import styles from './ScrollArea.module.css';

export interface ScrollAreaProps {
  /** Names the area; needed unless what is around it does. */
  readonly label?: string;
  readonly role?: 'group' | 'document';
  readonly as?: 'div' | 'pre';
  /** The place that takes the focus when its region is entered. */
  readonly entry?: boolean;
  /** A tab stop only while something is out of sight: for the many small areas within a page. */
  readonly whenNeeded?: boolean;
  /** `pane` fills its pane. */
  readonly look?: 'pane';
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
  readonly ref?: RefObject<HTMLElement | null>;
  readonly onClick?: MouseEventHandler;
  readonly data?: Readonly<Record<`data-${string}`, string | number | undefined>>;
  readonly children: ReactNode;
}

/** Something that scrolls by itself. It can be focused, so that the keyboard scrolls it too. */
export function ScrollArea({
  as: Element = 'div',
  label,
  role,
  entry = false,
  whenNeeded = false,
  look,
  className,
  data,
  ref,
  children,
  ...rest
}: ScrollAreaProps) {
  const own = useRef<HTMLElement>(null);
  const element = ref ?? own;
  const overflows = useOverflow(element, whenNeeded);
  const named = label === undefined ? {} : { role: role ?? 'group', 'aria-label': label };
  return (
    <Element
      {...rest}
      className={look === 'pane' ? `${styles.pane} ${className ?? ''}` : className}
      {...named}
      {...data}
      ref={element as RefObject<never>}
      tabIndex={overflows ? 0 : undefined}
      data-region-focus={entry ? '' : undefined}
    >
      {children}
    </Element>
  );
}

function useOverflow(element: RefObject<HTMLElement | null>, watch: boolean): boolean {
  const [overflows, setOverflows] = useState(!watch);
  useEffect(() => {
    const { current } = element;
    if (!watch || !current) return;
    const observer = new ResizeObserver(() =>
      setOverflows(current.scrollWidth > current.clientWidth || current.scrollHeight > current.clientHeight),
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, [element, watch]);
  return overflows;
}
