import type { Answer, RequestOf, ResponseOf } from '../../shared/ipc/contract';
import { applyEdits } from '../../shared/text/edits/edit';

type JournalChannel = 'journal.put' | 'journal.piece' | 'journal.change' | 'journal.list' | 'journal.drop';
type JournalHandlers = { readonly [K in JournalChannel]: (request: RequestOf<K>) => Answer<ResponseOf<K>> };

/** An unsaved text that is kept, and the name of its state. */
export interface KeptText {
  readonly kitId: string;
  readonly path: string;
  readonly text: string;
  readonly baseHash: string | null;
  readonly savedAt: string;
  readonly frame: string;
}

const ok = <T>(value: T): Answer<T> => ({ ok: true, value });

/** The journal's promises in memory: a change is taken only for the state it was made in. */
export function memoryJournal(kept: Map<string, KeptText>): JournalHandlers {
  const pieces = new Map<string, string>();
  const name = (entry: { readonly kitId: string; readonly path: string }) => `${entry.kitId}/${entry.path}`;
  let count = 0;
  const keep = (entry: Omit<KeptText, 'savedAt' | 'frame'>): string => {
    const frame = (++count).toString(16).padStart(64, '0');
    kept.set(name(entry), { ...entry, savedAt: '2026-01-05T09:30:00Z', frame });
    return frame;
  };
  return {
    'journal.put': ({ after = 0, ...entry }) => {
      const before = after === 0 ? '' : (pieces.get(name(entry)) ?? '');
      if (before.length !== after)
        return { ok: false, error: { code: 'internal', message: 'A piece of the text is missing' } };
      return ok({ frame: keep({ ...entry, text: before + entry.text }) });
    },
    'journal.piece': ({ at, text, ...entry }) => {
      const before = at === 0 ? '' : (pieces.get(name(entry)) ?? '');
      if (before.length === at) pieces.set(name(entry), before + text);
      return ok({});
    },
    'journal.change': ({ kitId, path, baseHash, frame, length, edits }) => {
      const before = kept.get(name({ kitId, path }));
      if (!before || before.frame !== frame || before.baseHash !== baseHash || before.text.length !== length)
        return ok({ frame: null });
      return ok({ frame: keep({ kitId, path, baseHash, text: applyEdits(before.text, edits) }) });
    },
    'journal.list': ({ kitId }) =>
      ok({
        entries: [...kept.values()]
          .filter((entry) => entry.kitId === kitId)
          .map(({ path, text, baseHash, savedAt }) => ({ path, text, baseHash, savedAt })),
      }),
    'journal.drop': (entry) => {
      kept.delete(name(entry));
      return ok({});
    },
  };
}
