import type { Handlers } from './handlers';
import { archiveHandlers } from './handlers/archive';
import { artifactHandlers } from './handlers/artifact';
import { diagnosticsHandlers } from './handlers/diagnostics';
import { fileHandlers } from './handlers/file';
import { historyHandlers } from './handlers/history';
import { journalHandlers } from './handlers/journal';
import { kitHandlers } from './handlers/kit';
import { portfolioHandlers } from './handlers/portfolio';
import { settingsHandlers } from './handlers/settings';
import { windowHandlers } from './handlers/window';
import type { Services } from './services';

/** Every channel of the contract with its handler; a missing one does not compile. */
export function allHandlers(services: Services): Handlers {
  return {
    ...kitHandlers(services),
    ...archiveHandlers(services),
    ...artifactHandlers(services),
    ...fileHandlers(services),
    ...historyHandlers(services),
    ...journalHandlers(services),
    ...settingsHandlers(services),
    ...portfolioHandlers(services),
    ...windowHandlers(services),
    ...diagnosticsHandlers(services),
  };
}
