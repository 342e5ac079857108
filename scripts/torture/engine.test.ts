import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenPromises, said } from './invariants';
import { anyText, damages } from './mutations';
import { pathOfEachKind, sessionOf, workedTexts } from './worked-kit';

/**
 * `STAFFWRIGHT_TORTURE=<factor>` runs each property that many times longer, from a new seed; a failure prints the seed to go on with. Without it
 * the same texts are tried in every run.
 */
const FACTOR = Number(process.env['STAFFWRIGHT_TORTURE'] ?? 0);
const LONG = 3_600_000;
const tries = (numRuns: number) => ({
  numRuns: numRuns * Math.max(1, FACTOR),
  ...(FACTOR > 0 ? {} : { seed: 20240312 }),
});

const texts = workedTexts();
const session = sessionOf(texts);
const untouched = said(session);
const paths = [...texts.keys()].filter((path) => session.artifact(path)?.kind);
const ofKinds = [...pathOfEachKind(session).values()];

/** Puts texts in the place of files, checks the kit, and puts the files back. */
function withTexts<T>(changes: readonly (readonly [string, string])[], look: () => T): T {
  for (const [path, text] of changes) session.setFile(path, text);
  session.settle();
  const seen = look();
  for (const [path] of changes) session.setFile(path, texts.get(path) ?? '');
  return seen;
}

describe('the engine, whatever the text', () => {
  it(
    'takes random text in any file',
    () => {
      fc.assert(
        fc.property(fc.constantFrom(...ofKinds), anyText, (path, text) => {
          expect(withTexts([[path, text]], () => brokenPromises(session))).toEqual([]);
        }),
        tries(20),
      );
    },
    LONG,
  );

  it(
    'takes random bytes',
    () => {
      fc.assert(
        fc.property(fc.constantFrom(...ofKinds), fc.uint8Array({ maxLength: 200 }), (path, bytes) => {
          const text = new TextDecoder().decode(bytes);
          expect(withTexts([[path, text]], () => brokenPromises(session))).toEqual([]);
        }),
        tries(8),
      );
    },
    LONG,
  );

  it(
    'takes worked files that lost, doubled or mixed up pieces, one or several at once',
    () => {
      fc.assert(
        fc.property(
          fc.uniqueArray(fc.tuple(fc.constantFrom(...paths), damages), {
            minLength: 1,
            maxLength: 3,
            selector: ([path]) => path,
          }),
          (changed) => {
            const changes = changed.map(([path, harm]) => [path, harm(texts.get(path) ?? '')] as const);
            expect(withTexts(changes, () => brokenPromises(session))).toEqual([]);
          },
        ),
        tries(30),
      );
    },
    LONG,
  );

  it(
    'says after any edits what a new session says of the same files',
    () => {
      const edit = fc.tuple(fc.constantFrom(...paths), damages, fc.integer({ min: 0, max: 3 }), fc.nat(40));
      fc.assert(
        fc.property(fc.array(edit, { minLength: 2, maxLength: 6 }), (edits) => {
          const now = new Map(texts);
          for (const [path, harm, fate, steps] of edits) {
            const text = fate === 0 ? null : harm(now.get(path) ?? texts.get(path) ?? '');
            if (text === null) now.delete(path);
            else now.set(path, text);
            if (text === null) session.removeFile(path);
            else session.setFile(path, text);
            // As a worker does: some steps, then the next edit.
            let done = 0;
            for (const _ of session.pending()) if (done++ >= steps) break;
          }
          session.settle();
          const after = said(session);
          expect(after === said(sessionOf(now)) ? '' : firstDifference(after, said(sessionOf(now)))).toBe('');
          for (const [path, text] of texts) session.setFile(path, text);
        }),
        { ...tries(2), endOnFailure: true },
      );
    },
    LONG,
  );

  it('is what it was when the files are put back', () => {
    for (const [path, text] of texts) session.setFile(path, text);
    session.settle();
    expect(said(session) === untouched).toBe(true);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });
});

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return `edited: …${a.slice(Math.max(0, at - 300), at + 200)}…\nfresh: …${b.slice(Math.max(0, at - 100), at + 200)}…`;
}
