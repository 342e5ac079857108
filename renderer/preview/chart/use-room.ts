import { type RefObject, useEffect, useState } from 'react';

/** Until the room is known, charts are drawn for an ordinary pane, in CSS pixels. */
const USUAL_WIDTH = 600;
/** No chart gains from being wider. */
const WIDEST = 860;

/** The width that an element has for a chart, in CSS pixels; follows the pane. */
export function useRoom(holder: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(USUAL_WIDTH);
  useEffect(() => {
    const { current } = holder;
    if (!current) return;
    const observer = new ResizeObserver(([entry]) => {
      const room = Math.floor(entry?.contentRect.width ?? 0);
      if (room > 0) setWidth(Math.min(WIDEST, room));
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [holder]);
  return width;
}
