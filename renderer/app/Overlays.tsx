import { lazy, Suspense, useEffect } from 'react';
import { useStudioState } from '../commands/studio-context';
import type { Overlay } from '../state/overlay-slice';

/** Dialogs load when they are opened first; none of them is needed to paint the window. */
const Palette = lazy(async () => ({ default: (await import('../palette/Palette')).Palette }));
const GoToFile = lazy(async () => ({ default: (await import('../palette/GoToFile')).GoToFile }));
const GoToHeading = lazy(async () => ({ default: (await import('../palette/GoToHeading')).GoToHeading }));
const GoToLine = lazy(async () => ({ default: (await import('../palette/GoToLine')).GoToLine }));
const SettingsDialog = lazy(async () => ({
  default: (await import('../settings/SettingsDialog')).SettingsDialog,
}));
const ShortcutsDialog = lazy(async () => ({
  default: (await import('../settings/ShortcutsDialog')).ShortcutsDialog,
}));
const About = lazy(async () => ({ default: (await import('../dialogs/About')).About }));
const NewPacket = lazy(async () => ({ default: (await import('../dialogs/NewPacket')).NewPacket }));
const OpenZip = lazy(async () => ({ default: (await import('../dialogs/OpenZip')).OpenZip }));
const CloseUnsaved = lazy(async () => ({ default: (await import('../dialogs/CloseUnsaved')).CloseUnsaved }));
const Picture = lazy(async () => ({ default: (await import('../dialogs/Picture')).Picture }));
const Waive = lazy(async () => ({ default: (await import('../dialogs/Waive')).Waive }));
const Rename = lazy(async () => ({ default: (await import('../dialogs/Rename')).Rename }));
const FilePath = lazy(async () => ({ default: (await import('../dialogs/FilePath')).FilePath }));
const Standard = lazy(async () => ({ default: (await import('../dialogs/Standard')).Standard }));
const Merging = lazy(async () => ({ default: (await import('../merge/Merging')).Merging }));
const MilestoneName = lazy(async () => ({
  default: (await import('../history/MilestoneName')).MilestoneName,
}));
const RestoreKit = lazy(async () => ({ default: (await import('../history/RestoreKit')).RestoreKit }));
const RestoreSection = lazy(async () => ({
  default: (await import('../history/RestoreSection')).RestoreSection,
}));
const Recovered = lazy(async () => ({ default: (await import('../dialogs/Recovered')).Recovered }));
const CompareWith = lazy(async () => ({ default: (await import('../compare/CompareWith')).CompareWith }));
const Comparison = lazy(async () => ({ default: (await import('../compare/Comparison')).Comparison }));
const ExportDialog = lazy(async () => ({
  default: (await import('../portfolio/ExportDialog')).ExportDialog,
}));

/** Time after which the window is painted and the kit is being read, in milliseconds. */
const READ_AHEAD = 1000;

/**
 * Those that one goes on typing into without looking. While the code of one is on its way, its letters would go to the text, so it is there
 * before anybody asks.
 */
function readAhead(): void {
  void import('../palette/Palette');
  void import('../palette/GoToFile');
  void import('../palette/GoToHeading');
  void import('../palette/GoToLine');
}

/** The dialog that is open over the window, if any. */
export function Overlays() {
  const overlay = useStudioState((state) => state.overlay);
  const kit = useStudioState((state) => state.kit !== null);
  useEffect(() => {
    if (!kit) return;
    const timer = setTimeout(readAhead, READ_AHEAD);
    return () => clearTimeout(timer);
  }, [kit]);
  return overlay ? <Suspense fallback={null}>{dialogOf(overlay)}</Suspense> : null;
}

function dialogOf(overlay: Overlay) {
  switch (overlay.kind) {
    case 'palette':
      return <Palette />;
    case 'go-file':
      return <GoToFile />;
    case 'go-heading':
      return <GoToHeading />;
    case 'go-line':
      return <GoToLine />;
    case 'settings':
      return <SettingsDialog />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'about':
      return <About />;
    case 'new-packet':
      return <NewPacket />;
    case 'unpack':
      return <OpenZip key={overlay.archiveId} archiveId={overlay.archiveId} zipName={overlay.name} />;
    case 'export':
      return <ExportDialog />;
    case 'merge':
      return <Merging path={overlay.path} />;
    case 'milestone':
      return <MilestoneName />;
    case 'restore-kit':
      return <RestoreKit id={overlay.id} name={overlay.name} />;
    case 'restore-section':
      return <RestoreSection path={overlay.path} hash={overlay.hash} at={overlay.at} />;
    case 'recovered':
      return <Recovered />;
    case 'compare-with':
      return <CompareWith path={overlay.path} />;
    case 'comparison':
      return <Comparison key={JSON.stringify(overlay)} {...overlay} />;
    case 'waive':
      return <Waive finding={overlay.finding} />;
    case 'rename':
      return <Rename card={overlay.card} />;
    case 'file':
      return <FilePath mode={overlay.mode} path={overlay.path} to={overlay.to} />;
    case 'standard':
      return <Standard />;
    case 'picture':
      return <Picture picture={overlay} />;
    case 'close-unsaved':
      return <CloseUnsaved path={overlay.path} />;
  }
}
