import { ok } from '../../../shared/util/result';
import { openLink } from '../../windows/external-links';
import type { AreaHandlers } from '../handlers';
import type { Services } from '../services';

/** The window's own matters: unsaved mark, closing, links to other programs. */
export function windowHandlers(services: Services): AreaHandlers<'window'> & AreaHandlers<'link'> {
  return {
    'window.reportUnsaved': async ({ count }) => {
      services.window().reportUnsaved(count);
      return ok({});
    },
    'window.readyToClose': async () => {
      services.window().readyToClose();
      return ok({});
    },
    'link.open': ({ url }) => openLink(services.window().window, url),
  };
}
