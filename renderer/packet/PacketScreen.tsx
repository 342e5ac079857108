import { type RefObject, useLayoutEffect, useRef } from 'react';
import { spellMinutes } from '../../shared/packet/estimates';
import type { PacketView } from '../../shared/packet/packet-view';
import { leaveScreen } from '../commands/packet';
import type { Studio } from '../commands/studio';
import { useShortcutOf, useStudio, useStudioState } from '../commands/studio-context';
import { EmptyState } from '../ui/EmptyState';
import { Screen } from '../ui/Screen';
import { ScrollArea } from '../ui/ScrollArea';
import { ConsistencySection } from './ConsistencySection';
import { DeliverablesSection } from './DeliverablesSection';
import { LedgerSection } from './LedgerSection';
import { NextSection } from './NextSection';
import { ProgressSection } from './ProgressSection';
import styles from './packet.module.css';
import { QuestionsSection } from './QuestionsSection';
import { SprintsSection } from './SprintsSection';
import { usePacket } from './use-packet';
import { useProgress } from './use-progress';

/** The packet as one thing: how far, how consistent, what next. */
export function PacketScreen() {
  const studio = useStudio();
  const shortcutOf = useShortcutOf();
  const view = usePacket();
  const progress = useProgress(view);
  const checking = useStudioState((state) => state.checks.progress);
  const page = useScrollPlace(view !== null && view.artifacts > 0);
  const failure = useStudioState((state) => state.checks.failure);
  return (
    <Screen
      name="packet"
      title="Packet"
      shortcut={shortcutOf('packet.dashboard')}
      onLeave={() => leaveScreen(studio)}
      head={
        <>
          <p className={styles.state} role="status">
            {checking && view ? `Checking ${checking.total - checking.done} of ${checking.total}…` : ''}
          </p>
          {view && view.artifacts > 0 && <Contents />}
        </>
      }
    >
      {failure !== null ? (
        <EmptyState title="The checker is not running" text={failure} />
      ) : !view ? (
        <EmptyState title="Looking over the packet…" text="" />
      ) : view.artifacts === 0 ? (
        <EmptyState
          title="Nothing to look over yet"
          text="The dashboard is about artifacts that the studio knows by name: RFC-001-title.md, adr-001-title.md, risk-register.json and others. Make one with File › New File, or copy one from the worked example."
        />
      ) : (
        <ScrollArea ref={page} className={styles.page} label="Packet dashboard" entry>
          <div className={styles.column}>
            <p className={styles.lead}>{leadOf(view)}</p>
            <NextSection view={view} />
            <DeliverablesSection view={view} />
            <SprintsSection view={view} />
            <ConsistencySection matrix={view.consistency} />
            <LedgerSection ledger={view.ledger} />
            <QuestionsSection questions={view.questions} />
            <ProgressSection progress={progress} />
          </div>
        </ScrollArea>
      )}
    </Screen>
  );
}

/** Where the page was left, by window. */
const places = new WeakMap<Studio, number>();

/** Comes back to where the page was left. */
function useScrollPlace(shown: boolean): RefObject<HTMLElement | null> {
  const studio = useStudio();
  const page = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { current } = page;
    if (!shown || !current) return;
    current.scrollTop = places.get(studio) ?? 0;
    const keep = () => places.set(studio, current.scrollTop);
    current.addEventListener('scroll', keep, { passive: true });
    return () => current.removeEventListener('scroll', keep);
  }, [studio, shown]);
  return page;
}

const PARTS = [
  ['next', 'Next'],
  ['deliverables', 'Deliverables'],
  ['sprints', 'Sprints'],
  ['consistency', 'Consistency'],
  ['ledger', 'Numbers'],
  ['questions', 'Questions'],
  ['progress', 'Progress'],
] as const;

/** Pixels above a heading that is gone to. */
const ABOVE = 14;

/** Goes to a part of the page; the focus goes along, so that reading goes on there. */
function Contents() {
  const go = (part: string) => {
    const heading = document.getElementById(`packet-${part}`);
    const page = heading?.closest<HTMLElement>('[data-region-focus]');
    if (!heading || !page) return;
    // Only the page scrolls, and not what is around it.
    page.scrollTop += heading.getBoundingClientRect().top - page.getBoundingClientRect().top - ABOVE;
    heading.focus({ preventScroll: true });
  };
  return (
    <nav className={styles.contents} aria-label="Parts of the dashboard">
      {PARTS.map(([part, name]) => (
        <button key={part} type="button" onClick={() => go(part)}>
          {name}
        </button>
      ))}
    </nav>
  );
}

/** How far the packet is, in one sentence. */
export function leadOf(view: PacketView): string {
  const ready = view.deliverables.filter(({ grade }) => grade === 'staff-ready').length;
  const { must, should } = view.counts;
  const left = view.deliverables.length - ready;
  if (left === 0 && must === 0 && should === 0)
    return view.minutes === 0
      ? 'All four deliverables are staff-ready, and nothing is open.'
      : `All four deliverables are staff-ready. About ${spellMinutes(view.minutes)} of finishing work is left.`;
  const standing =
    ready === 0
      ? 'None of the four deliverables is staff-ready yet'
      : left === 0
        ? 'All four deliverables are staff-ready'
        : `${ready} of the four deliverables ${ready === 1 ? 'is' : 'are'} staff-ready`;
  const open = [must > 0 ? `${must} must` : '', should > 0 ? `${should} should` : ''].filter(
    (part) => part !== '',
  );
  const gaps =
    open.length > 0
      ? ` ${open.join(' and ')} ${must + should === 1 ? 'finding is' : 'findings are'} open.`
      : '';
  return `${standing}.${gaps} About ${spellMinutes(view.minutes)} of work is left.`;
}
