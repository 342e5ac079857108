import { contextBridge, ipcRenderer } from 'electron';
import { BRIDGE_NAME, bridgeName, eventName, TRANSPORT } from '../shared/ipc/bridge';
import { contract } from '../shared/ipc/contract';

/*
 * Builds the page's bridge from the contract: named functions and nothing else. No event object, channel name or `ipcRenderer` reaches the
 * page. Every check is made in the main process, which trusts neither the page nor this file.
 */

type Listener = (payload: unknown) => void;

const progressListeners = new Map<string, Listener>();
const eventListeners = new Map<string, Set<Listener>>();
const started = Date.now().toString(36);
let tasks = 0;

ipcRenderer.on(TRANSPORT.progress, (_event, id: string, progress: unknown) =>
  progressListeners.get(id)?.(progress),
);
ipcRenderer.on(TRANSPORT.event, (_event, channel: string, payload: unknown) => {
  for (const listener of eventListeners.get(channel) ?? []) listener(payload);
});

const call = (channel: string) => (request: unknown) =>
  ipcRenderer.invoke(TRANSPORT.call, channel, request === undefined ? {} : request);

const task = (channel: string) => (request: unknown, onProgress: Listener) => {
  // Unlike any of an earlier page in the same window, whose job may still be winding down.
  const id = `${started}-${++tasks}`;
  progressListeners.set(id, onProgress);
  const answer = ipcRenderer.invoke(TRANSPORT.task, channel, id, request);
  return {
    answer: answer.finally(() => progressListeners.delete(id)),
    cancel: () => ipcRenderer.send(TRANSPORT.cancel, id),
  };
};

const subscribe = (channel: string) => (listener: Listener) => {
  // Each subscription its own, even when the page gives the same function twice.
  const own: Listener = (payload) => listener(payload);
  const listeners = eventListeners.get(channel) ?? new Set();
  eventListeners.set(channel, listeners.add(own));
  return () => {
    listeners.delete(own);
  };
};

const bridge: Record<string, Record<string, unknown>> = { on: {} };
for (const [channel, { type }] of Object.entries(contract)) {
  const { area, name } = type === 'event' ? { area: 'on', name: eventName(channel) } : bridgeName(channel);
  bridge[area] ??= {};
  bridge[area][name] =
    type === 'event' ? subscribe(channel) : type === 'task' ? task(channel) : call(channel);
}
contextBridge.exposeInMainWorld(BRIDGE_NAME, bridge);
