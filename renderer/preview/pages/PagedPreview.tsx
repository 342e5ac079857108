import { RefreshCw } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Button, IconButton } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { ScrollArea } from '../../ui/ScrollArea';
import { PagesSwitch } from '../PreviewBar';
import { useBufferVersion } from '../use-buffer';
import styles from './PagedPreview.module.css';
import { PageView } from './PageView';
import type { PageSize } from './pdf-pages';
import { type PagesScope, type PagesState, type ShownPages, usePages } from './use-pages';

const STEPS: Readonly<Record<string, string>> = {
  read: 'Reading the files',
  check: 'Checking the packet',
  diagrams: 'Drawing diagrams',
  layout: 'Laying out',
  print: 'Printing',
};

/** The pages that an export would print, of this file or of the whole portfolio. */
export function PagedPreview({ path }: { readonly path: string }) {
  const [scope, setScope] = useState<PagesScope>('file');
  const [redact, setRedact] = useState<boolean | null>(null);
  const pages = usePages(path, { scope, redact }, useBufferVersion(path));
  const redacted = redact ?? pages.shown?.receipt.redacted ?? false;
  return (
    <div className={styles.pane}>
      <div className={styles.bar} role="toolbar" aria-label="Pages">
        {(['file', 'portfolio'] as const).map((choice) => (
          <button
            key={choice}
            type="button"
            className={styles.scope}
            aria-pressed={scope === choice}
            onClick={() => setScope(choice)}
          >
            {choice === 'file' ? 'This file' : 'Whole portfolio'}
          </button>
        ))}
        <button
          type="button"
          className={styles.scope}
          aria-pressed={redacted}
          title="With the pseudonyms of a redacted export"
          onClick={() => setRedact(!redacted)}
        >
          As redacted
        </button>
        <span className={styles.state} role="status">
          {told(pages)}
        </span>
        {pages.progress !== null ? (
          <Button look="quiet" onPress={pages.cancel}>
            Cancel
          </Button>
        ) : (
          <IconButton label="Print the Pages Anew" onPress={pages.refresh}>
            <RefreshCw size={14} aria-hidden="true" />
          </IconButton>
        )}
        <PagesSwitch />
      </div>
      {pages.error && (
        <div className={styles.error} role="alert">
          {pages.error.message}
        </div>
      )}
      {pages.shown?.receipt.redacted && pages.shown.receipt.hidden === 0 && (
        <p className={styles.note}>
          Nothing is hidden here: no name of the list in .staffwright/redaction.yaml stands in the kit. The
          export dialog starts such a list.
        </p>
      )}
      {pages.shown ? (
        <PageList key={pages.shown.scope} shown={pages.shown} stale={pages.stale} />
      ) : (
        !pages.error && <EmptyState title={pages.progress ? 'Printing the pages…' : 'No pages'} text="" />
      )}
    </div>
  );
}

/** What stands in the bar: the step under way, else how many pages there are. */
function told({ progress, shown, stale }: PagesState): string {
  if (progress === 'starting') return 'Starting…';
  if (progress) {
    const step = STEPS[progress.step] ?? 'Finishing';
    return progress.total > 1 ? `${step}, ${progress.done} of ${progress.total}` : `${step}…`;
  }
  if (!shown) return '';
  const { from, to, failures } = shown.receipt;
  const count = to - from + 1;
  const pages = count === 1 ? '1 page' : `${count} pages`;
  const wrong = failures.length === 0 ? '' : `, ${failures.length} diagrams not drawn`;
  return `${pages}${wrong}${stale ? ', text changed since' : ''}`;
}

/** Space around pages, in pixels. */
const GAP = 16;

function PageList({ shown, stale }: { readonly shown: ShownPages; readonly stale: boolean }) {
  const { pdf, receipt } = shown;
  const scroller = useRef<HTMLElement>(null);
  const [size, setSize] = useState<PageSize | null>(null);
  const [width, setWidth] = useState(0);
  const { from, to, start } = receipt;

  useEffect(() => {
    let over = false;
    void pdf.size(from).then((found) => {
      if (!over) setSize(found);
    });
    return () => {
      over = true;
    };
  }, [pdf, from]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(Math.max(0, element.clientWidth - 2 * GAP)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const shownWidth = size ? Math.min(width, size.width * 1.5) : 0;
  const height = size ? (shownWidth * size.height) / size.width : 0;
  const ready = height > 0;
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  // A portfolio opens at this file.
  useLayoutEffect(() => {
    if (ready && scroller.current && scroller.current.scrollTop === 0)
      scroller.current.scrollTop = (start - from) * (height + GAP);
  }, [ready, start, from, height]);

  return (
    <ScrollArea ref={scroller} className={styles.pages} role="document" label="Pages" entry>
      {ready &&
        numbers.map((number) => (
          <PageView
            key={number}
            pdf={pdf}
            number={number}
            label={`Page ${number - from + 1} of ${to - from + 1}`}
            width={shownWidth}
            height={height}
            stale={stale}
          />
        ))}
    </ScrollArea>
  );
}
