import { app } from 'electron';

/**
 * Switches of the browser engine, before it starts. Every host name resolves to nothing, so that a request which passed every other wall still
 * reaches no machine; the rest turns off what the engine would do on its own.
 */
export function applyProcessSwitches(): void {
  const { commandLine } = app;
  // It takes `--no-sandbox` back, which only a launcher gives that has to run as root; there the engine then refuses to start.
  if (!commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  for (const name of [
    'dns-prefetch-disable',
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'no-pings',
  ]) {
    commandLine.appendSwitch(name);
  }
}
