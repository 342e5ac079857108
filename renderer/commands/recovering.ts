import { wordChange } from '../../shared/history/word-change';
import { update } from '../state/studio-state';
import { changedTab, type Tab } from '../state/tabs-slice';
import { takeTheirs } from './conflicts';
import { closeFile } from './files';
import type { Studio } from './studio';

/** Open files with a text of an earlier run that was never saved and about which nothing was decided yet. */
export function recoveredTabs(order: readonly Tab[]): readonly Tab[] {
  return order.filter((tab) => tab.recoveredAt !== null);
}

/** How the kept text differs from what is on disk, in words. */
export function recoveredWords({ buffers }: Studio, tab: Tab): string {
  if (tab.conflict?.kind === 'removed') return 'The file is not on the disk any more.';
  if (tab.conflict?.kind === 'unreadable') return 'The file cannot be read.';
  const disk = tab.conflict?.kind === 'changed' ? tab.conflict.theirs : buffers.savedText(tab.path);
  const text = buffers.text(tab.path);
  if (disk === null || text === null || tab.plain) return '';
  const { added, removed } = wordChange(disk, text);
  const words =
    added + removed === 0
      ? 'No words differ from the disk.'
      : `${added} ${added === 1 ? 'word' : 'words'} more and ${removed} less than on disk.`;
  return tab.conflict ? `${words} The file was changed on disk as well.` : words;
}

/** Goes on with the kept text: it stays in its tab, unsaved. */
export function keepRecovered(studio: Studio, path: string): void {
  update(studio.store, 'tabs', (tabs) => changedTab(tabs, path, { recoveredAt: null }));
}

/** Gives the kept text up for what is on disk; undo and the history still have it. */
export async function discardRecovered(studio: Studio, tab: Tab): Promise<void> {
  if (tab.conflict && tab.conflict.kind !== 'changed') closeFile(studio, tab.path);
  else await takeTheirs(studio, tab.path);
}
