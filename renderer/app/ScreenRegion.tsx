import { lazy, Suspense } from 'react';
import type { Screen } from '../state/screen-slice';
import { EmptyState } from '../ui/EmptyState';
import { PaneBoundary } from './PaneBoundary';
import styles from './Workspace.module.css';

const PacketScreen = lazy(async () => ({
  default: (await import('../packet/PacketScreen')).PacketScreen,
}));
const ContrastScreen = lazy(async () => ({
  default: (await import('../contrast/ContrastScreen')).ContrastScreen,
}));

/** What takes the place of text and companion. */
export function ScreenRegion({ screen }: { readonly screen: Screen }) {
  const name = screen.kind === 'packet' ? 'Packet' : 'Senior against staff';
  return (
    <section aria-label={name} data-region={name} className={styles.region}>
      <PaneBoundary name={name} resetKey={screen.kind}>
        <Suspense fallback={<EmptyState title="Opening…" text="" />}>
          {screen.kind === 'packet' ? <PacketScreen /> : <ContrastScreen screen={screen} />}
        </Suspense>
      </PaneBoundary>
    </section>
  );
}
