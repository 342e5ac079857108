import { describe, expect, it } from 'vitest';
import type { PageError } from '../shared/ipc/payloads';
import type { Host } from './host/host';
import { noteWorkerBug, watchBugs } from './host/page-bugs';
import { hearWorkerBugs, type WorkerBug, watched } from './workers/worker-bugs';

const CANARY = 'a heading nobody may read';

function noted() {
  const bugs: PageError[] = [];
  const host = {
    call: async (_channel: string, bug: PageError) => {
      bugs.push(bug);
      return { ok: true, value: {} };
    },
  } as unknown as Host;
  watchBugs(host, new EventTarget() as never);
  return bugs;
}

/** A thread that fails with an event of these values. */
function failing(bug: WorkerBug): void {
  const thread = new EventTarget() as EventTarget & Pick<Worker, 'addEventListener'>;
  watched(thread).dispatchEvent(Object.assign(new Event('error'), bug));
}

describe('a bug in a thread', () => {
  it('is told to the log by its class and place, without a word of its message', () => {
    const bugs = noted();
    hearWorkerBugs(noteWorkerBug);
    failing({
      message: `Uncaught TypeError: ${CANARY} is not a function`,
      filename: 'app://studio/assets/check.worker-Ab1_.js',
      lineno: 12,
      colno: 345,
    });
    failing({
      message: `Uncaught ${CANARY}`,
      filename: `file:///home/ada/${CANARY}.md`,
      lineno: 1,
      colno: 1,
    });
    failing({});
    expect(bugs).toEqual([
      {
        what: 'worker',
        error: 'TypeError',
        places: [{ file: 'check.worker-Ab1_.js', line: 12, column: 345 }],
      },
      { what: 'worker', error: 'Other', places: [] },
      { what: 'worker', error: 'Other', places: [] },
    ]);
    expect(JSON.stringify(bugs)).not.toContain('heading');
  });
});
