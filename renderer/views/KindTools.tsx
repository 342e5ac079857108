import { type ComponentType, lazy, Suspense, useState } from 'react';
import type { Span } from '../../shared/text/span';
import styles from './views.module.css';

export interface ToolProps {
  readonly path: string;
  readonly onJump: (span: Span) => void;
}

interface Tool {
  /** What the button says that opens it. */
  readonly title: string;
  readonly View: ComponentType<ToolProps>;
}

/** What can be tried in the view of a kind, by its id. Each is loaded when it is opened. */
const TOOLS: Readonly<Record<string, Tool>> = {
  'tradeoff-matrix': {
    title: 'Try other weights',
    View: lazy(() => import('./weights/Weights').then(({ Weights }) => ({ default: Weights }))),
  },
  'tco-model': {
    title: 'Try other inputs',
    View: lazy(() => import('./costs/Inputs').then(({ Inputs }) => ({ default: Inputs }))),
  },
};

/** Kinds whose tool was open last: it is there again with the next file of the kind. */
const opened = new Set<string>();

/** The tool of a kind above its blocks, closed until it is wanted; nothing where the kind has none. */
export function KindTools({ kind, ...props }: { readonly kind: string | null } & ToolProps) {
  const [open, setOpen] = useState(kind !== null && opened.has(kind));
  const tool = kind !== null && Object.hasOwn(TOOLS, kind) ? TOOLS[kind] : undefined;
  if (!tool || kind === null) return null;
  const toggle = () => {
    if (open) opened.delete(kind);
    else opened.add(kind);
    setOpen(!open);
  };
  return (
    <section className={styles.tool} aria-label={tool.title}>
      <button type="button" className={styles.opener} aria-expanded={open} onClick={toggle}>
        {tool.title}
      </button>
      {open && (
        <Suspense fallback={<p className={styles.waiting}>Loading…</p>}>
          <tool.View {...props} />
        </Suspense>
      )}
    </section>
  );
}
