import { ok } from '../../../shared/util/result';
import { openLink } from '../../windows/external-links';
import type { AreaHandlers } from '../handlers';
import type { Services } from '../services';

/** The window's own matters: unsaved mark, closing, menus, links to other programs. */
export function windowHandlers(
  services: Services,
): AreaHandlers<'window'> & AreaHandlers<'link'> & AreaHandlers<'menu'> {
  return {
    'window.reportUnsaved': async ({ count }) => {
      services.window().reportUnsaved(count);
      return ok({});
    },
    'window.fullScreen': async ({ wanted }) => ok({ was: services.window().fullScreen(wanted) }),
    'window.readyToClose': async () => {
      services.window().readyToClose();
      return ok({});
    },
    'window.here': async () => {
      services.window().isThere();
      return ok({});
    },
    'menu.popup': async ({ x, y, groups }) => ok({ id: await services.popUpMenu({ x, y, groups }) }),
    'link.open': ({ url }) => openLink(services.window().window, url),
  };
}
