import { ok } from '../../../shared/util/result';
import { explain } from '../../kit/host-failure';
import type { AreaHandlers } from '../handlers';
import type { Services } from '../services';

/** Unsaved texts. The kit need not be open: the last words of a page that closes one still count. */
export function journalHandlers({ journal }: Services): AreaHandlers<'journal'> {
  return {
    'journal.put': async ({ kitId, path, text, baseHash, after = 0 }) => {
      try {
        return ok({ frame: await journal.put(kitId, { path, text, baseHash, after }) });
      } catch (error) {
        return explain(error, `The unsaved text of "${path}" could not be kept safe`, path);
      }
    },
    'journal.piece': async ({ kitId, path, at, text }) => {
      journal.piece(kitId, path, at, text);
      return ok({});
    },
    'journal.change': async ({ kitId, ...change }) => {
      try {
        return ok({ frame: await journal.change(kitId, change) });
      } catch (error) {
        return explain(error, `The unsaved text of "${change.path}" could not be kept safe`, change.path);
      }
    },
    'journal.list': async ({ kitId }) => {
      try {
        return ok({ entries: [...(await journal.list(kitId))] });
      } catch (error) {
        return explain(error, 'Unsaved texts of an earlier session could not be read');
      }
    },
    'journal.drop': async ({ kitId, path }) => {
      try {
        await journal.drop(kitId, path);
        return ok({});
      } catch (error) {
        return explain(error, `The kept text of "${path}" could not be removed`, path);
      }
    },
  };
}
