import { ratio, table } from './table.mjs';
import { measureWriting } from './writing.mjs';

/** G12: a key to its painted letter, with preview, spelling and checking on, beside a bare CodeMirror 6 in a plain page of the same application. */
export const editorSuite = {
  name: 'editor',
  title: 'key to painted letter, beside a bare CodeMirror 6',
  run: async ({ print }) => {
    const results = await measureWriting({ print });
    print(
      '  painted: key to painted letter, wall clock. work: main thread per key, processor time. Milliseconds, p50 / p95.',
    );
    table(
      print,
      ['', 'painted', 'bare', 'p95', 'work', 'bare', 'tasks > 50 ms', 'of them busy', 'bare'],
      results.map(({ size, ours, bare }) => [
        size,
        ours.painted,
        bare.painted,
        ratio(ours.painted?.p95, bare.painted?.p95),
        ours.work,
        bare.work,
        `${ours.long.count} (longest ${Math.round(ours.long.longest)})`,
        ours.busy,
        bare.long.count,
      ]),
    );
    for (const { size, ours } of results)
      for (const reason of (ours.reasons ?? []).slice(0, 2))
        print(`    ${size}, ${reason.ms} ms: ${reason.in.slice(0, 4).join('; ')}`);
    return results;
  },
};
