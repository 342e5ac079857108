import { Lock, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { requestClose } from '../commands/files';
import { useStudio, useStudioState } from '../commands/studio-context';
import { shownIn, shownTab, tabsIn } from '../state/editor-panes';
import { update } from '../state/studio-state';
import { type PaneId, type Tab, tabLabels } from '../state/tabs-slice';
import { visibleName } from '../ui/visible-name';
import styles from './OpenFiles.module.css';

export const tabId = (pane: PaneId, path: string) => `tab-${pane}-${path}`;
export const panelId = (pane: PaneId) => `editor-panel-${pane}`;

/** The strip of the open files of a pane. One tab stop; arrows move, Delete closes, the middle button closes. */
export function OpenFiles({ pane }: { readonly pane: PaneId }) {
  const studio = useStudio();
  const tabs = useStudioState((state) => state.tabs);
  const strip = useRef<HTMLDivElement>(null);
  const labels = tabLabels(tabs);
  const order = tabsIn(tabs, pane);
  const shown = shownIn(tabs, pane);

  useEffect(() => {
    if (shown !== null)
      document.getElementById(tabId(pane, shown))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pane, shown]);

  const show = (path: string) => update(studio.store, 'tabs', (now) => shownTab(now, path, pane));
  const onKeyDown = (event: KeyboardEvent, path: string) => {
    const at = order.findIndex((tab) => tab.path === path);
    const go = (index: number) => {
      const next = order[(index + order.length) % order.length];
      if (!next) return;
      event.preventDefault();
      show(next.path);
      document.getElementById(tabId(pane, next.path))?.focus();
    };
    if (event.key === 'ArrowRight') go(at + 1);
    else if (event.key === 'ArrowLeft') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(order.length - 1);
    else if (event.key === 'Delete') requestClose(studio, path, pane);
  };
  if (order.length === 0) return null;
  return (
    <div
      ref={strip}
      className={styles.strip}
      role="tablist"
      data-in-use={tabs.focus === pane}
      aria-label={pane === 'main' ? 'Open files' : 'Tabs of the second pane'}
    >
      {order.map((tab) => (
        <FileTab
          key={tab.path}
          tab={tab}
          pane={pane}
          label={visibleName(labels.get(tab.path) ?? tab.name)}
          selected={tab.path === shown}
          onShow={() => show(tab.path)}
          onClose={() => requestClose(studio, tab.path, pane)}
          onKeyDown={(event) => onKeyDown(event, tab.path)}
        />
      ))}
    </div>
  );
}

interface FileTabProps {
  readonly tab: Tab;
  readonly pane: PaneId;
  readonly label: string;
  readonly selected: boolean;
  readonly onShow: () => void;
  readonly onClose: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function FileTab({ tab, pane, label, selected, onShow, onClose, onKeyDown }: FileTabProps) {
  return (
    <div
      id={tabId(pane, tab.path)}
      role="tab"
      className={styles.tab}
      aria-selected={selected}
      aria-controls={selected ? panelId(pane) : undefined}
      aria-label={label}
      aria-description={tab.dirty ? 'Unsaved' : tab.readOnly ? 'Read-only' : undefined}
      tabIndex={selected ? 0 : -1}
      title={tab.path}
      data-dirty={tab.dirty}
      data-menu="tab"
      data-menu-path={tab.path}
      data-menu-pane={pane}
      onMouseDown={(event) => {
        if (event.button === 0) onShow();
        // The middle button would otherwise start to scroll.
        if (event.button === 1) event.preventDefault();
      }}
      onAuxClick={(event) => {
        if (event.button === 1) onClose();
      }}
      onKeyDown={onKeyDown}
    >
      {tab.readOnly && <Lock size={11} aria-hidden="true" />}
      <span className={styles.name}>{label}</span>
      {/* Keyboards close with Delete or the close command; a button inside a tab would confuse screen readers. */}
      <span
        className={styles.close}
        aria-hidden="true"
        title="Close"
        onMouseDown={(event) => event.stopPropagation()}
        onClick={(event) => {
          event.stopPropagation();
          onClose();
        }}
      >
        <span className={styles.dot} />
        <X size={13} />
      </span>
    </div>
  );
}
