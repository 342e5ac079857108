import '../platform-gaps';
import { markdownFrom } from './html-to-markdown';

self.onmessage = (event: MessageEvent<string>) => self.postMessage(markdownFrom(event.data));
