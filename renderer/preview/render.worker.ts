import '../platform-gaps';
import '../workers/tell-rejections';
import { answer } from './render-loop';
import type { ToRenderer } from './render-protocol';

let last: Promise<unknown> = Promise.resolve();

// One after the other: the window takes the first that is not answered for the one that hangs.
self.onmessage = (event: MessageEvent<ToRenderer>) => {
  last = last.then(async () => self.postMessage(await answer(event.data)));
};
