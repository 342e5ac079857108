import { CONSISTENCY_RULES } from '../../shared/consistency';
import { DEFAULT_SETTINGS } from '../../shared/settings/defaults';
import { newCheckSession, studioRegistry } from '../../shared/studio';
import { MemoryHost } from '../host/memory-host';
import { MemoryKit } from '../host/memory-kit';
import { SpellLoop } from '../spelling/spell-loop';
import type { FromSpeller, SpellerPort } from '../spelling/spell-protocol';
import type { ExtensionFactory } from '../state/buffers';
import { CheckLoop } from '../workers/check-loop';
import type { FromChecker } from '../workers/check-protocol';
import type { CheckerPort } from '../workers/checker';
import { runSearchJob } from '../workers/search-job';
import type { FromSearcher } from '../workers/search-protocol';
import type { SearchPort } from '../workers/searcher';
import { createStudio } from './create-studio';
import type { Studio } from './studio';
import { listenToHost } from './window';

/** A checker in the same thread: the same loop and engine as the worker's. */
export function localChecker(): CheckerPort {
  let listener: (message: FromChecker) => void = () => undefined;
  const waiting: FromChecker[] = [];
  const loop = new CheckLoop({
    rules: CONSISTENCY_RULES,
    registry: studioRegistry,
    newSession: newCheckSession,
    post: (message) => {
      waiting.push(structuredClone(message));
      setTimeout(() => {
        for (const next of waiting.splice(0)) listener(next);
      });
    },
    schedule: (step) => setTimeout(step),
    now: () => performance.now(),
  });
  return {
    post: (message) => {
      const copy = structuredClone(message);
      setTimeout(() => loop.receive(copy));
    },
    listen: (given) => {
      listener = given;
    },
  };
}

/** Spelling in the same thread, by a dictionary of few words: every word is right that does not hold "zz". */
export function localSpeller(): SpellerPort {
  let listener: (message: FromSpeller) => void = () => undefined;
  const loop = new SpellLoop({
    load: async () => ({
      correct: (word) => !word.includes('zz'),
      suggest: (word) => [word.replaceAll('zz', 's')],
    }),
    trade: [],
    post: (message) => listener(structuredClone(message)),
    failed: () => undefined,
  });
  return {
    post: (message) => loop.receive(structuredClone(message)),
    listen: (given) => {
      listener = given;
    },
  };
}

/** Looks through texts in the same thread. */
export function localSearcher(): SearchPort {
  let listener: (message: FromSearcher) => void = () => undefined;
  return {
    post: (job) => {
      const found = structuredClone(runSearchJob(structuredClone(job)));
      setTimeout(() => listener({ type: 'found', found }));
    },
    listen: (given) => {
      listener = given;
      setTimeout(() => listener({ type: 'ready' }));
    },
    stop: () => undefined,
  };
}

export interface TestStudio {
  readonly studio: Studio;
  readonly host: MemoryHost;
  readonly kit: MemoryKit;
}

export const RFC_TEXT = `---
id: RFC-007
title: "Move to streams"
status: draft
---
# RFC-007: Move to streams

## 1. Summary and ask

We propose to move. TODO: numbers.
`;

/** A studio over a small kit in memory. Files are given by path; the example holds one RFC. */
export function testStudio(
  files: Readonly<Record<string, string>> = {
    'RFC-007-streams.md': RFC_TEXT,
    'notes/plan.md': '# Plan\n\nWords.\n',
  },
  extensions: ExtensionFactory = () => [],
): TestStudio {
  const kit = new MemoryKit('kit', 'My packet', files);
  const example = new MemoryKit('example', 'Worked example', {
    'examples/RFC-042-example.md': '# RFC-042: Example\n\n## 1. Summary and ask\n\nWe propose the example.\n',
  });
  const host = new MemoryHost({ kits: [kit], example, settings: DEFAULT_SETTINGS });
  const studio = createStudio({
    host,
    connectChecker: localChecker,
    connectSearcher: localSearcher,
    connectSpeller: localSpeller,
    loadExtensions: async () => extensions,
  });
  listenToHost(studio, () => undefined);
  return { studio, host, kit };
}

/** Types at the end of an open file. */
export function typeAtEnd(studio: Studio, path: string, text: string): void {
  const length = studio.buffers.doc(path)?.length ?? 0;
  studio.buffers.dispatch(path, { changes: { from: length, insert: text } });
}
