import { ok } from '../../../shared/util/result';
import type { AreaHandlers } from '../handlers';
import type { Services } from '../services';

/** The log and the report made of it. */
export function diagnosticsHandlers({ help }: Services): AreaHandlers<'diagnostics'> {
  return {
    'diagnostics.note': async (bug) => {
      help.pageError(bug);
      return ok({});
    },
    'diagnostics.showLog': () => help.showLog(),
    'diagnostics.saveReport': () => help.saveReport(),
  };
}
