import { lazy, type ReactNode, Suspense } from 'react';
import type { ToolProps } from './KindTools';
import styles from './views.module.css';

const FormulaCard = lazy(() =>
  import('./costs/FormulaCard').then((module) => ({ default: module.FormulaCard })),
);

/** The view of a kind with what stands under it and does not scroll: for a cost model, how the cell at the cursor comes about. */
export function KindFrame({
  kind,
  children,
  ...props
}: { readonly kind: string | null; readonly children: ReactNode } & ToolProps) {
  if (kind !== 'tco-model') return children;
  return (
    <div className={styles.withCard}>
      {children}
      <Suspense fallback={null}>
        <FormulaCard {...props} />
      </Suspense>
    </div>
  );
}
