import { expect } from 'vitest';
import { LineIndex } from '../text/line-index';
import { recordBroken } from './broken-criterion.test-support';
import { all, kitText, mutate } from './kit-fixture.test-support';

export interface Worse {
  /** New findings of criteria in text order, each as `criterion line: exact text`. */
  readonly marks: readonly string[];
  /** Everything in the kit that has another verdict now, as `mutate` tells it. */
  readonly failing: readonly string[];
}

/** What changes of one worked file make worse in it, and where its passages stand. */
export function marksOf(path: string) {
  return {
    worse(...changes: readonly ((text: string) => string)[]): Worse {
      const { findings, failing } = mutate(path, all(...changes));
      return { marks: findings.map((f) => `${f.id} ${f.line}: ${f.text}`), failing };
    },
    /** A change does exactly this, and so proves the criterion of the first mark. */
    expectWorse(change: (text: string) => string, expected: Worse): void {
      const mutated = mutate(path, change);
      const marks = mutated.findings.map((f) => `${f.id} ${f.line}: ${f.text}`);
      expect({ marks, failing: mutated.failing }).toEqual(expected);
      const id = mutated.findings[0]?.id;
      if (id !== undefined) recordBroken({ id, path, change }, mutated);
    },
    /** The line (from 1) of a passage, searched behind another one. */
    line(passage: string, after = ''): number {
      const text = kitText(path);
      const start = after === '' ? 0 : text.indexOf(after);
      const at = start < 0 ? -1 : text.indexOf(passage, start);
      if (at < 0) throw new Error(`${path} does not hold ${JSON.stringify(start < 0 ? after : passage)}`);
      return new LineIndex(text).position(at).line;
    },
  };
}
