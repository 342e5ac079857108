import { Lock, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { requestClose } from '../commands/files';
import { useStudio, useStudioState } from '../commands/studio-context';
import { update } from '../state/studio-state';
import { activated, type Tab, tabLabels } from '../state/tabs-slice';
import { visibleName } from '../ui/visible-name';
import styles from './OpenFiles.module.css';

export const tabId = (path: string) => `tab-${path}`;
export const EDITOR_PANEL_ID = 'editor-panel';

/** The strip of open files. One tab stop; arrows move, Delete closes, the middle button closes. */
export function OpenFiles() {
  const studio = useStudio();
  const tabs = useStudioState((state) => state.tabs);
  const strip = useRef<HTMLDivElement>(null);
  const labels = tabLabels(tabs);

  useEffect(() => {
    if (tabs.active !== null)
      document.getElementById(tabId(tabs.active))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [tabs.active]);

  const show = (path: string) => update(studio.store, 'tabs', (now) => activated(now, path));
  const onKeyDown = (event: KeyboardEvent, path: string) => {
    const at = tabs.order.findIndex((tab) => tab.path === path);
    const go = (index: number) => {
      const next = tabs.order[(index + tabs.order.length) % tabs.order.length];
      if (!next) return;
      event.preventDefault();
      show(next.path);
      document.getElementById(tabId(next.path))?.focus();
    };
    if (event.key === 'ArrowRight') go(at + 1);
    else if (event.key === 'ArrowLeft') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(tabs.order.length - 1);
    else if (event.key === 'Delete') requestClose(studio, path);
  };
  if (tabs.order.length === 0) return null;
  return (
    <div ref={strip} className={styles.strip} role="tablist" aria-label="Open files">
      {tabs.order.map((tab) => (
        <FileTab
          key={tab.path}
          tab={tab}
          label={visibleName(labels.get(tab.path) ?? tab.name)}
          selected={tab.path === tabs.active}
          onShow={() => show(tab.path)}
          onClose={() => requestClose(studio, tab.path)}
          onKeyDown={(event) => onKeyDown(event, tab.path)}
        />
      ))}
    </div>
  );
}

interface FileTabProps {
  readonly tab: Tab;
  readonly label: string;
  readonly selected: boolean;
  readonly onShow: () => void;
  readonly onClose: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function FileTab({ tab, label, selected, onShow, onClose, onKeyDown }: FileTabProps) {
  return (
    <div
      id={tabId(tab.path)}
      role="tab"
      className={styles.tab}
      aria-selected={selected}
      aria-controls={selected ? EDITOR_PANEL_ID : undefined}
      aria-label={label}
      aria-description={tab.dirty ? 'Unsaved' : tab.readOnly ? 'Read-only' : undefined}
      tabIndex={selected ? 0 : -1}
      title={tab.path}
      data-dirty={tab.dirty}
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
