import './trusted-types';
import './platform-gaps';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { type CommandId, commandById } from '../shared/commands';
import { App } from './app/App';
import { createStudio } from './commands/create-studio';
import { runCommand } from './commands/run-command';
import type { Studio } from './commands/studio';
import { listenToHost, loadApp } from './commands/window';
import type { Host } from './host/host';
import { findBridge, ipcHost } from './host/ipc-host';
import { noteWorkerBug, watchBugs } from './host/page-bugs';
import { spellWorkerPort } from './spelling/speller';
import { workerPort } from './workers/checker';
import { hearWorkerBugs } from './workers/worker-bugs';

/** The machine behind this page. Development builds may run on one in memory, in any browser, with `?host=memory`. */
async function findHost(): Promise<Host> {
  if (
    import.meta.env.MODE === 'development' &&
    new URLSearchParams(location.search).get('host') === 'memory'
  ) {
    const { developmentHost } = await import('./app/development-host');
    return developmentHost();
  }
  const bridge = findBridge();
  if (!bridge) throw new Error('This page runs inside Staffwright only');
  return ipcHost(bridge);
}

function start(host: Host): Studio {
  watchBugs(host, window);
  hearWorkerBugs(noteWorkerBug);
  const studio: Studio = createStudio({
    host,
    connectChecker: workerPort,
    connectSpeller: spellWorkerPort,
    loadExtensions: async () => {
      const { extensionFactory, folds } = await import('./editor/load');
      studio.folds = folds;
      return extensionFactory(studio);
    },
  });
  listenToHost(studio, (id) => {
    if (commandById(id)) void runCommand(studio, id as CommandId);
  });
  return studio;
}

async function main(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no root element');
  const studio = start(await findHost());
  createRoot(root).render(
    <StrictMode>
      <App studio={studio} />
    </StrictMode>,
  );
  await loadApp(studio);
  // The first kit opens faster when the workspace is there already.
  requestIdleCallback(() => {
    void import('./app/Workspace');
    void studio.loadEditor();
  });
}

void main();
