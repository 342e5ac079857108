import '../platform-gaps';
import { answer } from './render-loop';
import type { ToRenderer } from './render-protocol';

self.onmessage = async (event: MessageEvent<ToRenderer>) => {
  self.postMessage(await answer(event.data));
};
