import { ChangeSet, Text } from '@codemirror/state';
import { journalHandlers } from '../../../electron/ipc/handlers/journal';
import type { Services } from '../../../electron/ipc/services';
import { Journal as KeptJournal } from '../../../electron/journal/journal';
import { nodeFileSystem } from '../../../electron/kit/file-system';
import { Journal } from '../../../renderer/commands/journal';
import type { Host } from '../../../renderer/host/host';
import type { Buffers } from '../../../renderer/state/buffers';

/*
 * Somebody who types ten keys a second in several documents, with the page's journal and that of the main process as they are, and only the bridge
 * between them left out. Prints each key: document, keys so far, by how much the machine is late, and the longest the disk took, in milliseconds.
 * Bundled and run with plain Node.
 */

const [folder = '', documents = '1', seed = '0'] = process.argv.slice(2);
const KEYS = 'The rollback is triggered by the error budget. ';
const EVERY_MS = 100;

function type(number: number): void {
  const kept = new KeptJournal(nodeFileSystem, folder, Date.now);
  const handlers = journalHandlers({ journal: kept } as Services) as unknown as Record<
    string,
    (request: unknown) => Promise<unknown>
  >;
  const path = `document ${number}.md`;
  let doc = Text.empty;
  let slowest = 0;
  let since: number | null = null;
  const call = async (channel: string, request: unknown): Promise<unknown> => {
    since = performance.now();
    const answer = await handlers[channel]?.(request);
    slowest = Math.max(slowest, performance.now() - since);
    since = null;
    return answer;
  };
  const buffers = { doc: () => doc, isDirty: () => true, subscribe: () => () => {} };
  const journal = new Journal({
    host: { call } as unknown as Host,
    buffers: buffers as unknown as Buffers,
    kitId: () => 'kit',
    // Every other one has never been saved.
    baseHash: () => (number % 2 === 0 ? null : 'a'.repeat(64)),
    onFailure: (message) => {
      throw new Error(message);
    },
  });
  const start = performance.now() + ((Number(seed) * 37 + number * 61) % EVERY_MS);
  let late = 0;
  const key = (): void => {
    const due = start + doc.length * EVERY_MS;
    late = Math.max(late, performance.now() - due);
    const change = ChangeSet.of(
      { from: doc.length, insert: KEYS[doc.length % KEYS.length] ?? ' ' },
      doc.length,
    );
    doc = change.apply(doc);
    journal.changed(path, change);
    // A flush that is under way counts too: it may be the one that the kill meets.
    const disk = Math.max(slowest, since === null ? 0 : performance.now() - since);
    process.stdout.write(`${number} ${doc.length} ${Math.round(late)} ${Math.round(disk)}\n`);
    setTimeout(key, Math.max(0, start + doc.length * EVERY_MS - performance.now()));
  };
  setTimeout(key, Math.max(0, start - performance.now()));
}

for (let number = 0; number < Number(documents); number++) type(number);
