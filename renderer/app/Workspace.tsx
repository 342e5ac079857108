import { useEffect } from 'react';
import { useStudio, useStudioState } from '../commands/studio-context';
import { Navigator } from '../kit/Navigator';
import { isShown } from '../state/layout-slice';
import { Companion } from './Companion';
import { EditorArea } from './EditorArea';
import { PaneBoundary } from './PaneBoundary';
import { ScreenRegion } from './ScreenRegion';
import { Split, type SplitPart } from './Split';
import { StatusBar } from './StatusBar';
import styles from './Workspace.module.css';

/** The studio with an open kit: navigator, text, companion. */
export function Workspace() {
  const studio = useStudio();
  const name = useStudioState((state) => state.kit?.name ?? 'Staffwright');
  const navigator = useStudioState((state) => isShown(state.layout, 'navigator'));

  useEffect(() => {
    let stop = () => {};
    let over = false;
    void import('../editor/bind-findings').then(({ bindFindings }) => {
      if (!over) stop = bindFindings(studio);
    });
    return () => {
      over = true;
      stop();
    };
  }, [studio]);

  const parts: SplitPart[] = [
    { id: 'work', share: 81, least: 320, resize: 'Resize the navigator', content: <Work /> },
  ];
  if (navigator) parts.unshift({ id: 'navigator', share: 19, least: 224, content: <NavigatorRegion /> });
  return (
    <div className={styles.workspace}>
      <main className={styles.main}>
        {/* The navigator has the name of the kit as its title. */}
        {!navigator && <h1 className="visually-hidden">{name}</h1>}
        <Split name="outer" parts={parts} />
      </main>
      <StatusBar />
    </div>
  );
}

function NavigatorRegion() {
  return (
    <section aria-label="Navigator" data-region="Navigator" className={styles.region}>
      <PaneBoundary name="Navigator">
        <Navigator />
      </PaneBoundary>
    </section>
  );
}

/** Text and companion, side by side or the companion below; either may be hidden. */
function Work() {
  const text = useStudioState((state) => isShown(state.layout, 'editor'));
  const companion = useStudioState((state) => isShown(state.layout, 'companion'));
  const below = useStudioState((state) => state.layout.switches.has('companion-below'));
  const screen = useStudioState((state) => state.screen);
  if (screen) return <ScreenRegion screen={screen} />;
  const parts: SplitPart[] = [];
  if (text)
    parts.push({ id: 'text', share: below ? 58 : 53, least: below ? 120 : 280, content: <EditorArea /> });
  if (companion)
    parts.push({
      id: 'companion',
      share: below ? 42 : 47,
      least: below ? 100 : 240,
      resize: 'Resize the companion',
      content: <CompanionRegion />,
    });
  return <Split name={below ? 'text-above' : 'text-beside'} stacked={below} parts={parts} />;
}

function CompanionRegion() {
  return (
    <section aria-label="Companion" data-region="Companion" className={styles.region}>
      <PaneBoundary name="Companion">
        <Companion />
      </PaneBoundary>
    </section>
  );
}
