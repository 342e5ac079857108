import { runSearchJob } from './search-job';
import type { FromSearcher, SearchJob } from './search-protocol';

const post = (message: FromSearcher) => self.postMessage(message);

self.onmessage = (event: MessageEvent<SearchJob>) => post({ type: 'found', found: runSearchJob(event.data) });
post({ type: 'ready' });
