import '../platform-gaps';
import '../workers/tell-rejections';
import engineering from './engineering-words.txt?raw';
import { listedWords } from './listed-words';
import { loadDictionary } from './load-dictionary';
import { SpellLoop } from './spell-loop';
import type { ToSpeller } from './spell-protocol';

const loop = new SpellLoop({
  load: loadDictionary,
  trade: listedWords(engineering),
  post: (message) => self.postMessage(message),
  failed: (reason) => {
    // Reaches the window as the worker's error event.
    setTimeout(() => {
      throw new Error(reason);
    });
  },
});

self.onmessage = (event: MessageEvent<ToSpeller>) => loop.receive(event.data);
